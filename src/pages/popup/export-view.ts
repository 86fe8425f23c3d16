/** The popup's export: what all frames hold, as a file in one of three formats. */

import { browser } from '../../platform/browser.ts';
import { t } from '../../platform/i18n.ts';
import { askFrame } from '../../platform/wire.ts';
import { type ExportRow, toCsv, toJson, toWebAnnotations } from '../../shared/mentions/export.ts';
import { button, h } from '../../ui/dom.ts';
import { saveFile } from '../../ui/files.ts';
import { openedKnowledge } from '../knowledge.ts';
import { findInTab } from './found.ts';

const FORMATS = { json: toJson, csv: toCsv, jsonld: toWebAnnotations };

/** The sheet to take along, and a button for each format. */
export function exportButtons(tabId: number): HTMLElement {
  const save = (format: keyof typeof FORMATS, label: string): HTMLElement =>
    button(label, () => exportTab(tabId, format), { 'data-format': format });
  const formats = [save('json', 'JSON'), save('csv', 'CSV'), save('jsonld', 'Web Annotation')];
  return h(
    'div',
    { id: 'export' },
    button(t('popupTakeAlong'), () => takeAlong(tabId), { id: 'take-along' }),
    h('details', {}, h('summary', {}, t('popupExport')), h('div', { class: 'buttons' }, ...formats)),
  );
}

/** The sheet to print or copy, in a tab of its own: a popup closes when the print dialog opens. */
async function takeAlong(tabId: number): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`src/pages/popup/summary.html?tab=${tabId}`) });
  window.close();
}

/** Saves all mentions of a tab, frames included, in a file. */
async function exportTab(tabId: number, format: keyof typeof FORMATS): Promise<void> {
  const rows = await collect(tabId);
  const generator = `Memantine Lens ${browser.runtime.getManifest().version}`;
  saveFile(FORMATS[format](rows, { created: new Date().toISOString(), generator }), 'memantine-lens-mentions');
}

async function collect(tabId: number): Promise<ExportRow[]> {
  const [{ frames }, knowledge] = await Promise.all([findInTab(tabId), openedKnowledge()]);
  const lists = await Promise.all(
    [...frames].map(async ([frameId, { url, title }]) => {
      const mentions = (await askFrame(tabId, frameId, 'export-mentions', undefined)) ?? [];
      return mentions.map(({ drug, form, text, prefix, suffix, start, end, page }) => {
        const entry = knowledge.entry(drug);
        const known = { name: entry?.name ?? drug, group: entry?.group ?? 'others' };
        return { drug, ...known, form, text, prefix, suffix, start, end, url, title, page };
      });
    }),
  );
  return lists.flat();
}
