/**
 * Makes the prefilter of a dictionary: the regular expression that runs over text as it is, and so has to know how raw
 * text may spell what folding makes equal. Made when the extension is built and, where packs or settings change the
 * names, in the service worker. "Pack" in its name is to make small: it knows nothing of knowledge packs.
 */
import type { Dictionary, Entry } from './dictionary.ts';
import { foldCodePoint } from './normalise.ts';
import { BEGINNING, COMPARED, type PackedPrefilter } from './prefilter.ts';

/** A name of so many units is looked for as written where its case counts: "ta" stands in many words. */
const SHORT = 4;

/** The prefilter for the names of a dictionary that are looked for on every page. */
export function packPrefilter({ entries }: Dictionary): PackedPrefilter {
  const all = entries.filter(({ role }) => role !== 'block');
  const isExact = ({ form, case: rule }: Entry) => rule === 'exact' && form.length <= SHORT;
  const beginnings = shortestOf(all.map(({ key }) => key.slice(0, BEGINNING)));
  const isPlain = (name: string) => /^[ -~]/.test(name);
  const others = beginnings.filter((name) => !isPlain(name));
  return {
    plain: expressionFor(beginnings.filter(isPlain)),
    others: others.length > 0 ? `(?=[${firstUnits(others)}])(?:${anyOf(others).join('|')})` : '',
    names: shortestOf(all.flatMap((entry) => (isExact(entry) ? [] : [entry.key.slice(0, COMPARED)]))).join('\n'),
    exact: all.flatMap((entry) => (isExact(entry) ? [entry.form] : [])).join('\n'),
    pairs: [...new Set(all.map(({ key }) => key.slice(0, 2)))].join(''),
  };
}

/** Sorted, without those that another begins: it stands for both. */
function shortestOf(names: readonly string[]): string[] {
  const known = new Set(names);
  return [...known].filter((name) => !hasBeginning(name, known)).sort();
}

function hasBeginning(name: string, known: ReadonlySet<string>): boolean {
  for (let length = 2; length < name.length; length++) if (known.has(name.slice(0, length))) return true;
  return false;
}

/** How names begin that begin with ASCII; and for folding, hyphens at line ends and units that fold to something else. */
function expressionFor(beginnings: readonly string[]): string {
  return `(?=[\\0-\\x7f])(?:${[...anyOf(beginnings), '(-\\s)'].join('|')})|([${FOLDED_UNITS}])`;
}

/** Sources for any of some beginnings, those together that begin with the same character. */
function anyOf(beginnings: readonly string[]): string[] {
  const spelt = beginnings.map(spellings);
  if (spelt.length > MANY) return roughly(spelt);
  const byFirst = new Map<string, string[]>();
  for (const [first = '', ...rest] of spelt) byFirst.set(first, [...(byFirst.get(first) ?? []), rest.join('')]);
  return [...byFirst].map(([first, rests]) => `${first}(?:${rests.join('|')})`);
}

/** Engines give up compiling larger expressions, and read the text a hundred times slower: alternatives, and characters. */
const MANY = 2_000;
const LONGEST = 19_000;

/** What names begin with, in fewer characters than usual: hits more words, and stays small. */
function roughly(spelt: readonly (readonly string[])[]): string[] {
  const four = byFour(spelt);
  return four.join('|').length < LONGEST ? four : byTwo(spelt);
}

/** The first four characters. */
function byFour(spelt: readonly (readonly string[])[]): string[] {
  const heads = new Map<string, Map<string, Set<string>>>();
  for (const [a = '', b = '', c = '', d = ''] of spelt) {
    const thirds = heads.get(a + b) ?? new Map<string, Set<string>>();
    heads.set(a + b, thirds.set(c, (thirds.get(c) ?? new Set()).add(d)));
  }
  return [...heads].map(
    ([head, thirds]) => `${head}(?:${[...thirds].map(([third, fourths]) => third + anyChar(fourths)).join('|')})`,
  );
}

/** Two characters, and any of those that come third and fourth after these. */
function byTwo(spelt: readonly (readonly string[])[]): string[] {
  const heads = new Map<string, readonly [Set<string>, Set<string>]>();
  for (const [a = '', b = '', c = '', d = ''] of spelt) {
    const [thirds, fourths] = heads.get(a + b) ?? [new Set(), new Set()];
    heads.set(a + b, [thirds.add(c), fourths.add(d)]);
  }
  return [...heads].map(([head, [thirds, fourths]]) => head + anyChar(thirds) + anyChar(fourths));
}

/** Source for any of some characters, which may themselves be spelt in several ways. */
function anyChar(sources: ReadonlySet<string>): string {
  const all = [...sources];
  return all.every((source) => /^[a-z\d]$/.test(source)) && all.length > 1
    ? `[${all.join('')}]`
    : `(?:${all.join('|')})`;
}

/**
 * Inside a character class: units that folding turns into letters, digits or hyphens of ASCII, that it makes vanish, or
 * that begin a pair of which it may do so. A few rare ranges hold others, too.
 */
const FOLDED_UNITS = [
  // Latin-1 and the rest of Latin; small capitals among the phonetic letters; letters as modifiers.
  '\\xaa\\xad\\xae\\xb2\\xb3\\xb9\\xba\\xbc-\\xbe\\xc0-\\xd6\\xd8-\\u02b8\\u02e0-\\u02e4\\u1d00-\\u1eff\\u2c60-\\u2c7f\\ua730\\ua731\\ua7af\\ua7f0-\\ua7f4',
  // Accents by themselves, of all scripts.
  '\\u0300-\\u036f\\u0485\\u0486\\u064b-\\u0655\\u0670\\u0951-\\u0954\\u1ab0-\\u1aff\\u1cd0-\\u1cff\\u20d0-\\u20ff\\u302a-\\u302d\\u3099\\u309a',
  // Ignorable characters, hyphens, and the root that begins a misread letter.
  '\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u2013\\u202a-\\u202e\\u2060-\\u206f\\u2212\\u221a\\u3164\\ufeff\\uffa0\\ufff0-\\ufff8',
  // Raised, lowered, circled, squared and wide letters and digits; ligatures.
  '\\u2070-\\u209f\\u20a8\\u2100-\\u218f\\u2460-\\u24ff\\u2776-\\u2793\\u3200-\\u33ff\\ufb00-\\ufb06\\ufb29\\ufe00-\\ufe2f\\ufe35\\ufe36\\ufe50-\\ufe66',
  '\\uff0b\\uff0d-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a',
  // First halves of pairs: styled letters of mathematics, enclosed letters, tags.
  '\\ud800\\ud801\\ud804\\ud82f\\ud833-\\ud835\\ud83c\\ud83e\\udb40-\\udb43',
].join('');

/** Scripts of which folding takes accents and widths away: Greek to Arabic, polytonic Greek, kana, joined Arabic. */
const ACCENTED: readonly (readonly [number, number])[] = [
  [0x370, 0x6ff],
  [0x1f00, 0x1fff],
  [0x3040, 0x30ff],
  [0xfe70, 0xfefc],
  [0xff65, 0xff9f],
];

let variants: Map<string, string> | undefined;

/** By folded unit, the raw ones of `ACCENTED` that fold to it. */
function variantsOf(unit: string): string | undefined {
  variants ??= allVariants();
  return variants.get(unit);
}

function allVariants(): Map<string, string> {
  const found = new Map<string, string>();
  for (const [first, last] of ACCENTED) {
    for (let code = first; code <= last; code++) {
      const [raw, folded] = [String.fromCharCode(code), foldCodePoint(code)];
      // Case is the expression's.
      if (folded.length === 1 && raw.toLowerCase() !== folded) found.set(folded, (found.get(folded) ?? '') + raw);
    }
  }
  return found;
}

/** What may stand for a unit that FOLDED_UNITS does not name. */
const MARKS: Readonly<Record<string, string>> = {
  ' ': '\\s+',
  "'": "['\u2018\u2019\u02bc\uff07]",
  '(': '[(\uff08]',
  ')': '[)\uff09]',
  ',': '[,\uff0c]',
};

/** Sources for the raw spellings of a name's folded beginning in which no unit of FOLDED_UNITS stands, one a character. */
function spellings(folded: string): string[] {
  // Hangul is folded to its letters, of which the last syllable may have more.
  return [...folded.normalize('NFC')].map((char, index, all) => {
    const syllables = syllablesOf(char, index === all.length - 1);
    return syllables === undefined ? spelling(char) : `(?:[${syllables}]|${char.normalize('NFD')})`;
  });
}

function spelling(unit: string): string {
  const variants = variantsOf(unit);
  return MARKS[unit] ?? (variants ? `[${unit}${variants}]` : unit.replace(/[.*+?^${}|[\]\\/-]/g, '\\$&'));
}

/** Inside a character class: the units with which `spellings` may begin. */
function firstUnits(folded: readonly string[]): string {
  const units = folded.flatMap((one) => [
    one[0]!,
    variantsOf(one[0]!) ?? '',
    syllablesOf(one.slice(0, 2).normalize('NFC'), true) ?? '',
  ]);
  return [...new Set(units)].join('').replace(/[\]\\^]/g, '\\$&');
}

const SYLLABLES = 0xac00;
/** Syllables with the same first consonant, and with the same vowel after it. */
const PER_CONSONANT = 588;
const PER_VOWEL = 28;

/** Range of the syllables that begin with a syllable or a consonant; with `open`, a last consonant may follow. */
function syllablesOf(char: string, open: boolean): string | undefined {
  const code = char.charCodeAt(0);
  const range = (first: number, count: number) =>
    `${String.fromCharCode(first)}-${String.fromCharCode(first + count - 1)}`;
  if (code >= 0x1100 && code <= 0x1112) return range(SYLLABLES + (code - 0x1100) * PER_CONSONANT, PER_CONSONANT);
  if (code < SYLLABLES || code > 0xd7a3) return undefined;
  return open && (code - SYLLABLES) % PER_VOWEL === 0 ? range(code, PER_VOWEL) : char;
}
