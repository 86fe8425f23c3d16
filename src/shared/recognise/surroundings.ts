/**
 * Whether what stands directly around a name makes it a part of something else: of an address, or of another substance.
 */
import { isWord } from './characters.ts';
import { ESCAPE } from './normalise.ts';

/** How far an address or a chemical name is followed from a name inside it. */
const REACH = 80;
const LEFT_OF_TOKEN = /[^\s|()[\]<>{}"“”«»,;、。，（）「」]*$/u;
const RIGHT_OF_TOKEN = /^[^\s|()[\]<>{}"“”«»,;、。，（）「」]*/u;
/** Of sites and files. Endings that are words are left out. */
const ENDINGS =
  'com|org|net|gov|edu|info|co|eu|uk|de|fr|ch|io|php|html?|pdf|docx?|xlsx?|pptx?|csv|tsv|txt|json|xml|png|jpe?g|gif|svg|webp|js|ts|py|zip';
/** A scheme, an account, a path, or an ending. A capital after the dot begins a sentence; a slash alone is no path. */
const ADDRESS = new RegExp(
  [
    ':\\/\\/|@[A-Za-z]|^(?:www|WWW)\\.|^(?:doi|DOI):|^\\.{1,2}\\/|^\\/\\S*[/.][\\p{L}\\p{N}]|^[ru]\\/(?!s-)',
    `\\.(?:${ENDINGS}|${ENDINGS.toUpperCase()})(?!-?[\\p{L}\\p{N}])`,
  ].join('|'),
  'u',
);

const [LAST_ESCAPE, FIRST_ESCAPE] = [new RegExp(`^.*${ESCAPE}`, 's'), new RegExp(`${ESCAPE}.*$`, 's')];
/** Of a string in code, which is a token with its quotes. */
const QUOTES = /^['‘’`]+/;
/** A path with backslashes: a drive, a folder, a file. */
const PATH = new RegExp(
  `^[A-Za-z]:\\\\|\\\\(?![nrt]|u[\\da-fA-F]{4})[\\p{L}\\p{N}]|\\\\\\S*\\.(?:${ENDINGS})(?![\\p{L}\\p{N}])`,
  'u',
);

/** Whether the name at `[start, end)` of raw text is a part of an address, a path, a file's name or an identifier. */
export function inAddress(raw: string, start: number, end: number): boolean {
  const left = LEFT_OF_TOKEN.exec(raw.slice(Math.max(0, start - REACH), start))![0];
  const right = RIGHT_OF_TOKEN.exec(raw.slice(end, end + REACH))![0];
  const name = raw.slice(start, end);
  if (PATH.test(left + name + right)) return true;
  const [before, after] = [left.replace(LAST_ESCAPE, '').replace(QUOTES, ''), right.replace(FIRST_ESCAPE, '')];
  return (
    ADDRESS.test(before + name + after) ||
    (before.endsWith('=') && /[?&_]/.test(before + after)) ||
    // Office writes `_x000D_` for a line end.
    /(?<!_x[\dA-F]{3})\p{L}_$/u.test(before) ||
    /^_(?!x[\dA-F]{4}_)\p{L}/u.test(after)
  );
}

/** What chemists put before a name with a hyphen, besides the prefixes of the knowledge: `ethyl`, `MeO`, `N`, `iso`. */
const CHEMICAL_PREFIX = new RegExp(
  [
    '^(?:[nopm]|me|et|ho|oh|meo|eto|cl|br|bis|tris|di|tri|tetra|iso|homo|aza|oxa|thia|carba|cyclo|allo|epi|seco|pseudo)$',
    '(?:\\p{L}{2}yl|oxy|oxo|hydro|chloro|fluoro|bromo|iodo|nitro|nitroso|amino|thio)$',
  ].join('|'),
  'u',
);
/** The same before a short name: a place in a molecule, or what is there; `R-`, `S-`, `D-` and `L-` are its mirror forms. */
const LOCANT = /^(?:\d+[a-z]{0,2}|[^rsdl])$/;
const SHORT = 5;
/** A bracket before the hyphen, with what hangs on the molecule there: "2-(2-chlorophenyl)-". */
const GROUP = /[([](?:[^()[\]]*\d-\p{L}{2}[^()[\]]*|[^()[\]]*(?:yl|oxy|oxo|amino))[)\]]-$/u;

/** Places in a molecule: `3`, `2,3`, `1'`. */
const PLACES = "\\d+[a-z]?'?(?:,\\d+[a-z]?'?)*-";
const RADICAL = '(?:meth|eth|prop|but|pent|hex|hept|oct|phen|benz|acet|carbon|carbox|hydrox|succin)yl';
/** Made of a substance by a body or a chemist, and no salt of it. */
const MADE_OF_IT =
  '(?:glucuron|glucos|galactos|ribos)ides?|(?:hydr|per|ep|sulf|sulph)?oxides?|nitrates?|nitrites?|sulfones?|carbamates?|carboxylates?|cyanides?|azides?|methiodide|lactams?|iminium';
/** What chemists put after a name, with a hyphen or, where it is a word by itself, a space. */
const CHEMICAL_SUFFIX = new RegExp(
  [
    `^-${PLACES}(?:(?:one|dione|ol|diol|al|oh|[no])|(?:\\p{L}+(?:ate|ide|yl|oxy|oxo|amine|amide)|carb\\p{L}*))(?!\\p{L})`,
    `^[ -](?:${PLACES})?[no]'?-\\p{L}`,
    `^-(?:[23]h|1[134]c|15n|18[fo]|35s|12[345]i|131i|d\\d+|oh|cooh|nh2|oxo|hydroxy\\p{L}*|${RADICAL})(?![\\p{L}\\d])`,
    `^[ -](?:${PLACES})?(?:${MADE_OF_IT})(?!\\p{L})`,
    `^ (?:${RADICAL} )(?:\\p{L}+ate|ester|ether)s?(?!\\p{L})`,
    // Likened to it.
    '^-(?:like|simile?|simili|ahnlich\\p{L}*|artig\\p{L}*)(?!\\p{L})',
  ].join('|'),
  'u',
);

/** Whether what stands before the name at `[start, end)` of folded text makes it a part of another substance's: "3-MeO-PCP". */
export function hasChemicalPrefix(prefixes: readonly string[], text: string, start: number, end: number): boolean {
  if (text[start - 1] !== '-') return false;
  if (GROUP.test(text.slice(Math.max(0, start - REACH), start))) return true;
  let from = start - 1;
  while (from > 0 && isWord(text.charCodeAt(from - 1))) from--;
  const part = text.slice(from, start - 1);
  return prefixes.includes(part) || CHEMICAL_PREFIX.test(part) || (end - start < SHORT && LOCANT.test(part));
}

/** Whether what follows a name, its salt included, makes it another substance: "ketamine-N-oxide", "quinidine-like". */
export function hasChemicalSuffix(text: string, end: number): boolean {
  return CHEMICAL_SUFFIX.test(text.slice(end, end + REACH));
}

/** A receptor and a place on it are named by what binds there; "ketamine receptor binding" speaks of ketamine. */
const RECEPTOR = new RegExp(
  [
    '^[ -]receptors?(?!\\p{L})(?! (?:binding|occupanc|affinit|interact|bloc|activit|antagonism|selectiv|profile|target))',
    '^(?: \\([^() ]{1,8}\\)|\\))?(?:[ -](?:binding|recognition))?[ -]sites?(?!\\p{L})(?! of action)',
  ].join('|'),
  'u',
);

/** Whether the name that ends there stands for a receptor or a place on one: "nicotine receptors", "the PCP site". */
export function inReceptorName(text: string, start: number, end: number): boolean {
  // "[3H]nicotine binding sites" are those of the marked substance.
  return text[start - 1] !== ']' && RECEPTOR.test(text.slice(end, end + REACH));
}
