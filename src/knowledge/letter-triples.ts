/**
 * How common letters are beside each other in English, small enough for the service worker: it chooses the prefilter's
 * segments anew when packs add names. Judged by single letters, most segments would stand in half of all pages.
 */
import type { Commonness } from '../shared/recognise/segments.ts';

const LETTERS = 26;
/** Shares are kept as one character a triple: none, or from 2^-28 (one in 268 millions) in steps of a third of a power. */
const FIRST = 35;
const STEPS = 3;
const LEAST = -28;
/** The share of what is not of three letters a to z, such as digits: rare, as far as words tell. */
const OTHER = 1e-7;

const triples: readonly string[] = Array.from({ length: LETTERS ** 3 }, (_, index) =>
  [index / LETTERS ** 2, (index / LETTERS) % LETTERS, index % LETTERS]
    .map((letter) => String.fromCharCode(97 + Math.floor(letter)))
    .join(''),
);

/** The shares of all triples of letters, one character each. */
export function packTriples({ part }: Commonness): string {
  return triples.map((triple) => String.fromCharCode(FIRST + step(part(triple)))).join('');
}

/** Reads what `packTriples` wrote. A segment is as common as its rarest triple. */
export function openTriples(packed: string): Commonness {
  const shares = new Map(triples.map((triple, index) => [triple, share(packed.charCodeAt(index) - FIRST)]));
  const pairs = new Map<string, number>();
  for (const [triple, value] of shares) {
    const pair = triple.slice(0, 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + value);
  }
  const part = (letters: string): number => shares.get(letters) ?? pairs.get(letters) ?? OTHER;
  return {
    part,
    whole: (segment) => {
      let rarest = part(segment.slice(0, 3));
      for (let at = 1; at + 3 <= segment.length; at++) rarest = Math.min(rarest, part(segment.slice(at, at + 3)));
      return rarest;
    },
  };
}

function step(value: number): number {
  return value > 0 ? Math.max(1, Math.round((Math.log2(value) - LEAST) * STEPS)) : 0;
}

function share(steps: number): number {
  return steps === 0 ? 0 : 2 ** (steps / STEPS + LEAST);
}
