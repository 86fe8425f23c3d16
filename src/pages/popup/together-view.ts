/** Two or more names picked in the search, and what our list says of every two of them. */

import { plural, t } from '../../platform/i18n.ts';
import { MEMANTINE } from '../../shared/policy/pairs.ts';
import { h } from '../../ui/dom.ts';
import { chip } from '../../ui/parts.ts';
import { openedKnowledge } from '../knowledge.ts';
import type { Hit } from './search.ts';
import { pairItem } from './verdict-view.ts';
import { checkTogether, type PairVerdict } from './verdicts.ts';

/** @param remove takes one out again */
export async function togetherView(picked: readonly Hit[], remove: (id: string) => void): Promise<HTMLElement[]> {
  const knowledge = await openedKnowledge();
  const nameOf = (id: string): string => knowledge.entry(id)?.name ?? id;
  const chips = picked.map(({ entry: { id, name }, other }) => {
    const label = other === undefined ? name : `${name} (${other})`;
    return chip(label, t('popupTogetherRemove', label), () => remove(id), { 'data-picked': id });
  });
  const head = [h('h2', {}, t('popupTogether')), h('ul', { class: 'chips' }, ...chips)];
  if (picked.length < 2) return [...head, h('p', { class: 'muted' }, t('popupTogetherNext'))];
  const ids = picked.map(({ entry }) => entry.id);
  const { listed, unlisted } = checkTogether(ids, knowledge);
  const withMemantineAlone = ids.length === 2 && ids.includes(MEMANTINE);
  const names = ({ drug, other }: PairVerdict) => [`${nameOf(drug)} + ${nameOf(other)}`];
  return [
    ...head,
    h('p', { role: 'status' }, plural('popupTogetherListed', listed.length)),
    h('ul', { class: 'open' }, ...listed.map((verdict) => pairItem(verdict, names))),
    ...(unlisted.length > 0
      ? [
          h('h3', {}, t('popupTogetherUnlisted')),
          h('ul', { id: 'unlisted' }, ...unlisted.map(([a, b]) => h('li', {}, `${nameOf(a)} + ${nameOf(b)}`))),
          h('p', { class: 'muted hint' }, t('popupNotListed')),
        ]
      : []),
    h('p', { class: 'ask' }, t('summaryAsk')),
    ...(withMemantineAlone ? [] : [h('p', { class: 'muted hint' }, t('popupHowFar'))]),
  ];
}
