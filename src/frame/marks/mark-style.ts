/** How marks look, as rules for `::highlight()`. Pure: the frame's script names the rules, the service worker inserts them. */
import type { MarkChoice, PaintNames } from '../../shared/policy/marks.ts';

type MarkSettings = Pick<MarkChoice, 'style' | 'color' | 'inPrint'>;

/** Readable on light and on dark pages: 3 to 1 against white and black alike. */
const AUTO = '#2f80c9';

/** The rules for marks under these settings; what a page names is never more than a name. */
export function markStyle({ style, color, inPrint }: MarkSettings, { marks, flash }: PaintNames): string {
  const hue = color === 'auto' ? AUTO : color;
  const look = {
    underline: `text-decoration:underline 2px ${hue};text-underline-offset:2px`,
    dotted: `text-decoration:underline dotted 2px ${hue};text-underline-offset:2px`,
    background: `background-color:color-mix(in srgb,${hue} 30%,transparent)`,
  }[style];
  const rules = `::highlight(${marks}){${look}}::highlight(${flash}){background-color:color-mix(in srgb,${hue} 45%,transparent)}`;
  return inPrint ? rules : `@media not print{${rules}}`;
}
