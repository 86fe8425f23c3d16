/**
 * How marks look, as rules for `::highlight()`. Pure: the frame's script names the rules, the service worker inserts
 * them.
 */
import { declarations, FLASH_COLOR, markLook } from '../../shared/policy/mark-look.ts';
import type { MarkChoice, PaintNames } from '../../shared/policy/marks.ts';
import { VERDICTS } from '../../shared/policy/verdict.ts';

/** The rules for marks under these settings; what a page names is never more than a name. */
export function markStyle(settings: Pick<MarkChoice, 'style' | 'color' | 'inPrint'>, names: PaintNames): string {
  const hue = settings.color === 'auto' ? FLASH_COLOR : settings.color;
  let rules = [
    ...VERDICTS.map((verdict) => rule(names[verdict], declarations(markLook(verdict, settings)))),
    rule(names.flash, { 'background-color': `color-mix(in srgb,${hue} 45%,transparent)` }),
  ].join('');
  // There, Chromium fills marks, and draws what of a line lies within: bits of it.
  if (__BROWSER__ === 'chrome')
    rules += `@media (forced-colors:active){${VERDICTS.map((verdict) => rule(names[verdict], { 'text-decoration': 'none' })).join('')}}`;
  return settings.inPrint ? rules : `@media not print{${rules}}`;
}

function rule(name: string, properties: Readonly<Record<string, string>>): string {
  const body = Object.entries(properties).map(([property, value]) => `${property}:${value}`);
  return `::highlight(${name}){${body.join(';')}}`;
}
