/**
 * How a mark of each verdict looks: a shape and a colour together, so that neither has to be told alone. One table for
 * the rules that pages get and for the samples that our own pages show. Pure.
 */
import type { MarkChoice } from './marks.ts';
import type { Verdict } from './verdict.ts';

/** What `::highlight()` of both browsers can draw. */
export interface MarkLook {
  /** Shape of the line below the words. */
  readonly line: 'wavy' | 'double' | 'dashed' | 'dotted' | 'solid';
  /** Its thickness in whole pixels, since one browser rounds others up and the other one down; small text has a thinner one. */
  readonly width: number;
  readonly color: string;
  /** Of the colour behind the words, in percent. */
  readonly tint: number;
}

/**
 * Each has 3 to 1 and more against white and against the usual dark grounds, up to #2b2b2b, to full colour vision and as
 * eyes without red or green cones see it: a purer red is too dark for the first of these on a dark page, or too light for
 * the second on a white one.
 */
export const VERDICT_COLORS: Readonly<Record<Verdict, `#${string}`>> = {
  avoid: '#da5b5e',
  caution: '#bf7100',
  watch: '#9a7d00',
  other: '#78828f',
  memantine: '#159384',
};

/** Lines have their thickness on text from 13px on. */
const EM_PER_PIXEL = 0.078;

/** The flash where the reader was taken to, where the reader chose no colour. */
export const FLASH_COLOR = '#2f80c9';

type Shapes = Readonly<Record<Verdict, Pick<MarkLook, 'line' | 'width' | 'tint'>>>;

/**
 * No line is a plain one, which links have. Lines weigh the more the more they matter, memantine's own apart; verdicts that
 * differ by degree only, caution and watch, share a shape, the graver one heavier. `underline`: a tint makes what matters
 * stand out on links, too. `dotted`: lines alone. `background`: the tint leads.
 */
const SHAPES: Readonly<Record<MarkChoice['style'], Shapes>> = {
  underline: {
    avoid: { line: 'wavy', width: 2, tint: 14 },
    caution: { line: 'dashed', width: 3, tint: 14 },
    watch: { line: 'dashed', width: 2, tint: 0 },
    other: { line: 'dotted', width: 1, tint: 0 },
    memantine: { line: 'double', width: 1, tint: 12 },
  },
  dotted: {
    avoid: { line: 'dotted', width: 5, tint: 0 },
    caution: { line: 'dotted', width: 3, tint: 0 },
    watch: { line: 'dotted', width: 2, tint: 0 },
    other: { line: 'dotted', width: 1, tint: 0 },
    memantine: { line: 'dashed', width: 2, tint: 0 },
  },
  background: {
    avoid: { line: 'wavy', width: 2, tint: 30 },
    caution: { line: 'dashed', width: 2, tint: 30 },
    watch: { line: 'dashed', width: 1, tint: 22 },
    other: { line: 'dotted', width: 1, tint: 14 },
    memantine: { line: 'double', width: 1, tint: 30 },
  },
};

/** @param choice a colour of the reader's own stands for all verdicts: their shapes still differ. */
export function markLook(verdict: Verdict, { style, color }: Pick<MarkChoice, 'style' | 'color'>): MarkLook {
  return { ...SHAPES[style][verdict], color: color === 'auto' ? VERDICT_COLORS[verdict] : color };
}

/**
 * In forced colours Chromium fills every highlight with the colours of a selection, whatever its rules say. So that a page
 * does not shout, only what is to be avoided is filled as a whole; of other names so many first letters are, the more the
 * more it matters, and one is left in any case. Memantine itself stands apart: its last letters are. The legend says so.
 */
const FILLED: Readonly<Record<Exclude<Verdict, 'avoid'>, number>> = {
  caution: 4,
  memantine: -3,
  watch: 2,
  other: 1,
};

/** From where to where a name of so many letters is filled in forced colours. */
export function filledPart(verdict: Verdict, length: number): readonly [start: number, end: number] {
  if (verdict === 'avoid') return [0, length];
  const count = Math.max(Math.min(Math.abs(FILLED[verdict]), length - 1), 1);
  return FILLED[verdict] < 0 ? [length - count, length] : [0, count];
}

/** The declarations of a look, by CSS property. On smaller text all becomes smaller: the next line is nearer there. */
export function declarations({ line, width, color, tint }: MarkLook): Readonly<Record<string, string>> {
  const most = `${width}px`;
  const thickness =
    width === 1 ? most : `clamp(1px, round(down, ${(width * EM_PER_PIXEL).toFixed(3)}em, 1px), ${most})`;
  // A wave begins lower than other lines.
  const offset = line === 'wavy' ? 'min(2px, .4em - 3px)' : 'min(3px, .4em - 2px)';
  return {
    'text-decoration': `underline ${line} ${thickness} ${color}`,
    'text-underline-offset': offset,
    // The line below what hangs down is what tells one shape from another.
    'text-decoration-skip-ink': 'none',
    ...(tint > 0 ? { 'background-color': `color-mix(in srgb,${color} ${tint}%,transparent)` } : {}),
  };
}
