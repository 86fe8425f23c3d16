/** Uses and their status: the one that the passage names, and all others. */
import { h } from '../ui/dom.ts';
import type { Use } from './model.ts';
import { evidenceOf, regionsOf } from './use-words.ts';
import { chip, lineView, more, sectionView } from './view-parts.ts';
import { keyOf, region, type Wording } from './words.ts';

/** The status of the very use that the words around the mention speak of. */
export function passageView(use: Use, wording: Wording): HTMLElement {
  const { words } = wording;
  const evidence = evidenceOf(use, wording);
  const agrees = use.regions.every(({ status, since }) => status === use.status && since === undefined);
  const regions = agrees
    ? use.regions.map(({ region: code }) => region(code, wording)).join(', ')
    : regionsOf(use, wording);
  return h(
    'section',
    { class: 'banner', 'data-tone': use.status },
    h('p', { class: 'kicker' }, words('cardInThisPassage')),
    h(
      'h3',
      {},
      chip(use.status, words(keyOf('cardStatus', use.status))),
      use.name !== undefined && h('span', { lang: 'en' }, use.name),
      agrees && h('span', { class: 'by' }, regions),
    ),
    !agrees && h('p', { class: 'muted' }, regions),
    lineView(use.summary, wording),
    evidence !== undefined && h('p', {}, h('b', {}, `${words('cardEvidence')} `), h('span', {}, evidence)),
    ...more(
      words('cardMore'),
      use.details.map((line) => lineView(line, wording)),
    ),
  );
}

/** One use in a list: what for, status, evidence, the one line. */
export function useView(use: Use, wording: Wording): HTMLElement {
  const evidence = evidenceOf(use, wording);
  return h(
    'div',
    { class: 'use' },
    use.name !== undefined && h('p', { class: 'name', lang: 'en' }, use.name),
    h('p', { class: 'muted' }, regionsOf(use, wording)),
    evidence !== undefined && h('p', { class: 'muted' }, evidence),
    lineView(use.summary, wording),
    ...more(
      wording.words('cardMore'),
      use.details.map((line) => lineView(line, wording)),
    ),
  );
}

/** `shown` uses, the rest behind an expander. */
export function usesView(
  title: string,
  uses: readonly Use[],
  shown: number,
  wording: Wording,
): HTMLElement | undefined {
  if (uses.length === 0) return undefined;
  const views = uses.map((use) => useView(use, wording));
  const label = wording.words(shown === 0 && uses.length > 1 ? 'cardShowAll' : 'cardMore', uses.length);
  return sectionView(title, ...views.slice(0, shown), ...more(label, views.slice(shown)));
}
