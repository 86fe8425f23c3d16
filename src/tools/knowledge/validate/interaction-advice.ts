/**
 * A verdict says whose advice it is (`actionBy`): an authority's that stands among the positions, or openly our own.
 * That nothing was found is not said by reasoning alone.
 */
import { CLASS_REASONING, OUR_READING } from '../../../knowledge/wordings.ts';
import { allInteractions, rule } from './rule.ts';

/** Where no authority gives advice: drawn from the class, or from studies and texts that only report. */
const OWN = [CLASS_REASONING, OUR_READING];

export const interactionAdvice = rule('interaction-advice', (knowledge, found) => {
  for (const { file, place, interaction } of allInteractions(knowledge)) {
    const { action, actionBy, documentation, positions } = interaction;
    if (!OWN.includes(actionBy ?? '') && !positions.some(({ by }) => by === actionBy)) {
      const repair = `Name one of: ${[...positions.map(({ by }) => by), ...OWN].join(', ')}.`;
      found(file, `${place}/actionBy`, `"${actionBy}" is none of the positions`, repair);
    }
    if (action === 'none-found' && documentation === 'class-reasoning') {
      const repair = 'Use "none-found" only where the pair was studied; else "theoretical".';
      found(file, `${place}/documentation`, 'says that nothing was found, by reasoning alone', repair);
    }
  }
});
