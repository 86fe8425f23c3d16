/**
 * How a mark of each verdict looks: a shape and a colour together, so that neither has to be told alone. One table for the
 * rules that pages get and for the samples that our own pages show. Pure.
 */
import type { MarkChoice } from './marks.ts';
import type { Verdict } from './verdict.ts';

/** CSS, as far as `::highlight()` takes it in both browsers. */
export interface MarkLook {
  /** Style and thickness of the line below the words, and its colour. */
  readonly line: `${'wavy' | 'double' | 'dashed' | 'dotted' | 'solid'} ${number}px`;
  readonly color: string;
  /** Of the colour behind the words, in percent. */
  readonly tint: number;
}

/**
 * Each has 3 to 1 and more against white and against the usual dark grounds, up to #2b2b2b. The red is as light as white
 * allows: to eyes without red cones a darker one is the faintest of all on a dark page.
 */
export const VERDICT_COLORS: Readonly<Record<Verdict, `#${string}`>> = {
  avoid: '#ee4e52',
  caution: '#bf7100',
  watch: '#9a7d00',
  other: '#78828f',
  memantine: '#159384',
};

/** The flash where the reader was taken to, where the reader chose no colour. */
export const FLASH_COLOR = '#2f80c9';

type Shapes = Readonly<Record<Verdict, Pick<MarkLook, 'line' | 'tint'>>>;

/**
 * No line is a plain one, which links have. Verdicts that differ by degree only, caution and watch, share a shape, the graver
 * one heavier. `underline`: a tint makes what matters stand out on links, too. `dotted`: lines alone, the heavier the more
 * it matters. `background`: the tint leads.
 */
const SHAPES: Readonly<Record<MarkChoice['style'], Shapes>> = {
  underline: {
    avoid: { line: 'wavy 1.5px', tint: 14 },
    caution: { line: 'dashed 2px', tint: 14 },
    watch: { line: 'dashed 1px', tint: 0 },
    other: { line: 'dotted 2px', tint: 0 },
    memantine: { line: 'double 1.5px', tint: 12 },
  },
  dotted: {
    avoid: { line: 'dotted 4px', tint: 0 },
    caution: { line: 'dotted 3px', tint: 0 },
    watch: { line: 'dotted 2px', tint: 0 },
    other: { line: 'dotted 1px', tint: 0 },
    memantine: { line: 'dashed 1.5px', tint: 0 },
  },
  background: {
    avoid: { line: 'wavy 1px', tint: 30 },
    caution: { line: 'dashed 2px', tint: 30 },
    watch: { line: 'dashed 1px', tint: 22 },
    other: { line: 'dotted 1px', tint: 14 },
    memantine: { line: 'double 1px', tint: 30 },
  },
};

/** @param choice a colour of the reader's own stands for all verdicts: their shapes still differ. */
export function markLook(verdict: Verdict, { style, color }: Pick<MarkChoice, 'style' | 'color'>): MarkLook {
  return { ...SHAPES[style][verdict], color: color === 'auto' ? VERDICT_COLORS[verdict] : color };
}

/**
 * In forced colours Chromium fills every highlight with the colours of a selection, whatever its rules say. So that a page
 * does not shout, only what is to be avoided is filled as a whole; of other names so many first letters are, the more the
 * more it matters. The legend says so.
 */
export const FILLED: Readonly<Record<Verdict, number>> = {
  avoid: Number.POSITIVE_INFINITY,
  caution: 4,
  memantine: 3,
  watch: 2,
  other: 1,
};

/** The declarations of a look, by CSS property. */
export function declarations({ line, color, tint }: MarkLook): Readonly<Record<string, string>> {
  return {
    'text-decoration': `underline ${line} ${color}`,
    'text-underline-offset': '3px',
    // The line below what hangs down is what tells one shape from another.
    'text-decoration-skip-ink': 'none',
    ...(tint > 0 ? { 'background-color': `color-mix(in srgb,${color} ${tint}%,transparent)` } : {}),
  };
}
