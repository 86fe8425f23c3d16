/**
 * The table of knowledge/RATINGS.md: which verdict the wordings of labels, authorities and studies give. One place, so
 * that the same wording gives the same verdict for every medicine; the rule `rating` compares.
 */
import type { Action, Interaction, Position } from '../../knowledge/types.ts';
import { ACTION_OF } from '../../knowledge/wordings.ts';
import { ACTIONS } from '../../shared/policy/pairs.ts';

/** Verdicts by strictness, the mildest first. */
const STEPS: readonly Action[] = ACTIONS.toReversed();

/** Step of each wording; wordings without one decide nothing. */
const OFFICIAL: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(ACTION_OF).map(([says, action]) => [says, STEPS.indexOf(action)]),
);

/** A local product text or a reference work asks for at most caution. */
const LESSER: Readonly<Record<string, number>> = { ...OFFICIAL, 'rule-out': 3, avoid: 3, danger: 2, caution: 2 };

/** What a reference work only tells as an effect is not advice. */
const REFERENCE: Readonly<Record<string, number>> = { ...LESSER, effect: 1 };

/**
 * What the table gives, and the positions that give it: none where it follows from the kind of evidence alone. Undefined
 * while a position lacks `says` or `voice`.
 */
export function ratingOf(interaction: Interaction): { action: Action; by: readonly Position[] } | undefined {
  const { positions, documentation, lowered } = interaction;
  if (positions.some(({ says, voice }) => says === undefined || voice === undefined)) return undefined;
  const holders = positions.filter(({ says }) => says === 'contains');
  if (holders.length > 0) return { action: 'contains-memantine', by: holders };
  const heard = decisive(positions.filter((position) => stepOf(position) !== undefined));
  if (heard.length === 0) {
    const seen = documentation === 'clinical-study' || documentation === 'case-reports';
    return { action: seen ? 'monitor' : 'theoretical', by: [] };
  }
  const step = Math.max(...heard.map((position) => stepOf(position)!));
  const by = heard.filter((position) => stepOf(position) === step);
  if (!lowered) return { action: STEPS[step]!, by };
  const lower = lowered.for === 'little-absorbed' ? Math.min(step, 1) : Math.max(1, step - 1);
  return { action: STEPS[lower]!, by };
}

/** A study of the pair that found nothing outweighs what is said of the class, and what reference works make of it. */
function decisive(positions: readonly Position[]): readonly Position[] {
  const ofPair = positions.filter(({ reach, voice }) => reach !== 'class' && voice !== 'reference');
  return ofPair.some(({ says }) => says === 'no-effect') ? ofPair : positions;
}

function stepOf({ voice, says }: Position): number | undefined {
  if (says === undefined) return undefined;
  if (voice === 'reference') return REFERENCE[says];
  return voice === 'local' ? LESSER[says] : OFFICIAL[says];
}
