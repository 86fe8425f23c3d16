/** What the viewer says in place of pages, or above them. */
import { t } from '../../platform/i18n.ts';
import { native } from '../../platform/native.ts';
import { button, byId, h } from '../../ui/dom.ts';
import { InvalidPDFException, ResponseException } from './pdfjs.ts';

/** Why there is nothing to show. Each is a sentence of the interface, `pdfSays…`. */
type Trouble =
  | 'Welcome'
  | 'Empty'
  | 'NotPdf'
  | 'Gone'
  | 'NoEntry'
  | 'Unreachable'
  | 'FilesOff'
  | 'FilesNever'
  | 'Locked';

/** Says something in place of the pages, with a way on. */
export function sayTrouble(trouble: Trouble, action: HTMLElement): void {
  document.body.dataset.state = 'trouble';
  const sentence = h('p', {}, t(`pdfSays${trouble}`));
  const panel = h('div', { class: 'panel', 'data-says': trouble }, sentence, h('p', { class: 'buttons' }, action));
  byId('says').replaceChildren(panel);
}

/** Says something above the pages, or above what stands in their place, until it is closed. */
export function sayAbove(key: string): void {
  const bar = h('div', { class: 'note', 'data-says': key }, h('p', {}, t(key)));
  bar.append(button(t('pdfClose'), () => bar.remove(), { class: 'button quiet' }));
  byId('says').querySelector('.note')?.remove();
  byId('says').prepend(bar);
}

export function sayNothing(): void {
  document.body.dataset.state = 'pages';
  byId('says').replaceChildren();
}

/** The sentence for what PDF.js throws. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof InvalidPDFException) return /empty/.test(error.message) ? 'Empty' : 'NotPdf';
  if (!(error instanceof ResponseException)) return 'Unreachable';
  if (error.status === 401 || error.status === 403) return 'NoEntry';
  return error.missing || error.status === 410 ? 'Gone' : 'Unreachable';
}

/** Chrome lets the reader give access to local files by address; Firefox gives it to no extension. */
export async function filesTrouble(): Promise<Trouble | undefined> {
  if (__BROWSER__ === 'firefox') return 'FilesNever';
  return (await native.extension.isAllowedFileSchemeAccess()) ? undefined : 'FilesOff';
}
