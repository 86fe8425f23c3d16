/** How a medicine is given, from the words beside its name or in a label: by injection, as a patch, as eye drops. */
import { phrases } from './cues.ts';

export type Route = 'injection' | 'spinal' | 'patch' | 'nasal' | 'drops' | 'inhaled' | 'oral';

/** Characters on either side of the mention that are looked at. */
const BESIDE = 32;

export function readRoutes(data: Readonly<Record<Route, readonly string[]>>) {
  const patterns = Object.entries(data).map(([route, words]) => [route as Route, phrases(words, '')] as const);
  const routesIn = (text: string): Route[] => patterns.flatMap(([route, pattern]) => (pattern.test(text) ? route : []));
  return {
    /** @param text folded */
    routesIn,
    /** Routes that stand next to the mention, in its sentence and before another medicine. */
    beside(masked: string, [start, end]: readonly [number, number]): Route[] {
      const before = masked
        .slice(Math.max(0, start - BESIDE), start)
        .split(/[#;:]|\. /)
        .at(-1)!;
      const behind = masked.slice(end, end + BESIDE).split(/[;:]|\. |(?<=#)(?!#)/)[0]!;
      // The first word may have lost its beginning, the last its end.
      return routesIn(`${start > BESIDE ? before.replace(/^\S*/, '') : before} @ ${behind}`);
    },
  };
}
