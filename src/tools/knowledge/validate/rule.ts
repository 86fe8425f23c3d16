import { sentencesIn, walk } from '../../../knowledge/sentences.ts';
import { isPrimary } from '../../../knowledge/source-rank.ts';
import type { Interaction, Sentence } from '../../../knowledge/types.ts';
import type { JsonSchema } from '../build/schemas.ts';
import type { KnowledgeFile, KnowledgeFiles } from '../read.ts';

/** What a rule found wrong, and how to mend it. */
export interface Finding {
  /** Path from the knowledge folder. */
  readonly file: string;
  /** JSON pointer into the file; empty for the file as a whole. */
  readonly place: string;
  readonly message: string;
  /** What an editor does about it. */
  readonly repair: string;
  /** A warning is reported and fails nothing. Default: error. */
  readonly severity?: 'error' | 'warning';
}

/** A finding with the rule's name. */
export interface Violation extends Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
}

/** What rules need besides the files. */
export interface RuleContext {
  /** ISO day; given, so that a test can say what day it is. */
  readonly today: string;
  readonly schemas: readonly JsonSchema[];
}

/** One rule. Pure. It may throw on files that break the schema: `validate` then leaves it out. */
export interface Rule {
  /** Also the name of its file and of its test. */
  readonly name: string;
  check(knowledge: KnowledgeFiles, context: RuleContext): Finding[];
}

/** A sentence and where it stands. */
export interface SentenceInFile {
  readonly file: string;
  readonly place: string;
  readonly sentence: Sentence;
}

/** The files that hold facts: entries, pairs, approved uses, indications. */
export function factFiles({ entries, pairs, approvedUses, indications }: KnowledgeFiles): KnowledgeFile<unknown>[] {
  return [...entries, ...pairs, ...approvedUses, indications];
}

/** Every interaction: with memantine, and of pairs. Of files that break the schema those alone that say who holds what. */
export function allInteractions(
  knowledge: KnowledgeFiles,
): { readonly file: string; readonly place: string; readonly interaction: Interaction }[] {
  return factFiles(knowledge).flatMap(({ file, data }) =>
    [...walk(data)].flatMap(({ place, key, node }) => {
      const isOne =
        (key === 'withMemantine' || key === 'interaction') && Array.isArray((node as Interaction).positions);
      return isOne ? { file, place, interaction: node as Interaction } : [];
    }),
  );
}

/** Every sentence of the knowledge. */
export function allSentences(knowledge: KnowledgeFiles): SentenceInFile[] {
  return factFiles(knowledge).flatMap(({ file, data }) =>
    [...sentencesIn(data)].map(({ place, sentence }) => ({ file, place, sentence })),
  );
}

/** Everything that was reviewed on a day. */
export function allReviews({ entries, pairs, approvedUses, indications }: KnowledgeFiles): {
  readonly file: string;
  readonly place: string;
  readonly name: string;
  readonly day: string;
  readonly data: unknown;
}[] {
  const whole = <T extends { readonly reviewedOn: string }>({ file, data }: KnowledgeFile<T>, name: string) => ({
    ...{ file, place: '/reviewedOn', name, day: data.reviewedOn, data },
  });
  return [
    ...entries.map((one) => whole(one, one.data.name)),
    ...pairs.map((one) => whole(one, one.data.drugs.join(' + '))),
    ...approvedUses.map((one) => whole(one, `uses of ${one.data.drug}`)),
    ...indications.data.indications.flatMap(({ name, memantine }, index) => {
      const place = `/indications/${index}/memantine/reviewedOn`;
      const named = `memantine in ${name}`;
      return memantine
        ? [{ file: indications.file, place, name: named, day: memantine.reviewedOn, data: memantine }]
        : [];
    }),
  ];
}

/** Ids of the primary documents: labels, authorities, guidelines, reviews and studies. */
export function primaryIds({ sources }: KnowledgeFiles): ReadonlySet<string> {
  return new Set(sources.data.sources.filter(isPrimary).map(({ id }) => id));
}
