/**
 * What the popup calls a medicine: by the name that the page uses, with the one of our list where they differ; and how
 * names are compared, also by the search. Pure.
 */
import { withoutAccents } from '../../shared/without-accents.ts';

/** How many names that are none of our list's stand there. */
const OTHERS = 2;

/**
 * The name to write, and what stands behind it: `Auvelity` and `: dextromethorphan and bupropion`, `acetazolamide` and ` (Diamox)`.
 *
 * @param used what the page calls the medicine, in order of first mention
 * @param name of the entry
 */
export function pageName(used: readonly string[], name: string): [called: string, more: string] {
  const others = used
    .filter((one) => !isAlike(one, name))
    .slice(0, OTHERS)
    .join(', ');
  const own = used.find((one) => isAlike(one, name));
  if (own === undefined && others) return [others, `: ${name}`];
  const called = own === undefined || fold(own) === fold(name) ? name : own;
  return [called, others && ` (${others})`];
}

/** Whether two names differ at most by an ending, such as that of another language or a salt. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)];
  return a.startsWith(b) || (a.length > 3 && b.startsWith(a));
}

/** Without case and accents: what a reader types rarely has them. */
export function fold(text: string): string {
  return withoutAccents(text.normalize('NFKC')).trim().replace(/\s+/g, ' ');
}
