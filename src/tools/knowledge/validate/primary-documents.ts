/**
 * Official documents and studies first: nine of ten sentences on memantine, and nine of ten on interactions, rest on at
 * least one.
 */
import { sentencesIn } from '../../../knowledge/sentences.ts';
import { MEMANTINE } from '../../../shared/policy/pairs.ts';
import type { KnowledgeFiles } from '../read.ts';
import { primaryIds, rule } from './rule.ts';

/** Share of sentences that rest on at least one primary document. */
export const PRIMARY_AIM = 0.9;

/** What the aim is measured on: all that is said of memantine, and of all interactions together. */
export function primaryShares(files: KnowledgeFiles) {
  const { entries, pairs, indications } = files;
  const primary = primaryIds(files);
  const share = (name: string, file: string, roots: readonly unknown[]) => {
    const sentences = roots.flatMap((root) => [...sentencesIn(root)]);
    const firm = sentences.filter(({ sentence }) => sentence.sources.some((id) => primary.has(id)));
    return { name, file, primary: firm.length, all: sentences.length };
  };
  const memantine = entries.find(({ data }) => data.id === MEMANTINE);
  return [
    share('memantine', memantine?.file ?? '', [memantine?.data, indications.data]),
    share('interactions', 'pairs', [
      ...entries.map(({ data }) => data.withMemantine),
      ...pairs.map(({ data }) => data.interaction),
    ]),
  ];
}

export const primaryDocuments = rule('primary-documents', (knowledge, found) => {
  for (const { name, file, primary, all } of primaryShares(knowledge)) {
    if (primary >= PRIMARY_AIM * all) continue;
    const share = `${primary} of ${all} sentences on ${name}`;
    const repair = 'Read the label, authority, guideline, review or study, or take out what no document carries.';
    found(file, '', `${share} rest on a primary document, less than ${100 * PRIMARY_AIM} %`, repair);
  }
});
