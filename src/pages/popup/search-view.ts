/** The popup's search: a combobox over the knowledge, and the card of what was chosen, without a page. */
import { formatNumber, language, plural, t } from '../../platform/i18n.ts';
import { button, byId, h } from '../../ui/dom.ts';
import type { Hit } from './search.ts';

let search: ((text: string) => readonly Hit[]) | undefined;

/**
 * @param begun called whenever something is typed: what else stands in the place of the results makes room
 * @returns fills the search in and looks it up
 */
export function createSearchView(begun: () => void): (text: string) => Promise<void> {
  const input = h('input', {
    type: 'search',
    class: 'field',
    id: 'search-text',
    role: 'combobox',
    placeholder: t('popupSearch'),
    'aria-label': t('popupSearch'),
    'aria-expanded': 'false',
    'aria-controls': 'search-results',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: 100,
  });
  const list = h('ul', { id: 'search-results', role: 'listbox', 'aria-label': t('popupSearchResults'), hidden: true });
  const status = h('p', { class: 'visually-hidden', role: 'status', id: 'search-status' });
  const none = h('div', { hidden: true, id: 'search-none' });
  const card = h('div', { id: 'search-card' });
  const place = byId('looked-up');
  const back = button(t('popupBack'), () => setPicked([]), { class: 'button quiet back' });
  byId('search').append(input);
  const together = h('div', { id: 'together' });
  place.append(back, list, none, card, together);
  // Told also while the place is hidden.
  place.after(status);
  let hits: readonly Hit[] = [];
  let active = -1;
  /** To be checked together. */
  let picked: readonly Hit[] = [];

  /** With nothing picked, back to the page. */
  function setPicked(now: readonly Hit[]): void {
    picked = now;
    void drawTogether();
    next();
  }

  /** Ready for another name. */
  function next(): void {
    input.value = '';
    void update();
    input.focus();
  }

  async function drawTogether(): Promise<void> {
    const asked = picked;
    if (asked.length === 0) return together.replaceChildren();
    const { togetherView } = await import('./behind.ts');
    const unpick = (id: string): void => setPicked(picked.filter(({ entry }) => entry.id !== id));
    const views = await togetherView(asked, unpick);
    if (asked === picked) together.replaceChildren(...views);
  }

  function pick(hit: Hit): void {
    setPicked(picked.some(({ entry }) => entry.id === hit.entry.id) ? picked : [...picked, hit]);
  }

  async function update(): Promise<void> {
    const empty = input.value.trim() === '';
    // What was looked up takes the place of what is on the page, and gives it back.
    const idle = empty && picked.length === 0;
    place.hidden = idle;
    if (!idle) begun();
    document.body.toggleAttribute('data-searching', !idle);
    search ??= await openSearch();
    hits = search(input.value);
    active = hits.length > 0 ? 0 : -1;
    card.replaceChildren();
    draw();
    none.hidden = empty || hits.length > 0;
    if (!none.hidden) none.replaceChildren(...(await notFound(input.value.trim())));
    status.textContent = empty ? '' : hits.length === 0 ? none.textContent : plural('popupSearchHits', hits.length);
  }

  function draw(): void {
    list.hidden = hits.length === 0;
    input.setAttribute('aria-expanded', String(hits.length > 0));
    if (active >= 0) input.setAttribute('aria-activedescendant', `hit-${active}`);
    else input.removeAttribute('aria-activedescendant');
    list.replaceChildren(...hits.map(option));
  }

  function option({ entry: { id, name }, other }: Hit, index: number): HTMLElement {
    const about = { role: 'option', id: `hit-${index}`, class: 'hit', 'data-entry': id };
    const element = h(
      'li',
      { ...about, 'aria-selected': String(index === active) },
      h('span', { class: 'name' }, name),
      other !== undefined && h('span', { class: 'muted' }, other),
    );
    element.addEventListener('click', () => void choose(index));
    return element;
  }

  async function choose(index: number): Promise<void> {
    const hit = hits[index];
    if (!hit) return;
    hits = [];
    active = -1;
    draw();
    if (picked.length > 0) return pick(hit);
    const { cardOf, watchButton } = await import('./card.ts');
    const shown = await cardOf(hit.entry.id, hit.misspelt ? undefined : hit.form);
    const check = button(t('popupTogetherStart'), () => pick(hit), { id: 'together-start' });
    const actions = h('div', { class: 'buttons' }, check, await watchButton(hit.entry.id));
    card.replaceChildren(...(shown ? [actions, shown] : []));
    status.textContent = t('popupSearchShown', hit.entry.name);
  }

  input.addEventListener('input', () => void update());
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' && hits.length > 0) active = (active + 1) % hits.length;
    else if (event.key === 'ArrowUp' && hits.length > 0) active = (active + hits.length - 1) % hits.length;
    else if (event.key === 'Enter') void choose(Math.max(active, 0));
    else if (event.key === 'Escape' && input.value !== '') next();
    else if (event.key === 'Escape' && picked.length > 0) setPicked([]);
    else return;
    event.preventDefault();
    if (event.key.startsWith('Arrow')) draw();
  });

  return async (text) => {
    input.focus();
    if (text === '') return;
    input.value = text;
    await update();
    // One clear answer needs no second step.
    const names = new Set(hits.map(({ entry }) => entry.id));
    if (names.size === 1 || hits[0]?.form.toLowerCase() === text.toLowerCase()) await choose(0);
  };
}

/** The names are many: they are loaded when the reader begins to search. */
async function openSearch(): Promise<(text: string) => readonly Hit[]> {
  const { createSearch, openedKnowledge } = await import('./behind.ts');
  return createSearch(await openedKnowledge(), language());
}

/** What our list does not have, and what it has: a search never ends in nothing. */
async function notFound(text: string): Promise<HTMLElement[]> {
  const { openedKnowledge } = await import('./behind.ts');
  const { byKind, names } = (await openedKnowledge()).stats();
  const counted = [byKind.drug + byKind.combination, byKind.class, names];
  return [
    h('p', {}, h('strong', {}, t('popupSearchNotIn', text))),
    h('p', { class: 'muted' }, t('popupSearchNone')),
    h('p', { class: 'muted' }, t('popupSearchCovers', ...counted.map(formatNumber))),
  ];
}
