/** What the popup calls a medicine: by the name that the page uses, with the one of our list where they differ. Pure. */
import { withoutAccents } from '../../shared/without-accents.ts';

/** How many other names stand with the first. */
const OTHERS = 2;

/** A name as the popup writes it: `Auvelity: dextromethorphan and bupropion`, `acetazolamide (Diamox)`. */
export interface PageName {
  /** Where the page never writes the name of our list, or one like it. */
  readonly onPage?: string;
  readonly name: string;
  /** Where the page writes it, and others. */
  readonly also?: string;
}

/**
 * @param used what the page calls the medicine, in order of first mention
 * @param name of the entry
 */
export function pageName(used: readonly string[], name: string): PageName {
  const others = used.filter((one) => !isAlike(one, name)).slice(0, OTHERS);
  const own = used.find((one) => isAlike(one, name));
  if (own === undefined && others.length > 0) return { onPage: others.join(', '), name };
  const called = own === undefined || fold(own) === fold(name) ? name : own;
  return others.length > 0 ? { name: called, also: others.join(', ') } : { name: called };
}

/** In one line. */
export function pageNameText({ onPage, name, also }: PageName): string {
  if (onPage !== undefined) return `${onPage}: ${name}`;
  return also === undefined ? name : `${name} (${also})`;
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
