/** A sentence names at most three sources, the strongest first: a long list hides what carries it. */
import { SHOWN_SOURCES, strongest } from '../../../knowledge/source-rank.ts';
import { allSentences, rule, sourceReader } from './rule.ts';

export const strongestFirst = rule('strongest-first', (knowledge, found) => {
  const read = sourceReader(knowledge);
  for (const { file, place, sources } of allSentences(knowledge)) {
    if (sources.length > SHOWN_SOURCES) {
      const repair = `Keep the ${SHOWN_SOURCES} that carry it best: npm run -s knowledge -- --fix keeps the strongest.`;
      found(file, `${place}/sources`, `has ${sources.length} sources`, repair);
    }
    const known = read(sources);
    const wanted = strongest(known, known.length).map(({ id }) => id);
    if (wanted.join() !== known.map(({ id }) => id).join()) {
      const repair = `Write ${wanted.join(', ')}: npm run -s knowledge -- --fix does.`;
      found(file, `${place}/sources`, 'does not name the strongest source first', repair);
    }
  }
});
