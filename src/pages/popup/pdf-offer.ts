/** The offer to read a PDF document; loaded only where a page did not answer. */
import { t } from '../../platform/i18n.ts';
import { native } from '../../platform/native.ts';
import { isPdf, readInViewer, takesViewer } from '../../platform/pdf-tabs.ts';
import { button } from '../../ui/dom.ts';
import type { PopupTab } from './tab.ts';

/** What to say of the tab's document, with a button that opens it in our viewer; undefined where it shows none, or our viewer is there already. */
export async function pdfOffer(tab: PopupTab): Promise<[text: string, ...actions: HTMLElement[]] | undefined> {
  const { url } = await native.tabs.get(tab.id);
  if (url !== tab.url || !(await isPdf(tab))) return undefined;
  if (!takesViewer(tab)) return [t('popupPdfPrivate')];
  const read = async (): Promise<void> => {
    await readInViewer(tab.id, tab.url);
    window.close();
  };
  return [t('popupPdf'), button(t('pdfRead'), read, { class: 'button primary', id: 'read-pdf' })];
}
