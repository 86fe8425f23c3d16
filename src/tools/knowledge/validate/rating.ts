import type { Interaction } from '../../../knowledge/types.ts';
import { ratingOf } from '../rating.ts';
import { allInteractions, type Finding, type Rule } from './rule.ts';

/**
 * The verdict on a pair is the one that the table of RATINGS.md gives for the wordings of its positions, or says why not;
 * how well it is documented agrees with whom the wordings name.
 */
export const rating: Rule = {
  name: 'rating',
  check(knowledge) {
    return allInteractions(knowledge).flatMap(({ file, place, interaction }) =>
      inInteraction(interaction).map((found) => ({ file, ...found, place: place + found.place })),
    );
  },
};

type FindingInFile = Omit<Finding, 'file'>;

function inInteraction(interaction: Interaction): FindingInFile[] {
  const { action, exception, lowered, documentation, positions } = interaction;
  const findings: FindingInFile[] = positions.flatMap(({ says, voice }, index) =>
    says !== undefined && voice !== undefined
      ? []
      : [
          {
            place: `/positions/${index}`,
            message: 'does not say what its wording amounts to',
            repair: 'Add "voice" and "says" after knowledge/RATINGS.md.',
          },
        ],
  );
  const rated = ratingOf(interaction);
  if (rated === undefined) return findings;
  if (rated.action !== action && exception === undefined) {
    const whose = rated.by.map(({ by }) => by).join(', ') || `documentation "${documentation}"`;
    findings.push({
      place: '/action',
      message: `is "${action}"; the table gives "${rated.action}" (${whose})`,
      repair: 'Correct it or a position, or say the reason in "exception".',
    });
  }
  if (rated.action === action && exception !== undefined) {
    findings.push({
      place: '/exception',
      message: 'gives a reason for what the table says anyway',
      repair: 'Remove it.',
    });
  }
  if (lowered !== undefined && rated.by.every(({ reach }) => reach !== 'class') && !lowered.for.startsWith('only')) {
    findings.push({
      place: '/lowered',
      message: 'lowers a wording that names this medicine itself',
      repair: 'Remove it, or give the deciding position "reach": "class".',
    });
  }
  return [...findings, ...documented(interaction)];
}

/** Wordings that name the pair are `product-information`; where all name only the class, it is `class-reasoning`. */
function documented({ documentation, positions }: Interaction): FindingInFile[] {
  const telling = positions.filter(({ says, voice }) => {
    const silent = says === 'silent' || says === 'no-signal';
    return !silent && (voice === 'official' || voice === 'local');
  });
  const named = telling.some(({ reach }) => reach !== 'class');
  const expected = named ? 'product-information' : 'class-reasoning';
  if (documentation !== 'product-information' && documentation !== 'class-reasoning') return [];
  if (telling.length === 0 || documentation === expected) return [];
  return [
    {
      place: '/documentation',
      message: `is "${documentation}", but ${named ? 'a label names the pair' : 'labels name only the class'}`,
      repair: `Write "${expected}", or correct "reach" of the positions.`,
    },
  ];
}
