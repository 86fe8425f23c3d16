/** The popup's list of what stands on the page, by group and drug. */
import { plural, t } from '../platform/i18n.ts';
import { askFrame } from '../platform/wire.ts';
import { GROUPS, type Group } from '../settings/schema.ts';
import { byId, h } from '../ui/dom.ts';
import { type FoundDrug, findInTab } from './found.ts';
import { openedKnowledge } from './knowledge.ts';
import type { PopupTab } from './tab.ts';

/** Which mention of a drug the next click goes to. */
const turns = new Map<string, number>();

/** Reads the tab's frames and lists what they hold. */
export async function showFound(tab: PopupTab): Promise<void> {
  const section = byId('found');
  if (tab.access !== 'yes') {
    section.replaceChildren();
    return;
  }
  const [found, knowledge] = await Promise.all([findInTab(tab.id), openedKnowledge()]);
  const focused = (document.activeElement as HTMLElement | null)?.dataset.drug;
  const groups = new Map<Group, FoundDrug[]>();
  for (const drug of found.drugs) {
    const group = knowledge.entry(drug.drug)?.group ?? 'others';
    groups.set(group, [...(groups.get(group) ?? []), drug]);
  }
  if (found.drugs.length === 0) {
    const off = found.answered && [...found.frames.values()].every(({ active }) => !active);
    section.replaceChildren(h('p', { class: 'muted' }, t(off ? 'popupSiteOff' : 'popupNothing')));
    return;
  }
  section.replaceChildren(
    h('h2', {}, t('popupFound'), ' ', h('span', { class: 'muted' }, plural('popupDrugs', found.drugs.length))),
    ...GROUPS.filter((group) => groups.has(group)).flatMap((group) => [
      h('h3', {}, t(groupKey(group))),
      h('ul', {}, ...groups.get(group)!.map((drug) => h('li', {}, drugButton(tab, drug, nameOf(drug.drug))))),
    ]),
    h('p', { class: 'muted hint' }, t('popupHint')),
  );
  if (focused) section.querySelector<HTMLElement>(`[data-drug="${focused}"]`)?.focus();

  function nameOf(id: string): string {
    return knowledge.entry(id)?.name ?? id;
  }
}

/** `nmda-antagonists` to `groupNmdaAntagonists`. */
export function groupKey(group: Group): string {
  return `group${group.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}`;
}

function drugButton(tab: PopupTab, { drug, places }: FoundDrug, name: string): HTMLElement {
  const count = plural('popupMentions', places.length);
  const button = h(
    'button',
    { type: 'button', class: 'drug', 'data-drug': drug, 'aria-label': t('popupGoTo', name, count) },
    h('span', { class: 'name' }, name),
    h('span', { class: 'count' }, String(places.length)),
  );
  const go = (by: number): void => {
    const at = turns.has(drug) ? (turns.get(drug)! + by + places.length) % places.length : 0;
    turns.set(drug, at);
    const { frameId, index } = places[at]!;
    void askFrame(tab.id, frameId, 'go-to-mention', { index });
  };
  button.addEventListener('click', () => go(1));
  button.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight') go(1);
    else if (event.key === 'ArrowLeft') go(-1);
    else if (event.key === 'ArrowDown') sibling(button, 1)?.focus();
    else if (event.key === 'ArrowUp') sibling(button, -1)?.focus();
    else return;
    event.preventDefault();
  });
  return button;
}

function sibling(button: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const all = [...byId('found').querySelectorAll<HTMLElement>('[data-drug]')];
  return all[all.indexOf(button) + by];
}
