import { CLASS_REASONING, OUR_READING } from '../../../knowledge/wordings.ts';
import { allInteractions, type Finding, type Rule } from './rule.ts';

/** Where no authority gives advice: drawn from the class, or from studies and texts that only report. */
const OWN = [CLASS_REASONING, OUR_READING];

/** The one line of a card says whose advice it is: an authority that stands among the positions, or our own. */
export const interactionAdvice: Rule = {
  name: 'interaction-advice',
  check(knowledge) {
    const findings: Finding[] = [];
    for (const { file, place, interaction } of allInteractions(knowledge)) {
      const { action, actionBy, documentation, positions } = interaction;
      if (!OWN.includes(actionBy ?? '') && !positions.some(({ by }) => by === actionBy)) {
        findings.push({
          file,
          place: `${place}/actionBy`,
          message: `"${actionBy}" is none of the positions`,
          repair: `Name one of: ${[...positions.map(({ by }) => by), ...OWN].join(', ')}.`,
        });
      }
      if (action === 'none-found' && documentation === 'class-reasoning') {
        findings.push({
          file,
          place: `${place}/documentation`,
          message: 'says that nothing was found, by reasoning alone',
          repair: 'Use "none-found" only where the pair was studied; else "theoretical".',
        });
      }
    }
    return findings;
  },
};
