/** The viewer's tools: buttons with an icon. */
import { t } from '../../platform/i18n.ts';
import { button } from '../../ui/dom.ts';
import { CLOSE, lineIcon, MAGNIFIER, OUT } from '../../ui/line-icon.ts';

/** Paths in a 16 by 16 box. */
const PATHS = {
  side: 'M1.8 2.8h12.4v10.4H1.8zM6 2.8v10.4M3.4 5.4h1M3.4 7.6h1',
  find: MAGNIFIER,
  up: 'M3.5 10 8 5.5 12.5 10',
  down: 'M3.5 6 8 10.5 12.5 6',
  minus: 'M3 8h10',
  plus: 'M3 8h10M8 3v10',
  rotate: 'M13 6.2A5.4 5.4 0 1 0 13.4 8M13.6 2.6v3.8H9.8',
  open: 'M1.8 12.8V3.2h4.4l1.6 1.8h6.4v7.8z',
  print: 'M4.4 6V2.2h7.2V6M4.4 11.6H2V6.2h12v5.4h-2.4M4.4 9.4h7.2v4.4H4.4z',
  save: 'M8 2v7.6M4.8 6.8 8 10l3.2-3.2M2.4 13.4h11.2',
  copy: 'M5.4 5.4h8v8h-8zM3.2 10.6h-.6v-8h8v.6',
  out: OUT,
  close: CLOSE,
} as const;

/**
 * A button with an icon.
 *
 * @param name key of its string, also its id
 * @param shortcut its key on the keyboard, for the tooltip
 */
export function tool(icon: keyof typeof PATHS, name: string, run: () => void, shortcut?: string): HTMLButtonElement {
  const title = shortcut ? `${t(name)} (${shortcut})` : t(name);
  const element = button('', run, { class: 'tool', id: name, 'aria-label': t(name), title });
  element.append(lineIcon(PATHS[icon]));
  return element;
}
