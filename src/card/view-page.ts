/** The other drugs of the page, and what they have to do with each other. */
import { byKey } from '../shared/groups.ts';
import { MEMANTINE } from '../shared/policy/pairs.ts';
import { button, h } from '../ui/dom.ts';
import { keyOf } from '../ui/keys.ts';
import type { CardModel, Relation } from './model.ts';
import { chip, lineView, lineViews, more, sectionView } from './view-parts.ts';
import { DOT, type Wording, whoSays } from './words.ts';

/** Other drugs of the page, and what matters among them. */
export function onPageView(
  { entry, onPage, pairs, combining, relations }: CardModel,
  wording: Wording,
  goTo?: (drug: string) => void,
): HTMLElement | undefined {
  if (onPage.length === 0) return undefined;
  const { words } = wording;
  const buttons = onPage.map(({ drug, name, count }) => {
    const go = button(name, () => goTo?.(drug), { class: 'go' });
    if (count > 1) go.append(h('span', { class: 'muted' }, ` ×${count}`));
    return h('li', {}, goTo ? go : h('span', {}, name));
  });
  // Said already where the card lists what not to combine, or that nothing is listed with memantine.
  const isSaid = combining.length > 0 || (relations.length === 0 && entry.id !== MEMANTINE);
  const noneFound =
    pairs.some(({ action }) => action === 'none-found') && !relations.some(({ action }) => action === 'none-found');
  // Pairs of which one sentence says the same, as of members of one class.
  const alike = byKey(pairs, (pair) => JSON.stringify([pair.word, pair.actionBy, pair.via, pair.summary.text]));
  const pairViews = [...alike.values()].map((group) => pairsView(group, wording));
  return sectionView(
    words('cardOnPage'),
    h('ul', { class: 'drugs' }, ...buttons),
    ...pairViews.slice(0, 2),
    ...more(words('cardMorePairs', pairViews.length - 2), pairViews.slice(2)),
    noneFound ? h('p', { class: 'muted' }, words('cardNoneFoundNote')) : undefined,
    isSaid ? undefined : h('p', { class: 'muted' }, words('cardNotListed')),
  );
}

/** Pairs that share action and summary; what differs stands behind the expander, by pair. */
function pairsView(pairs: readonly [Relation, ...Relation[]], wording: Wording): HTMLElement {
  const { words } = wording;
  const [{ action, word, via, summary }] = pairs;
  const verdict = chip(action, words(keyOf('cardAction', word)));
  const nameOf = ({ names }: Relation): string => names.join('\u00a0+ ');
  const deeper = pairs.flatMap((pair) => [
    ...(pairs.length > 1 ? [h('p', { class: 'line' }, h('b', {}, nameOf(pair)))] : []),
    ...lineViews([...pair.management, ...pair.effect, ...pair.mechanism], wording),
    h(
      'p',
      { class: 'line muted' },
      [whoSays(pair.actionBy, wording), words(keyOf('cardDocumentation', pair.documentation))].join(DOT),
    ),
  ]);
  return h(
    'div',
    { class: 'group' },
    h('p', { class: 'names' }, verdict, h('b', {}, pairs.map(nameOf).join(', '))),
    via.length > 0 && h('p', { class: 'muted' }, words('cardVia', via.join(', '))),
    lineView(summary, wording),
    ...more(words('cardMore'), deeper),
  );
}
