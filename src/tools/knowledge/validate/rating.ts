/**
 * The verdict on a pair is the one that the table of RATINGS.md gives for the wordings of its positions, or says why
 * not; how well it is documented agrees with whom the wordings name.
 */
import type { Interaction } from '../../../knowledge/types.ts';
import { ratingOf } from '../rating.ts';
import { allInteractions, rule } from './rule.ts';

export const rating = rule('rating', (knowledge, found) => {
  for (const { file, place, interaction } of allInteractions(knowledge)) {
    const { action, exception, lowered, documentation, positions } = interaction;
    const add = (at: string, message: string, repair: string) => found(file, place + at, message, repair);
    for (const [index, { says, voice }] of positions.entries()) {
      if (says !== undefined && voice !== undefined) continue;
      const repair = 'Add "voice" and "says" after knowledge/RATINGS.md.';
      add(`/positions/${index}`, 'does not say what its wording amounts to', repair);
    }
    const rated = ratingOf(interaction);
    if (rated === undefined) continue;
    if (rated.action !== action && exception === undefined) {
      const whose = rated.by.map(({ by }) => by).join(', ') || `documentation "${documentation}"`;
      const message = `is "${action}"; the table gives "${rated.action}" (${whose})`;
      add('/action', message, 'Correct it or a position, or say the reason in "exception".');
    }
    if (rated.action === action && exception !== undefined) {
      add('/exception', 'gives a reason for what the table says anyway', 'Remove it.');
    }
    if (lowered !== undefined && rated.by.every(({ reach }) => reach !== 'class') && !lowered.for.startsWith('only')) {
      const repair = 'Remove it, or give the deciding position "reach": "class".';
      add('/lowered', 'lowers a wording that names this medicine itself', repair);
    }
    const labelled = documentedBy(positions);
    const isByLabel = documentation === 'product-information' || documentation === 'class-reasoning';
    if (labelled === undefined || !isByLabel || documentation === labelled) continue;
    const named = labelled === 'product-information' ? 'a label names the pair' : 'labels name only the class';
    const repair = `Write "${labelled}", or correct "reach" of the positions.`;
    add('/documentation', `is "${documentation}", but ${named}`, repair);
  }
});

/**
 * Wordings that name the pair are `product-information`; where all name only the class, it is `class-reasoning`. Undefined
 * where no label says anything.
 */
function documentedBy(positions: Interaction['positions']): Interaction['documentation'] | undefined {
  const telling = positions.filter(({ says, voice }) => {
    const silent = says === 'silent' || says === 'no-signal';
    return !silent && (voice === 'official' || voice === 'local');
  });
  if (telling.length === 0) return undefined;
  return telling.some(({ reach }) => reach !== 'class') ? 'product-information' : 'class-reasoning';
}
