/** The pieces that every section of the card is made of. Text arrives as text nodes, links only as https. */
import { button, h } from '../ui/dom.ts';
import { keyOf } from '../ui/keys.ts';
import { icon } from './icons.ts';
import type { Citation, Line } from './model.ts';
import { addressOf, sourceInShort } from './source-words.ts';
import { DOT, day, directionOf, type Wording } from './words.ts';

let count = 0;

/**
 * The element of a card, with what is the same of glance and reading view.
 *
 * @param content made with the id that its heading has to have
 */
export function cardElement(
  className: string,
  language: string,
  content: (titleId: string) => readonly (HTMLElement | string | false | undefined)[],
): HTMLElement {
  const id = `lens-card-${count++}`;
  const attributes = { class: className, role: 'dialog', 'aria-labelledby': id, tabindex: '-1' };
  return h('article', { ...attributes, lang: language, dir: directionOf(language) }, ...content(id));
}

/** A sentence with its source numbers. `lead`: words before it, in the interface's language. */
export function lineView(line: Line, wording: Wording, lead?: string): HTMLElement {
  const className = line.professional ? 'line pro' : 'line';
  return h('p', { class: className }, lead && h('b', {}, `${lead} `), citedView(line, wording));
}

export function lineViews(lines: readonly Line[], wording: Wording, lead?: string): HTMLElement[] {
  return lines.map((line) => lineView(line, wording, lead));
}

/**
 * Text with its source numbers: small buttons, each of which opens and closes the note of its source below the line that
 * it stands in. The first keeps to the last word, so that no word is left alone on a line for the sake of many.
 */
export function citedView(
  { text, citations, verified }: Omit<Line, 'professional'>,
  wording: Wording,
  { bold = false, language = 'en' }: { readonly bold?: boolean; readonly language?: string } = {},
): HTMLElement {
  const all = citations.map((citation) => refView(citation, verified, wording));
  // They name publishers in English, also beside a phrase in another language.
  if (language !== 'en') for (const ref of all) ref.lang = 'en';
  const [first, ...refs] = all;
  const cut = text.lastIndexOf(' ') + 1;
  const tag = bold ? 'b' : 'span';
  return h(
    'span',
    { class: 'cited', lang: language, dir: directionOf(language) },
    h(tag, {}, text.slice(0, cut)),
    h('span', { class: 'end' }, h(tag, {}, text.slice(cut)), first),
    refs.length > 0 && h('span', { class: 'end' }, ...refs),
  );
}

function refView(citation: Citation, verified: boolean, wording: Wording): HTMLButtonElement {
  const { number, source } = citation;
  const title = wording.words('cardSourceNumber', number, source.document.publisher);
  const className = verified ? 'ref' : 'ref unverified';
  let note: HTMLElement | undefined;
  const open = (): void => {
    const line = ref.closest('.line') ?? ref;
    const isNew = !note?.isConnected;
    for (const other of line.parentElement?.querySelectorAll(':scope > .note') ?? []) other.remove();
    for (const other of line.parentElement?.querySelectorAll(':scope > .line .ref[aria-expanded=true]') ?? []) {
      other.setAttribute('aria-expanded', 'false');
    }
    if (!isNew) return;
    note = noteView(citation, verified, wording);
    line.after(note);
    ref.setAttribute('aria-expanded', 'true');
  };
  const ref = button(String(number), open, { class: className, 'aria-expanded': 'false', 'aria-label': title, title });
  return ref;
}

/** What a source is, how it was read, and the way to it. */
export function noteView({ number, source }: Citation, verified: boolean | undefined, wording: Wording): HTMLElement {
  const { words } = wording;
  const { title, publisher, section, identifier } = source.document;
  const where = [publisher, section, identifier].filter(Boolean);
  const status = verified === undefined ? undefined : words(verified ? 'cardVerified' : 'cardUnverified');
  const { host, extent, on } = source.read;
  const part = (extent === 'abstract' || extent === 'excerpt') && words(keyOf('cardExtent', extent));
  // A host has its name in English, or a name of its own: `fda.report · excerpt · 24 Nov 2026`.
  const read = [status, host && h('span', { lang: 'en' }, host), part, day(on, wording)].flatMap((one) => one || []);
  return h(
    'div',
    { class: 'note', role: 'note' },
    h('p', {}, `${number}. `, linkView(title, addressOf(source), wording)),
    h('p', {}, sourceInShort(source, wording)),
    h('p', { class: 'muted', lang: 'en' }, where.join(DOT)),
    h('p', { class: 'muted' }, ...read.flatMap((one, index) => (index === 0 ? [one] : [DOT, one]))),
  );
}

/** A link that leaves no trace of the page it is on; plain text where the address is not https. */
function linkView(text: string, url: string | undefined, { words }: Wording): HTMLElement {
  const words_ = h('span', { lang: 'en', dir: 'auto' }, text);
  if (!url || !URL.canParse(url) || new URL(url).protocol !== 'https:') return words_;
  const label = h('span', { class: 'hidden' }, ` (${words('cardNewTab')})`);
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, words_, icon('out'), label);
}

/** What to do, or a use's status: colour, icon and words, the icon before these whichever way they run. */
export function chip(tone: string, text: string): HTMLElement {
  return h('span', { class: 'chip', 'data-tone': tone, dir: 'auto' }, icon(tone), text);
}

/** Something behind an expander, or nothing where there is nothing. */
export function more(label: string, content: readonly HTMLElement[]): HTMLElement[] {
  if (content.length === 0) return [];
  const professional = content.every((element) => element.classList.contains('pro'));
  return [
    h('details', { class: professional ? 'more pro' : 'more' }, h('summary', {}, icon('down'), label), ...content),
  ];
}

/** A section with its heading. */
export function sectionView(title: string, ...content: readonly (HTMLElement | undefined)[]): HTMLElement {
  return h('section', { class: 'part' }, h('h3', {}, title), ...content);
}

/** The first plain lines, the rest behind an expander; a single one that is left needs none. */
export function linesView(lines: readonly Line[], wording: Wording, shown: number): HTMLElement[] {
  const plain = lines.filter(({ professional }) => !professional);
  const glance = plain.slice(0, shown);
  const rest = lines.filter((line) => !glance.includes(line)).map((line) => lineView(line, wording));
  return [...lineViews(glance, wording), ...(rest.length === 1 ? rest : more(wording.words('cardMore'), rest))];
}
