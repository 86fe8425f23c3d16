/**
 * Draws the reading view: all that a card says. Knows nothing of where it stands: the card in a page and the popup's
 * search use it alike. `view-glance.ts` draws the glance.
 */

import { whatOf } from '../knowledge/what-it-is.ts';
import { MEMANTINE } from '../shared/policy/pairs.ts';
import { button, h } from '../ui/dom.ts';
import { keyOf } from '../ui/keys.ts';
import { askOf, ranked } from './glance.ts';
import { icon } from './icons.ts';
import type { CardModel, Section } from './model.ts';
import { barView, type CardButtons, trustView } from './view-foot.ts';
import { onPageView } from './view-page.ts';
import { cardElement, citedView, linesView, lineView, more, noteView, sectionView } from './view-parts.ts';
import { combiningView, relationView } from './view-relation.ts';
import { approvedView, otherUsesView, passageView } from './view-uses.ts';
import { capitalised, type Wording, whatItIs } from './words.ts';

export interface ViewOptions {
  readonly wording: Wording;
  /** Professional detail is shown. */
  readonly professional: boolean;
  /** The reader used the switch. */
  readonly setProfessional?: (on: boolean) => void;
  /** A click on another drug of the page; absent: names are plain text. */
  readonly goTo?: (drug: string) => void;
  /** Buttons of the head. With them comes a row below, of one a section: the card stands by itself. */
  readonly tools?: readonly HTMLElement[];
  /** What can be done about the mention; absent: nothing. */
  readonly actions?: CardButtons;
  /** Where a report of a mistake goes: an address, shown as text. */
  readonly reportTo?: string;
  /** Prints this card alone; absent: no button. */
  readonly print?: () => void;
  /** Version of the extension, for a report of a mistake. */
  readonly version: string;
}

/** The card as one element. Its style is `cardCss`; it works in a document and in a shadow root. */
export function renderCard(model: CardModel, options: ViewOptions): HTMLElement {
  const { wording, professional, goTo, tools } = options;
  const { words, language } = wording;
  const { entry } = model;
  const combining = combiningView(model.combining, wording);
  const drugClass = saysMore(model) ? lineView(model.drugClass, wording) : undefined;
  const ask = h('p', {}, h('b', { class: 'ask', dir: 'auto' }, words(`cardAsk${askOf(model)}`)));
  const name = whatItIs(model, wording);
  // Memantine for this use, and what not to combine: that is read first.
  const leads = model.relations.length === 0;
  const passage = passageView(model, wording, leads ? ask : undefined);
  const card: HTMLElement = cardElement('lens-card', language, (id) => [
    h(
      'header',
      {},
      h('div', { class: 'tools' }, ...(tools ?? [])),
      h('h2', { id, dir: 'auto' }, model.title),
      name !== '' && h('p', { class: 'what' }, name),
      entry.origin !== undefined && h('p', { class: 'what' }, words('cardPack', entry.origin)),
    ),
    h(
      'div',
      { class: 'body', tabindex: tools && '0' },
      aboutView(model, wording),
      ...(leads && passage ? [passage, combining, drugClass] : []),
      ...model.relations.map((relation, index) => relationView(relation, wording, index === 0 ? ask : undefined)),
      ...(leads && passage ? [] : [drugClass]),
      // That this is no sign of safety is said, always.
      leads &&
        entry.id !== MEMANTINE &&
        h('p', { class: 'banner', 'data-tone': 'theoretical' }, words('cardNothingListed')),
      leads && !passage && ask,
      ...(leads && passage ? [] : [passage, combining]),
      approvedView(model.approved, wording),
      entry.kind === 'class' &&
        model.members.length > 0 &&
        sectionView(words('cardMembers'), h('p', {}, model.members.join(', '))),
      onPageView(model, wording, goTo),
      ...model.sections.map((section) => sectionOf(section, wording)),
      otherUsesView(model.otherUses, wording),
      sourcesView(model, wording),
      trustView(model, wording),
    ),
    barView(model, () => card, options),
  ]);
  card.toggleAttribute('data-professional', professional);
  if (tools) card.querySelector('header')!.after(jumpsView(card, wording));
  return card;
}

/** What it is, with its sources: the sentence, or in another language a phrase that says as much as its beginning. */
function aboutView({ drugClass, entry: { what } }: CardModel, wording: Wording): HTMLElement {
  if (what === undefined) return lineView(drugClass, wording);
  const phrase = { ...drugClass, text: `${capitalised(what)}.` };
  return h('p', { class: 'line' }, citedView(phrase, wording, { language: wording.language }));
}

/** Whether the sentence that says what it is says more than the phrase that begins the card. */
function saysMore({ drugClass, entry: { what, name, englishName = name } }: CardModel): boolean {
  if (what === undefined) return false;
  const rest = drugClass.text.toLowerCase().split(whatOf(drugClass.text, englishName).toLowerCase())[1] ?? '';
  return /\p{L}/u.test(rest);
}

/** Sections that are offered at once; the others after a press of "More". */
const JUMPS = 5;

/** One button a section, which brings it into view. */
function jumpsView(card: HTMLElement, { words }: Wording): HTMLElement {
  const sections = [...card.querySelectorAll<HTMLElement>('.body > section')];
  const items = sections.flatMap((section) => {
    const title = section.querySelector('h3, summary')?.textContent;
    if (!title) return [];
    const jump = (): void => {
      section.scrollIntoView({ block: 'start' });
      section.querySelector('details')?.toggleAttribute('open', true);
    };
    const className = section.classList.contains('pro') ? 'pro' : undefined;
    return h('li', { class: className }, button(section.dataset.short ?? title, jump, { class: 'jump' }));
  });
  const list = h('ul', {}, ...items);
  const rest = items.slice(JUMPS);
  // One more button would take the place of a single link.
  if (rest.length > 1) {
    const showRest = (): void => {
      for (const item of rest) item.hidden = false;
      rest[0]!.querySelector('button')!.focus();
      last.remove();
    };
    const last = h('li', {}, button(words('cardMore'), showRest, { class: 'jump', 'aria-expanded': 'false' }));
    last.firstElementChild!.append(icon('down'));
    for (const item of rest) item.hidden = true;
    list.append(last);
  }
  return h('nav', { class: 'jumps', 'aria-label': words('cardSections') }, list);
}

function sectionOf({ key, lines }: Section, wording: Wording): HTMLElement {
  const long = key === 'cautions' || key === 'effects' || key === 'stopping';
  const title = wording.words(keyOf('cardSection', key));
  const part = sectionView(title, ...linesView(lines, wording, long ? 2 : 1));
  if (lines.every(({ professional }) => professional)) part.classList.add('pro');
  return part;
}

/** Sources that are shown before the expander. */
const SOURCES = 5;

/** The strongest first, whatever their numbers. */
function sourcesView({ citations }: CardModel, wording: Wording): HTMLElement {
  const notes = ranked(citations).map((citation) => noteView(citation, undefined, wording));
  return sectionView(
    wording.words('cardSources', citations.length),
    ...notes.slice(0, SOURCES),
    ...more(wording.words('cardShowAll', citations.length), notes.slice(SOURCES)),
  );
}
