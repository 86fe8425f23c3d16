/**
 * Which key of words a verdict about two medicines is shown by. It is its action, but for two cases. That no interaction was
 * found, and that something is to be heeded all the same, must not read like an all-clear; that the texts which were read do
 * not list a medicine must not read like a concern that somebody has. Pure.
 */
import { MEMANTINE } from '../shared/policy/pairs.ts';
import type { Action, CompiledEntry, PairView } from './types.ts';

/** `nothing`: no verdict at all, or none but that nothing is listed. */
export type PairWord = Action | 'none-found-with-care' | 'nothing';

type ClassesOf = (id: string) => readonly CompiledEntry[];

/** What positions say where they found nothing, or decide nothing. */
const NOTHING = new Set(['no-effect', 'no-signal', 'silent']);

/** Whether all that is known is that those who were asked do not name the pair. */
function isUnlisted({ action, positions }: PairView['interaction']): boolean {
  return action === 'theoretical' && positions.length > 0 && positions.every(({ says }) => says === 'silent');
}

/**
 * Where no interaction was found, something is to be heeded if the pair has an effect all the same, if that is said of its
 * class, or if an authority says more.
 */
export function pairWord(
  { interaction, first, second }: Pick<PairView, 'interaction' | 'first' | 'second'>,
  classesOf: ClassesOf,
): PairWord {
  const { action, positions, effect = [] } = interaction;
  if (isUnlisted(interaction)) return 'nothing';
  if (action !== 'none-found') return action;
  const more = positions.some(({ says }) => says !== undefined && !NOTHING.has(says));
  return effect.length > 0 || more || isHeededInClass([first, second], classesOf) ? 'none-found-with-care' : action;
}

/** Whether an effect is said of a class with memantine, in which no interaction was found either. */
function isHeededInClass(pair: readonly string[], classesOf: ClassesOf): boolean {
  if (!pair.includes(MEMANTINE)) return false;
  return pair
    .filter((id) => id !== MEMANTINE)
    .flatMap(classesOf)
    .some(({ withMemantine: of }) => of?.action === 'none-found' && (of.effect ?? []).length > 0);
}
