/**
 * How strong a source is: one order for the card, which shows the strongest first, for the rules and for the report.
 * What is official and known by its revision stands before what is studied, and both before what others wrote about it.
 */
import type { Source } from './types.ts';

/** Kinds of documents, the strongest first. */
const TYPES: readonly Source['type'][] = [
  'label',
  'authority',
  'guideline',
  'systematic-review',
  'study',
  'reference-work',
  'database',
  'other',
];

/** The first five kinds are documents in their own right; the rest tell what stands in documents. */
const PRIMARY: ReadonlySet<Source['type']> = new Set(TYPES.slice(0, 5));

/** As many sources as a sentence shows. */
export const SHOWN_SOURCES = 3;

/** Whether somebody read the document itself, or a copy that shows which document and which revision it is. */
export function isWitnessed({ read, weak }: Source): boolean {
  if (weak !== undefined) return false;
  return read.in === 'original' || (read.in === 'copy' && read.identified === true);
}

/** A primary document whose place of reading is not a weak one. */
export function isPrimary({ type, weak }: Source): boolean {
  return weak === undefined && PRIMARY.has(type);
}

/** Strongest first; equal ones stay as they are. */
export function compareStrength(a: Source, b: Source): number {
  return strengthOf(b) - strengthOf(a) || TYPES.indexOf(a.type) - TYPES.indexOf(b.type);
}

/** The sources that a sentence shows. */
export function strongest<S extends Source>(sources: readonly S[], shown = SHOWN_SOURCES): S[] {
  return [...sources].sort(compareStrength).slice(0, shown);
}

function strengthOf(source: Source): number {
  if (source.weak !== undefined) return 0;
  const dated = source.document.undated !== true;
  return (isPrimary(source) && dated ? 2 : 0) + (isWitnessed(source) ? 1 : 0) + (isPrimary(source) ? 1 : 0);
}
