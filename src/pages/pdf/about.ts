/** The line above the pages: what is shown, and where it is from; the tab's own address is the viewer's. */
import { copyText } from '../../card/copy.ts';
import { t } from '../../platform/i18n.ts';
import { button, byId, h } from '../../ui/dom.ts';
import { tool } from './tool.ts';

/**
 * @param address of the document, or the name of a file that the reader opened
 * @param original shows it in the browser's own viewer; absent for a file that was opened
 */
export function showAbout(title: string, address: string, original?: () => void): void {
  document.title = title;
  const copy = tool('copy', 'pdfCopyAddress', () => void copied(copy, address));
  byId('about').replaceChildren(
    h('strong', { id: 'title', dir: 'auto' }, title),
    h('bdi', { id: 'address', title: address }, address),
    ...(original ? [copy, button(t('pdfOriginal'), original, { class: 'button quiet', id: 'original' })] : []),
  );
}

async function copied(copy: HTMLElement, address: string): Promise<void> {
  if (!(await copyText(address))) return;
  copy.dataset.done = t('pdfCopied');
  setTimeout(() => delete copy.dataset.done, 2_000);
}
