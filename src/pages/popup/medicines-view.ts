/**
 * The medicines of the page by group, each a button that leads from mention to mention on the page behind the popup.
 */
import type { CompiledEntry } from '../../knowledge/types.ts';
import { plural, t } from '../../platform/i18n.ts';
import { askFrame } from '../../platform/wire.ts';
import { GROUPS } from '../../shared/policy/marks.ts';
import { byId, h } from '../../ui/dom.ts';
import { keyOf } from '../../ui/keys.ts';
import type { FoundDrug, Place } from './found.ts';
import { pageName } from './page-name.ts';
import type { PopupTab } from './tab.ts';

/** How many page numbers stand beside a name. */
const SOME_PAGES = 4;
/** How many of a group stand open where there are many more; the others are one click away. */
const OPEN = 4;

/** What the list shows of an entry. */
export type Listed = Pick<CompiledEntry, 'name' | 'group' | 'origin'>;
export type ListedOf = (id: string) => Listed | undefined;

export function groupedList(tab: PopupTab, drugs: readonly FoundDrug[], listed: ListedOf): HTMLElement[] {
  return GROUPS.flatMap((group) => {
    const members = drugs.filter(({ drug }) => (listed(drug)?.group ?? 'others') === group);
    if (members.length === 0) return [];
    const items = members.map((found) => h('li', {}, drugButton(tab, found, listed(found.drug))));
    const title = h('h3', { id: `group-${group}` }, t(keyOf('group', group)));
    const list = (...children: HTMLElement[]) => h('ul', { 'aria-labelledby': `group-${group}` }, ...children);
    // One more takes no more room than the line that would hide it.
    if (items.length <= OPEN + 1) return [title, list(...items)];
    const rest = items.slice(OPEN);
    const more = h('details', {}, h('summary', {}, plural('popupMore', rest.length)), list(...rest));
    return [title, list(...items.slice(0, OPEN)), more];
  });
}

function drugButton(tab: PopupTab, found: FoundDrug, entry: Listed | undefined): HTMLElement {
  const { drug, places } = found;
  const name = entry?.name ?? drug;
  const button = h(
    'button',
    { type: 'button', class: 'drug', 'data-drug': drug, title: t('popupGoTo', name) },
    h('span', { class: 'name' }, ...nameParts(found, entry)),
    entry?.origin !== undefined && h('span', { class: 'own' }, entry.origin),
    pagesOf(places),
    h('span', { class: 'count', 'aria-hidden': 'true' }, String(places.length)),
    h('span', { class: 'visually-hidden' }, `, ${plural('popupMentions', places.length)}`),
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

/** The name that the page uses, and what it is in our list. */
export function nameParts({ drug, names }: FoundDrug, entry: Listed | undefined): (Node | string)[] {
  const [called, more] = pageName(names, entry?.name ?? drug);
  return [called, more && h('span', { class: 'meant' }, more)];
}

/** The pages of a document that a medicine is named on, the first few of them. */
function pagesOf(places: readonly Place[]): HTMLElement | false {
  const pages = [...new Set(places.flatMap(({ page }) => page ?? []))];
  const some = pages.slice(0, SOME_PAGES).join(', ');
  const text = pages.length > SOME_PAGES ? `${some} …` : some;
  return pages.length > 0 && h('span', { class: 'muted pages', title: pages.join(', ') }, t('popupPages', text));
}

/** The next or previous one that is not folded away. */
function sibling(button: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const all = [...byId('found').querySelectorAll<HTMLElement>('[data-drug]')].filter((one) => one.checkVisibility());
  return all[all.indexOf(button) + by];
}

/** The mention of each drug that was visited last. */
const visited = new Map<string, number>();

/** Goes to the next (or previous) mention of a drug on the page, from the last back to the first. */
export async function walk(tabId: number, drug: string, places: readonly Place[], by: 1 | -1): Promise<void> {
  const last = visited.get(drug);
  const at = last === undefined ? 0 : (last + by + places.length) % places.length;
  visited.set(drug, at);
  const { frameId, index } = places[at]!;
  await askFrame(tabId, frameId, 'go-to-mention', { index });
}
