import { sentencesIn } from '../../../knowledge/sentences.ts';
import { SHOWN_SOURCES, strongest } from '../../../knowledge/source-rank.ts';
import { type Finding, factFiles, type Rule } from './rule.ts';

/** A sentence names at most three sources, the strongest first: a long list hides what carries it. */
export const strongestFirst: Rule = {
  name: 'strongest-first',
  check(knowledge) {
    const byId = new Map(knowledge.sources.data.sources.map((source) => [source.id, source]));
    const findings: Finding[] = [];
    for (const { file, data } of factFiles(knowledge)) {
      for (const { place, sentence } of sentencesIn(data)) {
        const at = { file, place: `${place}/sources` };
        if (sentence.sources.length > SHOWN_SOURCES) {
          findings.push({
            ...at,
            message: `has ${sentence.sources.length} sources`,
            repair: `Keep the ${SHOWN_SOURCES} that carry it best: npm run -s knowledge -- --fix keeps the strongest.`,
          });
        }
        const known = sentence.sources.flatMap((id) => byId.get(id) ?? []);
        const wanted = strongest(known, known.length).map(({ id }) => id);
        if (wanted.join() !== known.map(({ id }) => id).join()) {
          findings.push({
            ...at,
            message: 'does not name the strongest source first',
            repair: `Write ${wanted.join(', ')}: npm run -s knowledge -- --fix does.`,
          });
        }
      }
    }
    return findings;
  },
};
