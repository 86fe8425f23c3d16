/** Uses and their status: the one that the passage names, and all others. */
import { h } from '../ui/dom.ts';
import type { CardModel, Use } from './model.ts';
import { evidenceOf, regionsOf, regionsUnder } from './use-words.ts';
import { chip, lineView, more, sectionView } from './view-parts.ts';
import { keyOf, type Wording } from './words.ts';

/** Approved uses that a passage on another use names. */
const APPROVED = 2;

/** The status of the very use that the words around the mention speak of, beside what is approved. */
export function passageView({ passageUse: use, approved }: CardModel, wording: Wording): HTMLElement | undefined {
  if (!use) return undefined;
  const { words } = wording;
  const evidence = evidenceOf(use, wording);
  const regions = regionsUnder(use, wording);
  const agrees = use.regions.every(({ status }) => status === use.status);
  const approvedFor = use.status === 'approved' ? [] : approved.flatMap(({ name }) => name ?? []);
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
    approvedFor.length > 0 &&
      h(
        'p',
        {},
        h('b', {}, `${words('cardApprovedForThese')} `),
        h('span', { lang: 'en' }, approvedFor.slice(0, APPROVED).join(', ')),
        approvedFor.length > APPROVED && ` ${words('cardAndMore', approvedFor.length - APPROVED)}`,
      ),
    ...more(
      words('cardMore'),
      use.details.map((line) => lineView(line, wording)),
    ),
  );
}

/** One use in a list: what for, status, evidence, the one line. */
function useView(use: Use, wording: Wording): HTMLElement {
  const evidence = evidenceOf(use, wording);
  return h(
    'div',
    { class: 'use' },
    h(
      'p',
      { class: 'name' },
      use.name !== undefined && h('span', { lang: 'en' }, `${use.name} `),
      h('span', { class: 'by' }, use.status === 'approved' ? regionsUnder(use, wording) : regionsOf(use, wording)),
    ),
    lineView(use.summary, wording),
    evidence !== undefined && h('p', { class: 'muted' }, evidence),
    ...more(
      wording.words('cardMore'),
      use.details.map((line) => lineView(line, wording)),
    ),
  );
}

/** The first approved use, the others by name with an expander; two are both shown. */
export function approvedView(uses: readonly Use[], wording: Wording): HTMLElement | undefined {
  if (uses.length === 0) return undefined;
  const shown = uses.length === 2 ? 2 : 1;
  const views = uses.map((use) => useView(use, wording));
  const rest = more(wording.words('cardMore'), views.slice(shown));
  return sectionView(
    wording.words('cardApprovedFor'),
    ...views.slice(0, shown),
    names(uses.slice(shown), wording),
    ...rest,
  );
}

/** Uses without approval: by name at a glance, each with its evidence behind an expander; a single one is shown. */
export function otherUsesView(uses: readonly Use[], wording: Wording): HTMLElement | undefined {
  if (uses.length === 0) return undefined;
  const { words } = wording;
  const title = words('cardOtherUses');
  const views = uses.map((use) => useView(use, wording));
  if (views.length === 1) return sectionView(title, ...views);
  const groups = [...new Set(uses.map(({ status }) => status))].map((status) => {
    const chipView = chip(status, words(keyOf('cardStatus', status)));
    return names(
      uses.filter((use) => use.status === status),
      wording,
      chipView,
    );
  });
  return sectionView(title, ...groups, ...more(words('cardShowAll', uses.length), views));
}

/** Names that stand in a list before its expander. */
const NAMES = 6;

/** The names of uses in one paragraph, as far as they have any. */
function names(uses: readonly Use[], { words }: Wording, lead?: HTMLElement): HTMLElement | undefined {
  const known = uses.flatMap(({ name }) => name ?? []);
  if (known.length === 0) return undefined;
  const left = uses.length - Math.min(known.length, NAMES);
  return h(
    'p',
    { class: 'names' },
    lead,
    h('span', { lang: 'en' }, known.slice(0, NAMES).join(', ')),
    left > 0 && h('span', { class: 'muted' }, ` ${words('cardAndMore', left)}`),
  );
}
