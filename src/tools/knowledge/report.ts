/** The report of `npm run -s knowledge`: what the knowledge holds, how well it is founded, how old and how readable. */

import { openKnowledge } from '../../knowledge/access.ts';
import { wholeMonths } from '../../knowledge/review-age.ts';
import { sentencesIn } from '../../knowledge/sentences.ts';
import type { FactCount, Interaction, Sentence } from '../../knowledge/types.ts';
import { MEMANTINE } from '../../shared/policy/pairs.ts';
import { compileKnowledge } from './compile.ts';
import type { KnowledgeFile, KnowledgeFiles } from './read.ts';
import { COMMISSIONED } from './validate/coverage.ts';
import { PRIMARY_AIM, primaryShares } from './validate/primary-documents.ts';
import { gradeOf, HIGHEST_GRADE } from './validate/reading-level.ts';
import { allSentences, primaryIds } from './validate/rule.ts';

const PERCENT = 100;

/** Share of verified sentences that memantine and every interaction aim at. */
const VERIFIED_AIM = 0.8;

interface Share extends FactCount {
  readonly name: string;
}

/**
 * @param today ISO day.
 * @param sizes bytes, gzipped: of all knowledge as it is shipped, and of what memantine's card gets of it.
 * @returns lines for a terminal.
 */
export function report(
  files: KnowledgeFiles,
  today: string,
  sizes: { readonly all: number; readonly memantine: number },
): string[] {
  const knowledge = openKnowledge(compileKnowledge(files));
  const stats = knowledge.stats();
  const { drug, combination, class: classes, condition } = stats.byKind;
  const interactions = interactionShares(files);
  const memantine = { name: 'memantine', ...knowledge.facts(MEMANTINE) };
  const below = interactions.filter((share) => shareOf(share) < VERIFIED_AIM);
  const covered = new Set(allSentences(files).flatMap(({ sentence }) => sentence.covers ?? []));
  return [
    `entries      ${stats.entries}: ${drug} drugs, ${combination} combinations, ${classes} classes, ${condition} conditions`,
    `pairs        ${stats.pairs} besides those with memantine (${interactions.length - stats.pairs})`,
    `indications  ${stats.indications}, ${knowledge.usesOf(MEMANTINE).length} of them with memantine's status`,
    `names        ${stats.names}`,
    `sources      ${stats.sources}: ${sourceTypes(files)}`,
    `facts        ${described({ name: 'all', ...stats.facts })}; ${described(memantine)}`,
    ...foundationLines(files),
    `             interactions verified to at least ${PERCENT * VERIFIED_AIM} %: ${interactions.length - below.length} of ${interactions.length}`,
    ...below.map((share) => `             below: ${described(share)}`),
    `coverage     ${covered.size} of ${COMMISSIONED} commissioned facts`,
    `reviews      ${reviewed(stats.oldestReview, today)} to ${reviewed(stats.newestReview, today)}`,
    ...readingLines(files),
    `size         ${kilobytes(sizes.all)} gzipped, of which memantine's card gets ${kilobytes(sizes.memantine)}`,
  ];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

/** Verified share of each interaction: with memantine and of pairs. */
export function interactionShares({ entries, pairs }: KnowledgeFiles): Share[] {
  const parts: [string, Interaction | undefined][] = [
    ...entries.map(({ data }) => [data.id, data.withMemantine] as [string, Interaction | undefined]),
    ...pairs.map(({ data }) => [data.drugs.join(' + '), data.interaction] as [string, Interaction]),
  ];
  return parts.flatMap(([name, interaction]) => {
    if (!interaction) return [];
    const sentences = [...sentencesIn(interaction)].map(({ sentence }) => sentence);
    return [{ name, ...counted(sentences) }];
  });
}

function counted(sentences: readonly Sentence[]): FactCount {
  const verified = sentences.filter(({ status }) => status === 'verified').length;
  return { verified, unverified: sentences.length - verified };
}

function shareOf({ verified, unverified }: FactCount): number {
  return verified / Math.max(1, verified + unverified);
}

function described(share: Share): string {
  const total = share.verified + share.unverified;
  return `${share.name} ${share.verified} of ${total} verified (${Math.round(shareOf(share) * PERCENT)} %)`;
}

/** How firm the ground is: primary documents, labels without a date, sentences with one source or with weak ones alone. */
function foundationLines(files: KnowledgeFiles): string[] {
  const { sources } = files.sources.data;
  const primary = primaryIds(files);
  const weak = new Set(sources.filter((source) => source.weak !== undefined).map(({ id }) => id));
  const sentences = allSentences(files).map(({ sentence }) => sentence);
  const resting = sentences.filter((sentence) => sentence.sources.some((id) => primary.has(id)));
  const shares = primaryShares(files).map(
    (share) =>
      `${share.name} ${share.primary} of ${share.all} (${Math.round((share.primary / Math.max(1, share.all)) * PERCENT)} %)`,
  );
  const single = sentences.filter((sentence) => sentence.sources.length === 1);
  const shaky = sentences.filter((sentence) => sentence.sources.every((id) => weak.has(id)));
  const labels = sources.filter(({ type }) => type === 'label');
  const undated = labels.filter(({ document }) => document.undated);
  const cited = new Set(
    files.entries
      .filter(({ data }) => data.id === MEMANTINE)
      .flatMap(({ data }) => [...sentencesIn(data)].flatMap(({ sentence }) => sentence.sources)),
  );
  return [
    `documents    ${resting.length} sentences on a primary document: ${shares.join(', ')}; the aim is ${PERCENT * PRIMARY_AIM} %`,
    `             ${single.length} with a single source, ${shaky.length} on weak sources alone (none of them verified)`,
    `             ${labels.length} labels, ${undated.length} of them undated; memantine's entry cites ${cited.size} documents`,
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

function reviewed(day: string, today: string): string {
  return `${day} (${wholeMonths(day, today)} months)`;
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
