/** The popup's list of what stands on the page: by group and drug, and the interactions among them. */

import { catalogue } from '../../generated/catalogue.ts';
import type { Knowledge } from '../../knowledge/access.ts';
import type { CompiledEntry, PairView } from '../../knowledge/types.ts';
import { plural, t } from '../../platform/i18n.ts';
import { GROUPS, type Group } from '../../shared/policy/marks.ts';
import { byId, h } from '../../ui/dom.ts';
import { actionKey, groupKey } from '../../ui/keys.ts';
import { drawn } from './drawn.ts';
import { type Found, type FoundDrug, findInTab } from './found.ts';
import type { PopupTab } from './tab.ts';
import { walk } from './walk.ts';

/** How many interactions stand open; the others are one click away. */
const OPEN_PAIRS = 3;
/** How many page numbers stand beside a name. */
const SOME_PAGES = 4;

/** Counts the looks at the frames: an answer that a later one overtook is not drawn. */
let looks = 0;

let behind: Promise<typeof import('./behind.ts')> | undefined;
/** Asked for once the popup's first look is drawn. */
function loadBehind(): NonNullable<typeof behind> {
  behind ??= drawn().then(() => import('./behind.ts'));
  return behind;
}
const openKnowledge = async (): Promise<Knowledge> => (await loadBehind()).openedKnowledge();

/** When the first list is drawn: reading the knowledge would hold it up. */
let listed: Promise<void> | undefined;

/** What the list shows of an entry. */
type Listed = Pick<CompiledEntry, 'name' | 'group' | 'origin'>;

/**
 * Reads the tab's frames and lists what they hold. The interactions among it follow as soon as the knowledge is there.
 */
export async function showFound(tab: PopupTab, enabled: boolean): Promise<Found | undefined> {
  const section = byId('found');
  const look = ++looks;
  // A page may be withheld for good and yet be readable for now: Chrome gives access for as long as the reader stays.
  if (tab.access === 'never') {
    section.replaceChildren();
    return undefined;
  }
  void loadBehind();
  const found = await findInTab(tab.id);
  // Entries of the reader's packs are in the knowledge alone.
  const bundled = found.drugs.every(({ drug }) => Object.hasOwn(catalogue, drug));
  const entries = bundled ? undefined : await openKnowledge();
  if (look !== looks) return found;
  if (found.drugs.length === 0) {
    section.replaceChildren(found.answered ? h('p', { class: 'muted' }, t(emptyKey(found, enabled))) : '');
    return found;
  }
  const shown = (id: string): Listed | undefined => (entries ? entries.entry(id) : catalogue[id]);
  const focused = (document.activeElement as HTMLElement | null)?.dataset.drug;
  // Its line is kept for the link, so that the list does not move when it comes.
  const link = h('p', {}, '\u00a0');
  section.replaceChildren(
    h('h2', {}, t('popupFound'), ' ', h('span', { class: 'muted' }, plural('popupDrugs', found.drugs.length))),
    ...(found.drugs.length > 1 ? [link] : []),
    ...groupedList(tab, found, shown),
    h('p', { class: 'muted hint' }, t('popupHint')),
  );
  if (focused) section.querySelector<HTMLElement>(`[data-drug="${CSS.escape(focused)}"]`)?.focus();
  listed ??= drawn();
  void listed.then(openKnowledge).then((knowledge) => {
    if (look !== looks) return;
    const pairs = knowledge.pairsAmong(found.drugs.map(({ drug }) => drug));
    if (pairs.length === 0) return link.remove();
    link.replaceChildren(h('a', { href: '#pairs' }, plural('popupPairs', pairs.length)));
    section.append(...interactions(pairs, knowledge));
  });
  return found;
}

function emptyKey(found: Found, enabled: boolean): string {
  if (!enabled) return 'popupOff';
  return [...found.frames.values()].every(({ active }) => !active) ? 'popupSiteOff' : 'popupNothing';
}

function groupedList(tab: PopupTab, { drugs }: Found, shown: (id: string) => Listed | undefined): HTMLElement[] {
  const groups = new Map<Group, FoundDrug[]>();
  for (const drug of drugs) {
    const group = shown(drug.drug)?.group ?? 'others';
    groups.set(group, [...(groups.get(group) ?? []), drug]);
  }
  return GROUPS.filter((group) => groups.has(group)).flatMap((group) => [
    h('h3', { id: `group-${group}` }, t(groupKey(group))),
    h(
      'ul',
      { 'aria-labelledby': `group-${group}` },
      ...groups.get(group)!.map((found) => h('li', {}, drugButton(tab, found, shown(found.drug)))),
    ),
  ]);
}

function drugButton(tab: PopupTab, { drug, places }: FoundDrug, entry: Listed | undefined): HTMLElement {
  const name = entry?.name ?? drug;
  const count = plural('popupMentions', places.length);
  const button = h(
    'button',
    { type: 'button', class: 'drug', 'data-drug': drug, title: t('popupGoTo', name) },
    h('span', { class: 'name' }, name),
    entry?.origin !== undefined && h('span', { class: 'own' }, entry.origin),
    pagesOf(places),
    h('span', { class: 'count', 'aria-hidden': 'true' }, String(places.length)),
    h('span', { class: 'visually-hidden' }, `, ${count}`),
  );
  button.addEventListener('click', () => void walk(tab.id, drug, places, 1));
  button.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight') void walk(tab.id, drug, places, 1);
    else if (event.key === 'ArrowLeft') void walk(tab.id, drug, places, -1);
    else if (event.key === 'ArrowDown') sibling(button, 1)?.focus();
    else if (event.key === 'ArrowUp') sibling(button, -1)?.focus();
    else return;
    event.preventDefault();
  });
  return button;
}

/** The pages of a document that a medicine is named on, the first few of them. */
function pagesOf(places: FoundDrug['places']): HTMLElement | false {
  const pages = [...new Set(places.flatMap(({ page }) => page ?? []))];
  const some = pages.slice(0, SOME_PAGES).join(', ');
  const text = pages.length > SOME_PAGES ? `${some} …` : some;
  return pages.length > 0 && h('span', { class: 'muted pages', title: pages.join(', ') }, t('popupPages', text));
}

function sibling(button: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const all = [...byId('found').querySelectorAll<HTMLElement>('[data-drug]')];
  return all[all.indexOf(button) + by];
}

function interactions(pairs: readonly PairView[], knowledge: Knowledge): HTMLElement[] {
  if (pairs.length === 0) return [];
  const items = pairs.map((pair) => pairItem(pair, knowledge));
  const more = items.slice(OPEN_PAIRS);
  return [
    h(
      'h2',
      { class: 'pairs', id: 'pairs' },
      t('popupInteractions'),
      ' ',
      h('span', { class: 'muted' }, String(pairs.length)),
    ),
    h('ul', { id: 'interactions' }, ...items.slice(0, OPEN_PAIRS)),
    ...(more.length > 0
      ? [h('details', {}, h('summary', {}, plural('popupMore', more.length)), h('ul', {}, ...more))]
      : []),
    h('p', { class: 'muted hint' }, t('popupNotListed')),
  ];
}

function pairItem({ first, second, interaction, origin }: PairView, knowledge: Knowledge): HTMLElement {
  const name = (id: string): string => knowledge.entry(id)?.name ?? id;
  return h(
    'li',
    { class: 'pair', 'data-pair': `${first} ${second}` },
    h('p', { class: 'pair-head' }, h('strong', {}, `${name(first)} + ${name(second)}`), actionTag(interaction.action)),
    h('p', {}, interaction.summary.text),
    origin !== undefined && h('p', { class: 'own' }, origin),
  );
}

function actionTag(action: PairView['interaction']['action']): HTMLElement {
  return h('span', { class: 'tag', 'data-action': action }, t(actionKey(action)));
}
