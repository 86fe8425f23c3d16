/**
 * The question that every page is asked: may a name of the dictionary stand in this text at all?
 *
 * Names are sought by how they begin. One regular expression, made where the dictionary is, runs over the text as it is:
 * browsers do that in compiled code from the first character on. Where it hits, the text is folded and a little more of
 * the name is compared. Borders of words say nothing here: the text of two blocks may touch.
 *
 *     expression   (?:memant|ketami|pcp|...)      text   "she takes Memantine, 10 mg"
 *     names        memantine, ketamine, ...                         ^^^^^^... memantine
 *
 * A page may write a name otherwise than the dictionary: with accents, in full width, with a soft hyphen or a line end
 * in it. The expression hits such units too, and what stands around them is folded and compared.
 */
import { isHyphenated, normalise } from './normalise.ts';

/** What a prefilter is made of, small enough for every page; lists with one item a line. */
export interface PackedPrefilter {
  /** Source for how names begin, with two groups for what has to be folded first. */
  readonly plain: string;
  /** The same for names that begin beyond ASCII: most pages need not compile it. */
  readonly others: string;
  /** Inside a character class: how `others` may begin. */
  readonly firsts: string;
  /** Folded names, cut where they are long. */
  readonly names: string;
  /** Short names that are compared as written. */
  readonly exact: string;
}

/** An index at or after `from` inside the first place that may be a name, or -1. */
export type Prefilter = (text: string, from: number) => number;

/** Units by which the expression finds a name: with fewer it hits more words, with more it takes longer to compile. */
export const BEGINNING = 5;
/** Units that are compared: enough to tell names from most other words. */
export const COMPARED = 12;
/** Raw units that hold them: pages indent their lines deeply. Where they do not, the benefit of the doubt is given. */
const ROOM = 240;

export function openPrefilter({ plain, others, firsts, names, exact }: PackedPrefilter): Prefilter {
  const first = others === '' ? /(?!)/ : new RegExp(`[${firsts}]`, 'i');
  const pair = (source: string) => ({ inText: new RegExp(source, 'gi'), inFolded: new RegExp(source, 'gi') });
  const usual = pair(plain);
  const all = pair(`${plain.slice(0, -1)}|(?=[${firsts}])(?:${others}))`);
  let known: ReadonlyMap<string, string> | undefined;

  /** Whether a name begins at a place of folded text; `raw` is the text there as written. */
  function begins(folded: string, at: number, raw: string): boolean {
    known ??= new Map([
      ...names.split('\n').map((name) => [name, ''] as const),
      ...exact.split('\n').map((name) => [name.toLowerCase(), name] as const),
    ]);
    for (let length = COMPARED; length > 1; length--) {
      const name = known.get(folded.slice(at, at + length));
      if (name !== undefined && raw.includes(name)) return true;
    }
    return false;
  }

  /** Whether a name begins at one of the first `starts` units of a stretch of text. `isCut`: the text goes on. */
  function holdsName(inFolded: RegExp, raw: string, starts: number, isCut: boolean, join: boolean): boolean {
    // A syllable of Hangul has three units.
    const { text, starts: places } = normalise(raw, join, 3 * starts + BEGINNING);
    inFolded.lastIndex = 0;
    for (let hit = inFolded.exec(text); hit && places[hit.index]! < starts; hit = inFolded.exec(text)) {
      const folded = normalise(raw, join, hit.index + COMPARED).text;
      if (begins(folded, hit.index, raw)) return true;
      if (isCut && folded.length - hit.index < COMPARED) return true;
      inFolded.lastIndex = hit.index + 1;
    }
    return false;
  }

  return (text, from) => {
    const { inText, inFolded } = first.test(text) ? all : usual;
    inText.lastIndex = from;
    for (let hit = inText.exec(text); hit; hit = inText.exec(text)) {
      const { index } = hit;
      const end = index + ROOM;
      if (hit[1] === undefined && hit[2] === undefined && PLAIN.test(text.slice(index, index + COMPARED))) {
        const raw = text.slice(index, index + COMPARED);
        if (begins(raw.toLowerCase(), 0, raw)) return index;
      } else {
        const start = hit[1] === undefined && hit[2] === undefined ? index : backFrom(text, index);
        const raw = text.slice(start, end);
        if (holdsName(inFolded, raw, index - start + 1, end < text.length, false)) return index;
        if (isHyphenated(raw) && holdsName(inFolded, raw, index - start + 1, end < text.length, true)) return index;
      }
      inText.lastIndex = index + 1;
    }
    return -1;
  };
}

/** ASCII of one line with single spaces: only its case folds. */
const PLAIN = /^[!-~]+(?: [!-~]+)* ?$/;

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
