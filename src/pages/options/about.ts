/** Keyboard shortcuts, and what this is: versions, figures, sources, licences, privacy. */

import { addressOf } from '../../card/source-words.ts';
import { fixed, section } from '../../controls/controls.ts';
import { licences } from '../../generated/licences.ts';
import { openKnowledge } from '../../knowledge/access.ts';
import type { CompiledKnowledge, Source } from '../../knowledge/types.ts';
import { browser } from '../../platform/browser.ts';
import { formatDay, formatNumber, t } from '../../platform/i18n.ts';
import { button, h } from '../../ui/dom.ts';

/** Commands as readers meet them; browsers list them by name. */
const COMMANDS = ['_execute_action', 'search', 'next-mention', 'previous-mention', 'open-card', 'toggle-site'];

export function keysSection(): ReturnType<typeof section> {
  const list = h('dl', { class: 'facts wide', id: 'shortcuts' });
  void browser.commands?.getAll().then((commands) => {
    const sorted = commands.toSorted((a, b) => COMMANDS.indexOf(a.name ?? '') - COMMANDS.indexOf(b.name ?? ''));
    list.replaceChildren(
      ...sorted.flatMap(({ name, description, shortcut }) => [
        h('dt', {}, name === '_execute_action' ? t('optionsKeyPopup') : description || name || ''),
        h('dd', {}, shortcut ? h('kbd', {}, shortcut) : h('span', { class: 'muted' }, t('optionsKeyNone'))),
      ]),
    );
  });
  const change = h('div', { class: 'buttons' }, button(t('optionsKeysChange'), changeKeys));
  return section('keys', t('optionsKeys'), [fixed(h('div', { class: 'setting' }, list, change))]);
}

/** Each browser has its own page for them. */
async function changeKeys(): Promise<void> {
  const { commands } = browser as unknown as { commands: { openShortcutSettings?: () => Promise<void> } };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** @param bundled the knowledge without packs */
export function aboutSection(bundled: CompiledKnowledge): ReturnType<typeof section> {
  const stats = openKnowledge(bundled).stats();
  const { entries, byKind, pairs, names, sources, facts, oldestReview, newestReview } = stats;
  const [oldest, newest] = [formatDay(oldestReview), formatDay(newestReview)];
  const kinds = [entries, byKind.drug, byKind.combination, byKind.class, byKind.condition];
  const figures = [
    ['optionsVersion', browser.runtime.getManifest().version],
    ['optionsReviewed', oldest === newest ? newest : t('optionsReviewedBetween', oldest, newest)],
    ['optionsEntries', t('optionsEntriesOf', ...kinds.map(formatNumber))],
    ['optionsPairs', formatNumber(pairs)],
    ['optionsNamesCount', formatNumber(names)],
    ['optionsFactsVerified', formatNumber(facts.verified)],
    ['optionsFactsUnverified', formatNumber(facts.unverified)],
    ['optionsLicence', t('optionsLicenceText')],
  ].flatMap(([key, value]) => [h('dt', {}, t(key!)), h('dd', {}, value)]);
  const sourceList = h('ol', { class: 'sources', lang: 'en' }, ...bundled.sources.map(sourceItem));
  const libraries = licences.map(({ name, licence }) => h('li', {}, `${name}: ${licence}`));
  const element = h(
    'div',
    { class: 'setting' },
    h('p', {}, t('optionsAboutText')),
    h('dl', { class: 'facts', id: 'figures' }, ...figures),
    h('h3', {}, t('optionsPrivacy')),
    h('p', {}, t('optionsPrivacyText')),
    h('details', {}, h('summary', {}, t('optionsSources', formatNumber(sources))), sourceList),
    h(
      'details',
      { id: 'licences' },
      h('summary', {}, t('optionsLicences', formatNumber(licences.length))),
      h('p', {}, h('a', { href: '/licences.txt', target: '_blank' }, t('optionsLicencesTexts'))),
      h('ul', { class: 'sources', lang: 'en' }, ...libraries),
    ),
  );
  return section('about', t('optionsAbout'), [fixed(element)]);
}

function sourceItem(source: Source): HTMLElement {
  const { title, publisher, revision, asOf, section: part } = source.document;
  const url = addressOf(source);
  const named = [publisher, revision ?? asOf, part].filter((text) => text !== undefined).join(', ');
  const heading = url ? h('a', { href: url, rel: 'noreferrer', target: '_blank' }, title) : title;
  return h('li', {}, heading, named ? `. ${named}` : '');
}
