import { sentencesIn } from '../../../knowledge/sentences.ts';
import { MEMANTINE } from '../../../shared/policy/pairs.ts';
import type { Rule } from './rule.ts';

/** Documents that the sentences of memantine's entry may cite; those of its uses stand with each use. */
const MOST_DOCUMENTS = 60;

/** A list of sources that nobody can go through backs nothing: memantine's entry cites few documents, and good ones. */
export const fewDocuments: Rule = {
  name: 'few-documents',
  check({ entries }) {
    return entries.flatMap(({ file, data }) => {
      if (data.id !== MEMANTINE) return [];
      const cited = new Set([...sentencesIn(data)].flatMap(({ sentence }) => sentence.sources));
      return cited.size <= MOST_DOCUMENTS
        ? []
        : [
            {
              file,
              place: '',
              message: `cites ${cited.size} documents, more than ${MOST_DOCUMENTS}`,
              repair: 'Let sentences rest on documents that are cited already; take out second witnesses.',
            },
          ];
    });
  },
};
