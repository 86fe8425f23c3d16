/**
 * How the verdict about two medicines is worded: by its action, but for two cases. "No interaction found" must not read
 * like an all-clear where something is to be heeded all the same; that texts do not list a medicine must not read like
 * somebody's concern. Pure.
 */
import { MEMANTINE } from '../shared/policy/pairs.ts';
import type { Action, CompiledEntry, PairView } from './types.ts';

/** `nothing`: no verdict at all, or none but that nothing is listed. */
export type PairWord = Action | 'none-found-with-care' | 'nothing';

/** What positions say where they found nothing, or decide nothing. */
const NOTHING: ReadonlySet<string | undefined> = new Set(['no-effect', 'no-signal', 'silent', undefined]);

/**
 * Where no interaction was found, something is to be heeded if the pair has an effect all the same, if that is said of its
 * class, or if an authority says more.
 */
export function pairWord(
  { interaction, first, second }: Pick<PairView, 'interaction' | 'first' | 'second'>,
  classesOf: (id: string) => readonly CompiledEntry[],
): PairWord {
  const { action, positions, effect = [] } = interaction;
  // All that is known may be that those who were asked do not name the pair.
  const isUnlisted = positions.length > 0 && positions.every(({ says }) => says === 'silent');
  if (action === 'theoretical' && isUnlisted) return 'nothing';
  if (action !== 'none-found') return action;
  const isMore = positions.some(({ says }) => !NOTHING.has(says));
  // An effect with memantine is said of its class, in which no interaction was found either.
  const isHeededInClass = [
    ...(first === MEMANTINE ? classesOf(second) : []),
    ...(second === MEMANTINE ? classesOf(first) : []),
  ].some(({ withMemantine: of }) => of?.action === 'none-found' && (of.effect ?? []).length > 0);
  return effect.length > 0 || isMore || isHeededInClass ? 'none-found-with-care' : action;
}
