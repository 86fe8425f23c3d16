/** How marks look, as a rule for `::highlight()`. Pure: the page's script names the rule, the service worker inserts it. */
import type { MarkChoice } from '../../shared/policy/marks.ts';

type MarkSettings = Pick<MarkChoice, 'style' | 'color' | 'inPrint'>;

export interface MarkStyle {
  /** Key in `CSS.highlights`: says nothing of what it marks; one name for one look. */
  readonly name: string;
  /** Key of the mark that shows for a moment where the reader was taken to. */
  readonly flash: string;
  readonly css: string;
}

/** Readable on light and on dark pages: 3 to 1 against white and black alike. */
const AUTO = '#2f80c9';

/** The look of marks under these settings. */
export function markStyle({ style, color, inPrint }: MarkSettings): MarkStyle {
  const hue = color === 'auto' ? AUTO : color;
  const name = `hl-${style[0]}${hue.slice(1)}${inPrint ? 'p' : ''}`;
  const look = {
    underline: `text-decoration:underline 2px ${hue};text-underline-offset:2px`,
    dotted: `text-decoration:underline dotted 2px ${hue};text-underline-offset:2px`,
    background: `background-color:color-mix(in srgb,${hue} 30%,transparent)`,
  }[style];
  const rules = `::highlight(${name}){${look}}::highlight(hl-f){background-color:color-mix(in srgb,${hue} 45%,transparent)}`;
  return { name, flash: 'hl-f', css: inPrint ? rules : `@media not print{${rules}}` };
}
