/**
 * What a rule of the knowledge is, what it finds, and what most rules go through: all sentences, interactions, reviews
 * and sources. Each rule has a file in this folder and is listed in `index.ts`.
 */
import { sentencesIn, walk } from '../../../knowledge/sentences.ts';
import { isPrimary } from '../../../knowledge/source-rank.ts';
import type { Interaction, Sentence, Source } from '../../../knowledge/types.ts';
import type { JsonSchema } from '../build/schemas.ts';
import type { KnowledgeFile, KnowledgeFiles } from '../read.ts';

/** What a rule found wrong, and how to mend it. */
export interface Violation {
  readonly rule: string;
  /** A warning is reported and fails nothing. */
  readonly severity: 'error' | 'warning';
  /** Path from the knowledge folder. */
  readonly file: string;
  /** JSON pointer into the file; empty for the file as a whole. */
  readonly place: string;
  readonly message: string;
  /** What an editor does about it. */
  readonly repair: string;
}

/** Takes what a rule finds. Without a severity it is an error. */
export type Found = (
  file: string,
  place: string,
  message: string,
  repair: string,
  severity?: Violation['severity'],
) => void;

/** What rules need besides the files. */
export interface RuleContext {
  /** ISO day; given, so that a test can say what day it is. */
  readonly today: string;
  readonly schemas: readonly JsonSchema[];
}

/** One rule. It may throw on files that break the schema: `validate` then leaves it out. */
export interface Rule {
  readonly name: string;
  readonly check: (knowledge: KnowledgeFiles, found: Found, context: RuleContext) => void;
}

/** @param name also the name of its file and of its test */
export const rule = (name: string, check: Rule['check']): Rule => ({ name, check });

/** A sentence and where it stands. */
export interface SentenceInFile extends Sentence {
  readonly file: string;
  readonly place: string;
}

/** The files that hold facts: entries, pairs, approved uses, indications. */
export function factFiles({ entries, pairs, approvedUses, indications }: KnowledgeFiles): KnowledgeFile<unknown>[] {
  return [...entries, ...pairs, ...approvedUses, indications];
}

/** Every interaction: with memantine, and of pairs. Of files that break the schema those alone that say who holds what. */
export function allInteractions(knowledge: KnowledgeFiles) {
  return factFiles(knowledge).flatMap(({ file, data }) =>
    [...walk(data)].flatMap(({ place, key, node }) => {
      if (key !== 'withMemantine' && key !== 'interaction') return [];
      const interaction = node as Interaction | null;
      return interaction && Array.isArray(interaction.positions) ? { file, place, interaction } : [];
    }),
  );
}

/** Every sentence of the knowledge. */
export function allSentences(knowledge: KnowledgeFiles): SentenceInFile[] {
  return factFiles(knowledge).flatMap(({ file, data }) =>
    [...sentencesIn(data)].map(({ place, sentence }) => ({ file, place, ...sentence })),
  );
}

/** Everything that was reviewed on a day. */
export function allReviews({ entries, pairs, approvedUses, indications }: KnowledgeFiles) {
  const reviewed = (file: string, at: string, name: string, data: { readonly reviewedOn: string }) => {
    return { file, place: `${at}/reviewedOn`, name, day: data.reviewedOn, data };
  };
  return [
    ...entries.map(({ file, data }) => reviewed(file, '', data.name, data)),
    ...pairs.map(({ file, data }) => reviewed(file, '', data.drugs.join(' + '), data)),
    ...approvedUses.map(({ file, data }) => reviewed(file, '', `uses of ${data.drug}`, data)),
    ...indications.data.indications.flatMap(({ name, memantine }, index) =>
      memantine ? reviewed(indications.file, `/indications/${index}/memantine`, `memantine in ${name}`, memantine) : [],
    ),
  ];
}

/** Gives the sources of ids; ids that are not there have none. */
export function sourceReader({ sources }: KnowledgeFiles): (ids: readonly string[]) => Source[] {
  const byId = new Map(sources.data.sources.map((source) => [source.id, source]));
  return (ids) => ids.flatMap((id) => byId.get(id) ?? []);
}

/** Ids of the primary documents: labels, authorities, guidelines, reviews and studies. */
export function primaryIds({ sources }: KnowledgeFiles): ReadonlySet<string> {
  return new Set(sources.data.sources.filter(isPrimary).map(({ id }) => id));
}
