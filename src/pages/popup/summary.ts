/** The sheet to take along: opened from the popup in a tab of its own, to be printed or copied. */
import { copyText } from '../../card/copy.ts';
import { addressOf, sourceName } from '../../card/source-words.ts';
import type { CompiledSource } from '../../knowledge/types.ts';
import { formatDay, language, plural, t } from '../../platform/i18n.ts';
import { readPageSettings } from '../../settings/page-settings.ts';
import { button, byId, h } from '../../ui/dom.ts';
import { keyOf } from '../../ui/keys.ts';
import { localise } from '../../ui/localise.ts';
import { openedKnowledge } from '../knowledge.ts';
import { findInTab, type TabMentions } from './found.ts';
import { type Summary, summaryOf } from './summary-model.ts';

localise(t);
const tab = Number(new URLSearchParams(location.search).get('tab'));
const [{ card }, found, knowledge] = await Promise.all([readPageSettings(), findInTab(tab), openedKnowledge()]);
document.documentElement.dataset.theme = card.theme;
byId('sheet').append(...sheet(found, summaryOf(found.drugs, knowledge)));
byId('tools').append(
  button(t('summaryPrint'), () => print(), { class: 'button primary', id: 'print' }),
  button(t('summaryCopy'), copy, { id: 'copy' }),
);

function sheet({ frames }: TabMentions, { medicines, withMemantine, among, left, sources }: Summary): HTMLElement[] {
  const { title = '', url = '' } = frames.get(0) ?? {};
  const today = formatDay(new Date().toISOString().slice(0, 10));
  return [
    h('h1', {}, t('summaryTitle')),
    h('p', { class: 'muted' }, `${title}. ${url} · ${today}`),
    ...(medicines.length > 0 ? [h('h2', {}, t('popupFound')), h('p', {}, medicines.join(' · '))] : []),
    ...pairs(t('summaryWith'), withMemantine),
    ...pairs(t('summaryAmong'), among),
    ...(left > 0 ? [h('p', { class: 'muted' }, plural('summaryLeft', left))] : []),
    h('p', {}, t('popupNotListed'), ' ', t('popupHowFar')),
    h('p', {}, h('strong', {}, t('summaryAsk')), ' ', t('popupDisclaimer')),
    ...(language().startsWith('en') ? [] : [h('p', { class: 'muted' }, t('cardEnglishOnly'))]),
    ...(sources.length > 0
      ? [h('h2', {}, t('summarySources')), h('ol', { class: 'sources' }, ...sources.map(sourceItem))]
      : []),
  ];
}

function pairs(title: string, all: Summary['among']): HTMLElement[] {
  if (all.length === 0) return [];
  const items = all.map(({ names, action, word, text, marks }) => {
    const tag = h('span', { class: 'tag', 'data-tone': action }, t(keyOf('cardAction', word)));
    const sources = h('span', { class: 'muted' }, `[${marks.join(', ')}]`);
    return h('li', {}, h('strong', {}, names), ' ', tag, ' ', h('span', { lang: 'en' }, text), ' ', sources);
  });
  return [h('h2', {}, title), h('ul', { class: 'pairs' }, ...items)];
}

function sourceItem(source: CompiledSource): HTMLElement {
  const { title, publisher } = source.document;
  const name = sourceName(source, { words: t, language: language() });
  const parts = [title, publisher, name, addressOf(source)].filter((part) => part !== undefined);
  return h('li', { lang: 'en' }, parts.join('. '));
}

/** The same as plain text. */
async function copy(): Promise<void> {
  const lines = [...byId('sheet').children].flatMap((part) => {
    if (part.matches('ol')) return [...part.children].map((item, index) => `[${index + 1}] ${item.textContent}`);
    if (part.matches('ul')) return [...part.children].map((item) => `- ${item.textContent}`);
    return part.matches('h2') ? ['', part.textContent ?? ''] : [part.textContent ?? ''];
  });
  const copied = await copyText(`${lines.join('\n')}\n`);
  byId('said').textContent = t(copied ? 'summaryCopied' : 'summaryNotCopied');
  byId('said').classList.remove('visually-hidden');
}
