/** Uses and their status: the one that the passage names, and all others. */
import { byKey } from '../shared/groups.ts';
import { h } from '../ui/dom.ts';
import { keyOf } from '../ui/keys.ts';
import type { CardModel, Use, UseInPassage } from './model.ts';
import { evidenceOf, regionsOf, regionsUnder, toneOf } from './use-words.ts';
import { chip, lineView, lineViews, more, sectionView } from './view-parts.ts';
import { region, type Wording } from './words.ts';

/** Approved uses that a passage on another use names. */
const APPROVED = 2;

/**
 * The status of the very use that the words around the mention speak of, what is approved, and the others named.
 * @param ask whom to ask, where this banner is the one that says it
 */
export function passageView(
  { uses: [lead, ...further], approved }: CardModel,
  wording: Wording,
  ask?: HTMLElement,
): HTMLElement | undefined {
  if (!lead) return undefined;
  const { words } = wording;
  const { use, status, limits } = lead;
  const evidence = use && evidenceOf(use, wording);
  // What the passage may not mean is worth a line only where it leads: the approved uses are named above.
  const others = further.filter((other) => !isInDoubt(other));
  const approvedFor = status === 'approved' || limits.length > 0 ? [] : approved.flatMap(({ name }) => name ?? []);
  return h(
    'section',
    { class: 'banner', 'data-tone': toneOf(lead), 'data-short': words('cardInThisPassage') },
    h('p', { class: 'kicker' }, words('cardInThisPassage')),
    h('h3', {}, statusChip(lead, wording), ' ', nameOf(lead)),
    ask,
    lead.regions.length > 0 && h('p', { class: 'muted' }, regionsOf(lead.regions, wording)),
    limits.length > 0 && namesLine('cardApprovedOnlyFor', limits, wording),
    use ? lineView(use.summary, wording) : h('p', {}, withoutSummary(lead, wording)),
    evidence !== undefined && h('p', {}, h('b', {}, `${words('cardEvidence')} `), h('span', {}, evidence)),
    approvedFor.length > 0 && namesLine('cardApprovedForThese', approvedFor, wording),
    ...more(words('cardMore'), lineViews(use?.details ?? [], wording)),
    others.length > 0 && h('p', { class: 'kicker' }, words('cardAlsoNamed')),
    ...others.map((other) => h('p', { class: 'also' }, statusChip(other, wording), ' ', nameOf(other))),
  );
}

/**
 * To stand before the condition: `Off-label for`. Not known; or a question of the stage or another limit that the passage
 * leaves open; or, where no region is said to approve it, in doubt whether the passage means the approved use at all.
 */
export function statusChip(use: UseInPassage, { words }: Wording): HTMLElement {
  const open = isInDoubt(use) ? 'cardStatusForDoubt' : 'cardStatusForDepends';
  return chip(toneOf(use), words(isOpen(use) ? open : keyOf('cardStatusFor', use.status)));
}

const isOpen = ({ status, limits }: UseInPassage): boolean => status === 'unknown' && limits.length > 0;
const isInDoubt = (use: UseInPassage): boolean => isOpen(use) && use.regions.length === 0;

/** The page's own words, whatever its language; our name beside them where it is another one. */
export function nameOf({ use, condition, limits }: UseInPassage): HTMLElement {
  const name = limits.length > 0 ? undefined : use?.name;
  const same = name === undefined || wordsIn(name) === wordsIn(condition);
  return h(
    'span',
    { class: 'what' },
    h('span', { dir: 'auto' }, condition),
    !same && h('span', { class: 'muted' }, ` (${name})`),
  );
}

/** The words of a name in one order: "Alzheimer's disease (moderate to severe)" is "moderate to severe Alzheimer's disease". */
function wordsIn(name: string): string {
  const plain = name.toLowerCase().replaceAll('’', "'");
  return (plain.match(/[\p{L}\p{N}']+/gu) ?? []).toSorted().join(' ');
}

function namesLine(key: string, names: readonly string[], { words }: Wording): HTMLElement {
  return h(
    'p',
    {},
    h('b', {}, `${words(key)} `),
    h('span', {}, names.slice(0, APPROVED).join(', ')),
    names.length > APPROVED && ` ${words('cardAndMore', names.length - APPROVED)}`,
  );
}

/** Where we hold no summary: what follows from the approved uses alone. */
export function withoutSummary({ status, regions, limits }: UseInPassage, wording: Wording): string {
  const { words } = wording;
  const none = words('cardNoStudies');
  const where = (wanted: UseInPassage['status']): string =>
    regions.flatMap((one) => (one.status === wanted ? region(one.region, wording) : [])).join(', ');
  const off = where('off-label');
  if (status === 'off-label') return `${words('cardUseOffLabel', off)} ${none}`;
  if (status !== 'unknown' || limits.length > 0) return none;
  if (off === '') return `${words('cardUseUnknown')} ${none}`;
  return `${words('cardUseOffLabel', off)} ${words('cardUseUnknownIn', where('unknown'))} ${none}`;
}

/** One use in a list: what for, status, evidence, the one line. */
function useView(use: Use, wording: Wording): HTMLElement {
  const evidence = evidenceOf(use, wording);
  const name = use.name !== undefined && h('span', {}, `${use.name} `);
  const where = use.status === 'approved' ? regionsUnder(use, wording) : regionsOf(use.regions, wording);
  return h(
    'div',
    { class: 'use' },
    h('p', { class: 'name' }, name, h('span', { class: 'by' }, where)),
    lineView(use.summary, wording),
    evidence !== undefined && h('p', { class: 'muted' }, evidence),
    ...more(wording.words('cardMore'), lineViews(use.details, wording)),
  );
}

/** The first approved use, the others by name with an expander; two are both shown. */
export function approvedView(uses: readonly Use[], wording: Wording): HTMLElement | undefined {
  if (uses.length === 0) return undefined;
  const { words } = wording;
  const shown = uses.length === 2 ? 2 : 1;
  const views = uses.map((use) => useView(use, wording));
  const rest = more(words('cardMore'), views.slice(shown));
  return sectionView(words('cardApprovedFor'), ...views.slice(0, shown), names(uses.slice(shown), wording), ...rest);
}

/** Uses without approval: by name at a glance, each with its evidence behind an expander; a single one is shown. */
export function otherUsesView(uses: readonly Use[], wording: Wording): HTMLElement | undefined {
  if (uses.length === 0) return undefined;
  const { words } = wording;
  const title = words('cardOtherUses');
  const views = uses.map((use) => useView(use, wording));
  if (views.length === 1) return sectionView(title, ...views);
  const groups = [...byKey(uses, ({ status }) => status)].map(([status, those]) =>
    names(those, wording, chip(status, words(keyOf('cardStatus', status)))),
  );
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
    h('span', {}, known.slice(0, NAMES).join(', ')),
    left > 0 && h('span', { class: 'muted' }, ` ${words('cardAndMore', left)}`),
  );
}
