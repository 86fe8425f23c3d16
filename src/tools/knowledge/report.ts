/** The report of `npm run -s knowledge`: what the knowledge holds, how well it is founded, how old and how readable. */
import { gzipSync } from 'node:zlib';
import { openKnowledge } from '../../knowledge/access.ts';
import { wholeMonths } from '../../knowledge/review-age.ts';
import { sentencesIn } from '../../knowledge/sentences.ts';
import { sliceKnowledge } from '../../knowledge/slice.ts';
import type { FactCount } from '../../knowledge/types.ts';
import { MEMANTINE } from '../../shared/policy/pairs.ts';
import { knowledgeModule } from './build/modules.ts';
import { compileKnowledge } from './compile.ts';
import type { KnowledgeFile, KnowledgeFiles } from './read.ts';
import { COMMISSIONED } from './validate/coverage.ts';
import { citedByMemantine } from './validate/few-documents.ts';
import { PRIMARY_AIM, primaryShares } from './validate/primary-documents.ts';
import { gradeOf, HIGHEST_GRADE } from './validate/reading-level.ts';
import { allSentences, primaryIds } from './validate/rule.ts';

/** Percentage of verified sentences that memantine and every interaction aim at. */
const VERIFIED_AIM = 80;

/** Lines for a terminal. @param today ISO day. */
export function report(files: KnowledgeFiles, today: string): string[] {
  const compiled = compileKnowledge(files);
  const knowledge = openKnowledge(compiled);
  const stats = knowledge.stats();
  const { drug, combination, class: classes, condition } = stats.byKind;
  const interactions = interactionFacts(files);
  const below = interactions.filter(([, facts]) => percent(facts.verified, totalOf(facts)) < VERIFIED_AIM);
  const covered = new Set(allSentences(files).flatMap(({ covers }) => covers ?? []));
  return [
    `entries      ${stats.entries}: ${drug} drugs, ${combination} combinations, ${classes} classes, ${condition} conditions`,
    `pairs        ${stats.pairs} besides those with memantine (${interactions.length - stats.pairs})`,
    `indications  ${stats.indications}, ${knowledge.usesOf(MEMANTINE).length} of them with memantine's status`,
    `names        ${stats.names}`,
    `sources      ${stats.sources}: ${sourceTypes(files)}`,
    `facts        ${described('all', stats.facts)}; ${described('memantine', knowledge.facts(MEMANTINE))}`,
    ...foundationLines(files),
    `             interactions verified to at least ${VERIFIED_AIM} %: ${interactions.length - below.length} of ${interactions.length}`,
    ...below.map(([name, facts]) => `             below: ${described(name, facts)}`),
    `coverage     ${covered.size} of ${COMMISSIONED} commissioned facts`,
    `reviews      ${reviewed(stats.oldestReview, today)} to ${reviewed(stats.newestReview, today)}`,
    ...readingLines(files),
    `size         ${zipped(knowledgeModule(compiled))} gzipped, of which memantine's card gets ${zipped(JSON.stringify(sliceKnowledge(compiled, [MEMANTINE])))}`,
  ];
}

const zipped = (text: string): string => `${(gzipSync(text, { level: 9 }).length / 1024).toFixed(1)} KB`;

const reviewed = (day: string, today: string): string => `${day} (${wholeMonths(day, today)} months)`;

const percent = (part: number, all: number): number => (100 * part) / Math.max(1, all);

const totalOf = ({ verified, unverified }: FactCount): number => verified + unverified;

const described = (name: string, facts: FactCount): string =>
  `${name} ${facts.verified} of ${totalOf(facts)} verified (${Math.round(percent(facts.verified, totalOf(facts)))} %)`;

/** The sentences of each interaction, by its name: with memantine and of pairs. */
function interactionFacts({ entries, pairs }: KnowledgeFiles): (readonly [name: string, FactCount])[] {
  const held = [
    ...entries.map(({ data }) => ({ name: data.id, interaction: data.withMemantine })),
    ...pairs.map(({ data }) => ({ name: data.drugs.join(' + '), interaction: data.interaction })),
  ];
  return held.flatMap(({ name, interaction }) => {
    if (!interaction) return [];
    const sentences = [...sentencesIn(interaction)];
    const verified = sentences.filter(({ sentence }) => sentence.status === 'verified').length;
    return [[name, { verified, unverified: sentences.length - verified }] as const];
  });
}

/** How firm the ground is: primary documents, labels without a date, sentences with one source or with weak ones alone. */
function foundationLines(files: KnowledgeFiles): string[] {
  const { sources } = files.sources.data;
  const primary = primaryIds(files);
  const weak = new Set(sources.filter((source) => source.weak !== undefined).map(({ id }) => id));
  const cited = allSentences(files).map((sentence) => sentence.sources);
  const resting = cited.filter((ids) => ids.some((id) => primary.has(id)));
  const single = cited.filter((ids) => ids.length === 1);
  const shaky = cited.filter((ids) => ids.every((id) => weak.has(id)));
  const labels = sources.filter(({ type }) => type === 'label');
  const undated = labels.filter(({ document }) => document.undated);
  const shares = primaryShares(files).map(
    (share) => `${share.name} ${share.primary} of ${share.all} (${Math.round(percent(share.primary, share.all))} %)`,
  );
  return [
    `documents    ${resting.length} sentences on a primary document: ${shares.join(', ')}; the aim is ${100 * PRIMARY_AIM} %`,
    `             ${single.length} with a single source, ${shaky.length} on weak sources alone (none of them verified)`,
    `             ${labels.length} labels, ${undated.length} of them undated; memantine's entry cites ${citedByMemantine(files)} documents`,
  ];
}

function sourceTypes({ sources }: KnowledgeFiles): string {
  const counts = new Map<string, number>();
  for (const { type } of sources.data.sources) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([type, count]) => `${count} ${type}`)
    .join(', ');
}

function readingLines(files: KnowledgeFiles): string[] {
  const plain = (file: KnowledgeFile<unknown>): string[] =>
    [...sentencesIn(file.data)]
      .filter(({ sentence }) => sentence.level !== 'professional')
      .map(({ sentence }) => sentence.text);
  const all = [...files.entries, ...files.pairs, files.indications];
  const hardest = all
    .map((file) => ({ file: file.file, grade: gradeOf(plain(file)) }))
    .sort((a, b) => b.grade - a.grade)
    .slice(0, 5);
  return [
    `reading      grade ${gradeOf(all.flatMap(plain)).toFixed(1)} on average (at most ${HIGHEST_GRADE})`,
    `             hardest: ${hardest.map(({ file, grade }) => `${file} ${grade.toFixed(1)}`).join(', ')}`,
  ];
}
