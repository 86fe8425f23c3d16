/**
 * A drawing of the browser's toolbar: where its extensions are, and what pins ours. Decoration: the words say it, too.
 */
import { svg } from '../../ui/dom.ts';

/** The puzzle piece of both browsers. */
const PUZZLE = 'M0 4h4.2a2.3 2.3 0 1 1 4.6 0H13v4.2a2.3 2.3 0 1 0 0 4.6V17H0z';
/** What pins: Chrome has a pin beside the name, Firefox a cog that opens a menu. */
const PIN = 'M4 0h7l-1 5 3 3v2H8.3V16h-1.6v-6H2V8l3-3z';
const COG =
  'M7.5 0v3M7.5 12v3M0 7.5h3M12 7.5h3M2.2 2.2l2.1 2.1M10.7 10.7l2.1 2.1M12.8 2.2l-2.1 2.1M4.3 10.7l-2.1 2.1M7.5 3.6a3.9 3.9 0 1 1 0 7.8 3.9 3.9 0 0 1 0-7.8';

function number(value: string, x: number, y: number): SVGElement[] {
  return [
    svg('circle', { class: 'step', cx: x, cy: y, r: 10 }),
    svg('text', { class: 'step-number', x, y: y + 4.5, 'text-anchor': 'middle' }, value),
  ];
}

export function toolbarPicture(): SVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 364 96', 'aria-hidden': 'true' },
    svg('rect', { class: 'chrome', x: 1, y: 1, width: 358, height: 38, rx: 8 }),
    svg('rect', { class: 'address', x: 40, y: 9, width: 226, height: 22, rx: 11 }),
    svg('path', { class: 'line', d: 'M14 20h14M20 14l-6 6 6 6' }),
    svg('path', { class: 'line', d: PUZZLE, transform: 'translate(291 10)' }),
    svg('path', { class: 'line', d: 'M338 14v.2M338 20v.2M338 26v.2' }),
    svg('rect', { class: 'menu', x: 140, y: 46, width: 200, height: 46, rx: 8 }),
    svg('rect', { class: 'lens', x: 152, y: 59, width: 20, height: 20, rx: 5 }),
    svg('circle', { class: 'glass', cx: 161, cy: 68, r: 4.5 }),
    svg('path', { class: 'glass', d: 'M164.4 71.4l4 4' }),
    svg('text', { class: 'name', x: 180, y: 74 }, 'Memantine Lens'),
    svg('path', { class: 'line', d: __BROWSER__ === 'firefox' ? COG : PIN, transform: 'translate(310 62)' }),
    ...number('1', 318, 20),
    ...number('2', 350, 69),
  );
}
