/** A list of sources that nobody can go through backs nothing: memantine's entry cites few documents, and good ones. */
import { sentencesIn } from '../../../knowledge/sentences.ts';
import { MEMANTINE } from '../../../shared/policy/pairs.ts';
import type { KnowledgeFiles } from '../read.ts';
import { rule } from './rule.ts';

/** Documents that the sentences of memantine's entry may cite; those of its uses stand with each use. */
const MOST_DOCUMENTS = 60;

/** How many documents the sentences of memantine's entry cite. */
export function citedByMemantine({ entries }: KnowledgeFiles): number {
  const entry = entries.find(({ data }) => data.id === MEMANTINE)?.data;
  return new Set([...sentencesIn(entry)].flatMap(({ sentence }) => sentence.sources)).size;
}

export const fewDocuments = rule('few-documents', (knowledge, found) => {
  const cited = citedByMemantine(knowledge);
  if (cited <= MOST_DOCUMENTS) return;
  const repair = 'Let sentences rest on documents that are cited already; take out second witnesses.';
  found(`drugs/${MEMANTINE}.json`, '', `cites ${cited} documents, more than ${MOST_DOCUMENTS}`, repair);
});
