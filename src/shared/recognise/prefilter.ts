/**
 * The question that every page is asked: may a name of the dictionary stand in this text at all?
 *
 * Names are sought by how they begin. One regular expression, made where the dictionary is, runs over the text as it
 * is: browsers do that in compiled code from the first character on. Where it hits, the text is folded and a little
 * more of the name is compared. Borders of words say nothing here: the text of two blocks may touch.
 *
 *     expression   (?:memant|ketami|pcp|...)      text   "she takes Memantine, 10 mg"
 *     names        memantine, ketamine, ...                         ^^^^^^... memantine
 *
 * A page may write a name otherwise than the dictionary: with accents, in full width, with a soft hyphen or a line end
 * in it. The expression hits such units too, and what stands around them is folded and compared.
 */
import { isEncoded, isHyphenated, normalise } from './normalise.ts';

/** What a prefilter is made of, small enough for every page; lists with one item a line. */
export interface PackedPrefilter {
  /** Source for how names begin, with two groups for what has to be folded first. */
  readonly plain: string;
  /** The same for names that begin beyond ASCII: most pages need not compile it. */
  readonly others: string;
  /** Folded names, cut where they are long. */
  readonly names: string;
  /** Short names that are compared as written. */
  readonly exact: string;
  /** The first two units of all names, one after the other. */
  readonly pairs: string;
}

/** An index at or after `from` inside the first place that may be a name, or -1. */
export type Prefilter = (text: string, from: number) => number;

/** Units by which the expression finds a name: with fewer it hits more words, with more it takes longer to compile. */
export const BEGINNING = 5;
/** Units that are compared: enough to tell names from most other words. */
export const COMPARED = 12;
/** Raw units that hold them: pages indent their lines deeply. Where they do not, what is seen of a name has to fit. */
const ROOM = 240;
/** Scripts other than Latin in which names are written. */
const OTHER_SCRIPTS = /[\u0370-\u1cff\u1f00-\u1fff\u2e80-\ud7ff\uf900-\ufaff\ufe70-\ufefc\uff65-\uffdc]/;
/** ASCII of one line with single spaces: only its case folds. */
const PLAIN = /^[!-~]*(?: [!-~]+)* ?$/;
/** What folding takes off most letters, by the browser's own means. */
const ACCENTS = /[\u0300-\u036f]/g;
const DASHES = /[\u2010-\u2013]/g;
/** A letter that may be half of another one, wrongly decoded, and would pass for an accented one. */
const MISREAD = /[ŠšŽžŸ]/;
/** Raw places of folded units where both are as many. */
const PLACES = Array.from({ length: BEGINNING }, (_, index) => index);

export function openPrefilter({ plain, others, names, exact, pairs }: PackedPrefilter): Prefilter {
  const usual = new RegExp(plain, 'gi');
  const all = others === '' ? usual : new RegExp(`${plain}|${others}`, 'gi');
  const asWritten = exact === '' ? [] : exact.split('\n');
  const lines = `\n${names}`;
  let known: ReadonlySet<string> | undefined;

  /** Whether a name begins at a place of folded text; `raw` is the text there as written. */
  function begins(folded: string, at: number, raw: string): boolean {
    known ??= new Set(names.split('\n'));
    for (let length = COMPARED; length > 1; length--) if (known.has(folded.slice(at, at + length))) return true;
    return asWritten.some((name) => raw.includes(name));
  }

  /** Whether a name begins at one of the first units of a stretch of text, from which `starts` are the raw places. */
  function beginsWithin(folded: string, starts: ArrayLike<number>, end: number, raw: string, isCut: boolean): boolean {
    for (let at = 0; at < folded.length && starts[at]! < end; at++) {
      if (!pairs.includes(folded.slice(at, at + 2))) continue;
      if (begins(folded, at, raw)) return true;
      // Deeply indented pages would be all doubt, if what can be seen of a name did not have to fit.
      if (isCut && folded.length - at < COMPARED && lines.includes(`\n${folded.slice(at)}`)) return true;
    }
    return false;
  }

  /** Whether a name begins at one of the places from `start` to `index`. */
  function isName(text: string, start: number, index: number): boolean {
    const near = text.slice(start, index + COMPARED);
    // Most text is: asked first, since a large dictionary asks it of every twentieth place.
    const simple = PLAIN.test(near) ? near : near.normalize('NFD').replace(ACCENTS, '').replace(DASHES, '-');
    const end = index - start + 1;
    if (simple.length === near.length && PLAIN.test(simple) && !isHyphenated(near) && !MISREAD.test(near))
      return beginsWithin(simple.toLowerCase(), PLACES, end, near, false);
    const raw = text.slice(start, index + ROOM);
    const isCut = index + ROOM < text.length;
    // A syllable of Hangul has three units.
    const enough = 3 * end + COMPARED;
    const joined = isHyphenated(raw) ? [false, true] : [false];
    // The ends of two blocks may look like an escape or a misread letter together.
    const readings = isEncoded(raw) ? [false, true] : [false];
    return readings.some((asWritten) =>
      joined.some((join) => {
        const folded = normalise(raw, join, enough, asWritten);
        return beginsWithin(folded.text, folded.starts, end, raw, isCut);
      }),
    );
  }

  return (text, from) => {
    const expression = OTHER_SCRIPTS.test(text) ? all : usual;
    expression.lastIndex = from;
    for (let hit = expression.exec(text); hit; hit = expression.exec(text)) {
      const { index } = hit;
      const isFolded = hit[1] !== undefined || hit[2] !== undefined;
      if (isName(text, isFolded ? backFrom(text, index) : index, index)) return index;
      expression.lastIndex = index + 1;
    }
    return -1;
  };
}

/**
 * Where a name may begin of which this unit is the first that folding changes, or the first after a change. A run of
 * white space counts as one unit.
 */
function backFrom(text: string, at: number): number {
  let start = at;
  for (let units = 1; units < BEGINNING && start > 0; units++) {
    start--;
    while (start > 0 && text.charCodeAt(start) <= 0x20 && text.charCodeAt(start - 1) <= 0x20) start--;
  }
  return start;
}
