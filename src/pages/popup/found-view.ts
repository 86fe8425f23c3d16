/**
 * What the popup says of the page, the danger first: pairs with the medicines that the reader watches, then those among
 * the others, then the medicines themselves.
 */

import { catalogue } from '../../generated/catalogue.ts';
import type { Knowledge } from '../../knowledge/access.ts';
import { language, t } from '../../platform/i18n.ts';
import type { Settings } from '../../settings/schema.ts';
import { isGrave } from '../../shared/policy/pairs.ts';
import { byId, h } from '../../ui/dom.ts';
import { drawn } from '../../ui/drawn.ts';
import { findInTab, type TabMentions } from './found.ts';
import { expander, keepingFocus } from './keep.ts';
import { groupedList, type ListedOf, nameParts, walk } from './medicines-view.ts';
import { offState } from './site-view.ts';
import type { PopupTab } from './tab.ts';
import { counts, folds, pairItem, shortItem } from './verdict-view.ts';
import { earlyVerdicts, otherVerdicts, type PairVerdict, saidOfAny, verdictsWithWatched } from './verdicts.ts';

/** So many grave pairs stand open with their sentence, none said twice; of more, the first one, so that their names are seen at once. */
const WITH_SENTENCE = 3;
/** So many stand open at all; the others are folded. */
const OPEN = 9;

/** Counts the looks at the frames: an answer that a later one overtook is not drawn. */
let looks = 0;

const openKnowledge = async (): Promise<Knowledge> => (await import('./behind.ts')).openedKnowledge();

/** Names in the reader's language: what is drawn first has them. Those of the catalogue are English. */
const translated: Promise<Readonly<Record<string, string>>> = language().startsWith('en')
  ? Promise.resolve({})
  : import('../../generated/shown-names.ts').then(({ shownNames }) => shownNames[language()]?.entries ?? {});

/** When the first list is drawn: reading the knowledge would hold it up. */
let listed: Promise<void> | undefined;

/** What a look at the page found, and how its medicines are called. */
interface Look {
  readonly tab: PopupTab;
  readonly found: TabMentions;
  readonly watched: readonly string[];
  readonly entry: ListedOf;
}

/** Reads the tab's frames and says what they hold. What only the knowledge has follows as soon as it is there. */
export async function showFound(tab: PopupTab, settings: Settings): Promise<TabMentions | undefined> {
  const section = byId('found');
  const order = ++looks;
  // A page may be withheld for good and yet be readable for now: Chrome gives access for as long as the reader stays.
  if (tab.access === 'never') {
    section.replaceChildren();
    return undefined;
  }
  const [found, names] = await Promise.all([findInTab(tab.id), translated]);
  // Entries of the reader's packs are in the knowledge alone.
  const bundled = found.drugs.every(({ drug }) => Object.hasOwn(catalogue, drug));
  // The first look is drawn before the knowledge is read.
  const entries = bundled ? undefined : await drawn().then(openKnowledge);
  if (order !== looks) return found;
  const off = offState(tab, found, settings);
  document.body.toggleAttribute('data-off', off !== undefined);
  if (found.drugs.length === 0) {
    const nothing = found.frames.has(0) ? h('p', { class: 'muted' }, t('popupNothing')) : '';
    section.replaceChildren(off ?? nothing);
    return found;
  }
  const { watched } = settings;
  const early: ListedOf = (id) => {
    const line = catalogue[id];
    return line && { ...line, name: names[id] ?? line.name };
  };
  const look: Look = { tab, found, watched, entry: entries?.entry ?? early };
  const ids = found.drugs.map(({ drug }) => drug);
  const soon = earlyVerdicts(ids, watched);
  const danger = h('div', { id: 'danger' }, ...dangerOf(look, soon));
  // Its line is kept, so that nothing moves when it comes.
  const among = h('div', { id: 'among', hidden: ids.length < 2 }, '\u00a0');
  keepingFocus(section, () =>
    section.replaceChildren(
      danger,
      among,
      h('h2', { class: 'visually-hidden' }, t('popupFound')),
      ...groupedList(tab, found.drugs, look.entry),
      h('p', { class: 'muted hint' }, t('popupHint')),
      h('p', { class: 'muted hint' }, t('popupNotListed')),
    ),
  );
  listed ??= drawn();
  void listed.then(openKnowledge).then((knowledge) => {
    if (order !== looks) return;
    const full = verdictsWithWatched(ids, watched, knowledge);
    const known = { ...look, entry: knowledge.entry };
    keepingFocus(section, () => {
      const whole = h('div', { id: 'danger' }, ...dangerOf(known, full));
      if (differ(soon, full)) danger.replaceWith(whole);
      // The catalogue lacks the sentences of folds.
      else danger.querySelector('.folds')?.replaceWith(whole.querySelector('.folds')!);
      among.replaceChildren(...amongOf(known, otherVerdicts(ids, watched, knowledge)));
    });
  });
  return found;
}

/** The pairs with watched medicines: how many, and the gravest with their sentences. */
function dangerOf(look: Look, verdicts: readonly PairVerdict[]): HTMLElement[] {
  if (verdicts.length === 0) return [];
  const head = headOf(look, 'watched');
  const grave = verdicts.filter(({ action }) => isGrave(action));
  const sentences = grave.length > WITH_SENTENCE ? 1 : WITH_SENTENCE;
  const told = new Set<string>();
  const items = grave.slice(0, OPEN).map((verdict) => {
    const { drug, other, lead = '' } = verdict;
    const said = `${other} ${saidOfAny(lead, catalogue[drug]?.name ?? drug)}`;
    if (told.size === sentences || told.has(said)) return shortItem(verdict, head);
    told.add(said);
    return pairItem(verdict, head);
  });
  return [
    h('h2', { id: 'danger-title' }, withWhom(look), ' ', ...counts(verdicts)),
    h('p', { class: 'ask' }, t('summaryAsk')),
    ...(items.length > 0 ? [h('ul', { class: 'open' }, ...items)] : []),
    h('div', { class: 'folds' }, ...folds('watched', verdicts.slice(items.length), head)),
    // What is said of medicines is not translated.
    ...(language().startsWith('en') ? [] : [h('p', { class: 'muted hint' }, t('cardEnglishOnly'))]),
  ];
}

/** `With memantine:`, where it is the only one that is watched. */
function withWhom({ watched, entry }: Look): string {
  const [only, ...more] = watched;
  return only !== undefined && more.length === 0 ? t('popupWith', entry(only)?.name ?? only) : t('popupWithWatched');
}

/** Whether what is drawn from the catalogue says something else than the knowledge. */
function differ(early: readonly PairVerdict[], full: readonly PairVerdict[]): boolean {
  const key = ({ drug, other, action, origin }: PairVerdict): string => [drug, other, action, origin].join(' ');
  return early.map(key).join() !== full.map(key).join();
}

function amongOf(look: Look, verdicts: readonly PairVerdict[]): HTMLElement[] {
  if (verdicts.length === 0) return [h('p', { class: 'muted' }, t('popupAmongNone'))];
  const line = h('summary', {}, h('span', {}, t('popupAmong'), ' ', ...counts(verdicts)));
  return [expander('others', { id: 'pairs' }, line, ...folds('others', verdicts, headOf(look, 'both')))];
}

/** The names of a pair: those of the page lead there. A watched one is named where more than one is watched. */
function headOf({ tab, found, watched, entry }: Look, names: 'watched' | 'both') {
  const byDrug = new Map(found.drugs.map((drug) => [drug.drug, drug]));
  const nameOf = (id: string): string => entry(id)?.name ?? id;
  const link = (id: string): HTMLElement | string => {
    const drug = byDrug.get(id);
    if (!drug) return nameOf(id);
    const about = { type: 'button', class: 'go', 'data-go': id, title: t('popupGoTo', nameOf(id)) };
    const go = h('button', about, ...nameParts(drug, entry(id)));
    go.addEventListener('click', () => void walk(tab.id, id, drug.places, 1));
    return go;
  };
  return ({ drug, other }: PairVerdict): (HTMLElement | string | false)[] => {
    if (names === 'both') return [link(drug), ' + ', link(other)];
    return watched.length === 1 ? [link(drug)] : [link(drug), ' + ', nameOf(other)];
  };
}
