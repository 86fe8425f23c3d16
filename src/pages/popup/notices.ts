/** What the popup says above all else: where we may not run and why, and settings that could not be read. */
import { t } from '../../platform/i18n.ts';
import { native } from '../../platform/native.ts';
import { button, byId, h } from '../../ui/dom.ts';
import { notice } from '../../ui/parts.ts';
import { originPattern, type PopupTab } from './tab.ts';

/** `answered`: whether the page's content script replied; `aside`: whether settings were set aside. */
export async function showNotices(tab: PopupTab | undefined, answered: boolean, aside: boolean): Promise<void> {
  byId('notices').replaceChildren(
    ...(aside ? [saying('warning', t('popupSetAside'), button(t('popupOpenOptions'), openOptions))] : []),
    ...(await accessNotice(tab, answered)),
  );
}

export async function openOptions(): Promise<void> {
  await native.runtime.openOptionsPage();
  window.close();
}

async function accessNotice(tab: PopupTab | undefined, answered: boolean): Promise<HTMLElement[]> {
  if (!tab || tab.access === 'never') return [saying('info', t('popupNever'))];
  if (tab.access === 'withheld') return [withheld(tab, answered)];
  if (tab.access === 'files') {
    const details = `chrome://extensions/?id=${native.runtime.id}`;
    const open = button(t('popupFilesOpen'), () => native.tabs.create({ url: details }));
    return [saying('warning', t('popupFilesWithheld'), open)];
  }
  if (answered) return [];
  const { pdfOffer } = await import('./pdf-offer.ts');
  const offer = await pdfOffer(tab);
  if (offer) return [saying('info', ...offer)];
  const reload = button(t('popupReload'), async () => {
    await native.tabs.reload(tab.id);
    window.close();
  });
  return [saying('info', t('popupNoAnswer'), reload)];
}

/** The browser asks the reader itself; it must be asked straight from the click. */
function withheld(tab: PopupTab, answered: boolean): HTMLElement {
  const grant = (label: string, origins: string[], style: string): HTMLElement =>
    button(label, () => native.permissions.request({ origins }), { class: `button ${style}` });
  const site = /^https?:/.test(tab.url)
    ? [grant(t('popupGrantSite', new URL(tab.url).hostname), [originPattern(tab.url)], 'primary')]
    : [];
  const all = grant(t('popupGrantAll'), ['<all_urls>'], site.length > 0 ? '' : 'primary');
  return saying('warning', t(answered ? 'popupForNow' : 'popupWithheld'), ...site, all);
}

function saying(kind: 'info' | 'warning', text: string, ...actions: HTMLElement[]): HTMLElement {
  const buttons = actions.length > 0 && h('div', { class: 'buttons' }, ...actions);
  return notice(kind, { role: 'status' }, h('p', {}, text), buttons);
}
