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

/** Each has 3 to 1 and more against white and against the usual dark grounds, up to #2b2b2b. */
export const VERDICT_COLORS: Readonly<Record<Verdict, `#${string}`>> = {
  avoid: '#e0353b',
  caution: '#bf7100',
  other: '#78828f',
  memantine: '#159384',
};

/** The flash where the reader was taken to, where the reader chose no colour. */
export const FLASH_COLOR = '#2f80c9';

type Shapes = Readonly<Record<Verdict, Pick<MarkLook, 'line' | 'tint'>>>;

/**
 * No line is a plain one, which links have. `underline`: a tint makes what matters stand out on links, too. `dotted`:
 * lines alone, the heavier the more it matters. `background`: the tint leads.
 */
const SHAPES: Readonly<Record<MarkChoice['style'], Shapes>> = {
  underline: {
    avoid: { line: 'wavy 1.5px', tint: 14 },
    caution: { line: 'dashed 2px', tint: 14 },
    other: { line: 'dotted 2px', tint: 0 },
    memantine: { line: 'double 1.5px', tint: 12 },
  },
  dotted: {
    avoid: { line: 'dotted 4px', tint: 0 },
    caution: { line: 'dotted 3px', tint: 0 },
    other: { line: 'dotted 1.5px', tint: 0 },
    memantine: { line: 'dashed 1.5px', tint: 0 },
  },
  background: {
    avoid: { line: 'wavy 1px', tint: 30 },
    caution: { line: 'dashed 1px', tint: 30 },
    other: { line: 'dotted 1px', tint: 22 },
    memantine: { line: 'double 1px', tint: 30 },
  },
};

/** @param choice a colour of the reader's own stands for all verdicts: their shapes still differ. */
export function markLook(verdict: Verdict, { style, color }: Pick<MarkChoice, 'style' | 'color'>): MarkLook {
  return { ...SHAPES[style][verdict], color: color === 'auto' ? VERDICT_COLORS[verdict] : color };
}

/**
 * In forced colours Chromium fills every highlight with the colours of a selection, whatever its rules say. So that a page
 * does not shout, only what is to be avoided is filled as a whole; of other names so many first letters are.
 */
export const FILLED: Readonly<Record<Verdict, number>> = {
  avoid: Number.POSITIVE_INFINITY,
  memantine: 3,
  caution: 2,
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
