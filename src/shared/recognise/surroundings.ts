/** Whether what stands directly around a name makes it a part of something else: of an address, or of another substance. */
import { isWord } from './characters.ts';

/** How far an address or a chemical name is followed from a name inside it. */
const REACH = 80;
const LEFT_OF_TOKEN = /[^\s|()[\]<>{}"“”«»,;、。，（）「」]*$/u;
const RIGHT_OF_TOKEN = /^[^\s|()[\]<>{}"“”«»,;、。，（）「」]*/u;
/** Of sites and files. Endings that are words are left out. */
const ENDINGS =
  'com|org|net|gov|edu|info|co|eu|uk|de|fr|ch|io|php|html?|pdf|docx?|xlsx?|pptx?|csv|tsv|txt|json|xml|png|jpe?g|gif|svg|webp|js|ts|py|zip';
/**
 * A scheme, an account, a path, or an ending. A capital after the dot begins a sentence; a slash alone is no path, and a
 * backslash before a letter that stands for a line end is none either.
 */
const ADDRESS = new RegExp(
  [
    ':\\/\\/|@[A-Za-z]|^(?:www|WWW)\\.|^(?:doi|DOI):|^\\.{1,2}\\/|^\\/\\S*[/.][\\p{L}\\p{N}]|^[ru]\\/(?!s-)',
    '\\\\(?![nrt](?:\\p{Lu}|\\\\|$))',
    `\\.(?:${ENDINGS}|${ENDINGS.toUpperCase()})(?![\\p{L}\\p{N}])`,
  ].join('|'),
  'u',
);

/** Whether the name at `[start, end)` of raw text is a part of an address, a path, a file's name or an identifier. */
export function inAddress(raw: string, start: number, end: number): boolean {
  const before = LEFT_OF_TOKEN.exec(raw.slice(Math.max(0, start - REACH), start))![0];
  const after = RIGHT_OF_TOKEN.exec(raw.slice(end, end + REACH))![0];
  return (
    ADDRESS.test(before + raw.slice(start, end) + after) ||
    (before.endsWith('=') && /[?&_]/.test(before + after)) ||
    /\p{L}_$/u.test(before) ||
    /^_\p{L}/u.test(after)
  );
}

/** What chemists put before a name with a hyphen, besides the prefixes of the knowledge: `ethyl`, `MeO`, `N`. */
const CHEMICAL_PREFIX =
  /^(?:[nopm]|me|et|ho|oh|meo|eto|cl|br)$|(?:\p{L}{2}yl|oxy|oxo|hydro|chloro|fluoro|bromo|iodo|nitro|amino|thio)$/u;
/** The same before a short name: a place in a molecule, or what is there; `R-`, `S-`, `D-` and `L-` are its mirror forms. */
const LOCANT = /^(?:\d+[a-z]{0,2}|[^rsdl])$/;
/** What chemists put after a name. */
const CHEMICAL_SUFFIX = /^-(?:\d+(?:,\d+)*'?-(?:one|dione|ol|al|amine|yl|carb)|(?:\d'?-)?n-oxide|d\d+(?!\p{L}))/u;
const SHORT = 5;

/** Whether the name at `[start, end)` of folded text is a part of another substance's: "3-MeO-PCP", "norketamine". */
export function inChemicalName(prefixes: readonly string[], text: string, start: number, end: number): boolean {
  if (text[end] === '-' && CHEMICAL_SUFFIX.test(text.slice(end, end + REACH))) return true;
  if (text[start - 1] !== '-') return false;
  let from = start - 1;
  while (from > 0 && isWord(text.charCodeAt(from - 1))) from--;
  const part = text.slice(from, start - 1);
  return prefixes.includes(part) || CHEMICAL_PREFIX.test(part) || (end - start < SHORT && LOCANT.test(part));
}

/** A receptor is named by what binds to it; "ketamine receptor binding" speaks of ketamine. */
const RECEPTOR =
  /^[ -]receptor(?:s(?!\p{L})|(?: partial| full)? (?:ant)?agonis|-?(?: sub)?types?| (?:subunit|gene|ligand|protein|channel))/u;

/** Whether the name that ends there stands for a receptor: "nicotine receptors". */
export function inReceptorName(text: string, end: number): boolean {
  return RECEPTOR.test(text.slice(end, end + REACH));
}
