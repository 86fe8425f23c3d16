/** Draws the glance: what hover opens. It never scrolls; everything else stands in the reading view. */
import { h } from '../ui/dom.ts';
import { keyOf } from '../ui/keys.ts';
import { askOf, firstSentences, type Glance, glanceOf, whatIs } from './glance.ts';
import type { CardModel, Citation } from './model.ts';
import { sourceInBrief, sourceInShort } from './source-words.ts';
import { cardElement, chip } from './view-parts.ts';
import { nameOf, statusChip, withoutSummary } from './view-uses.ts';
import { capitalised, verdictOn, type Wording, type Words } from './words.ts';

/** Letters that there is room for in the head. */
const HEAD = 104;

function verdictView(verdict: Glance['verdict'], tone: string, wording: Wording): (HTMLElement | string)[] {
  if (verdict.kind === 'pair') {
    const { action, other } = verdict;
    const said = chip(tone, verdictOn(action, other, wording));
    if (other !== undefined || action === 'nothing') return [said];
    const short = chip(tone, wording.words(keyOf('cardAction', action)));
    said.classList.add('long');
    short.classList.add('short');
    return [said, short];
  }
  if (verdict.kind === 'use') return [statusChip(verdict.use, wording), ' ', nameOf(verdict.use)];
  return [chip(tone, wording.words('cardStatusForApproved')), ' ', h('span', {}, verdict.use.name ?? '')];
}

/** Begins like the name of a kind, in any of our languages: `a water tablet`, `une benzodiazépine`. */
const KIND = /^(an?|one of|used|the|eine?[rs]?|der|une?|l[’']une?|una?|uno de|les?|las?|el)\b/i;

/**
 * The page's word and what it is, in one sentence. What there is no phrase for in the reader's language stands by itself
 * below, in English.
 */
function headView(model: CardModel, id: string, { words, language }: Wording): HTMLElement {
  const { text, isEnglish } = whatIs(model);
  const { entry, title, form } = model;
  const same = title.toLowerCase() === entry.name.toLowerCase();
  const brand = form?.kind === 'brand' && !same ? ` (${words('cardNameBrand')})` : '';
  const named = same || entry.name.toLowerCase().startsWith(title.toLowerCase()) || text.includes(entry.name);
  const name = named ? '' : `: ${entry.name}`;
  // A name that is as long as this says what it is.
  const isShort = title.length + name.length + text.length <= HEAD;
  const stop = KIND.test(text) ? ', ' : name === '' ? ': ' : '; ';
  const alone = isEnglish && !language.startsWith('en');
  const said = alone
    ? h('span', { lang: 'en', dir: 'ltr' }, `${capitalised(text)}.`)
    : h('span', { lang: isEnglish ? 'en' : language, dir: 'auto' }, text);
  return h(
    'h2',
    { id },
    h('span', { dir: 'auto' }, title),
    h('span', { class: 'what' }, brand, name, ...(isShort && !alone ? [stop, said] : [])),
    isShort && alone && h('span', { class: 'what alone' }, inEnglish(words), said),
  );
}

/** Said before what is in English in a card of another language. */
const inEnglish = (words: Words): HTMLElement => h('span', { class: 'muted english' }, `${words('cardInEnglish')} `);

/** Who says so: a pack by its name, or the source of the verdict. */
function sourceView(origin: string | undefined, source: Citation | undefined, wording: Wording): HTMLElement {
  const { words } = wording;
  if (origin !== undefined) return h('p', { class: 'muted source' }, words('cardPack', origin));
  if (!source) return h('span', {});
  const { name, rest } = sourceInBrief(source.source, wording);
  const whole = `${source.source.document.title}. ${sourceInShort(source.source, wording)}`;
  return h(
    'p',
    { class: 'muted source', title: whole },
    words('cardSource', name),
    rest !== '' && h('span', { class: 'rest' }, `, ${rest}`),
  );
}

/** @param tools buttons of the foot */
export function renderGlance(model: CardModel, wording: Wording, tools: readonly HTMLElement[]): HTMLElement {
  const { words, language } = wording;
  const { tone, verdict, summary, source } = glanceOf(model);
  const [first = '', ...more] = summary ? firstSentences(summary.text) : [];
  const further = more.map((one) => ` ${one}`);
  const said = summary
    ? h('span', { class: 'cited', lang: 'en', dir: 'ltr' }, first, h('span', { class: 'further' }, ...further))
    : h('span', { dir: 'auto' }, verdict.kind === 'use' ? withoutSummary(verdict.use, wording) : words('cardMissing'));
  return cardElement('lens-card glance', language, (id) => [
    headView(model, id, wording),
    h(
      'p',
      { class: 'verdict', 'data-tone': tone },
      // Where the name has no line of its own.
      h('span', { class: 'named', dir: 'auto' }, `${model.title}: `),
      ...verdictView(verdict, tone, wording),
    ),
    h(
      'p',
      { class: 'line' },
      h('span', { class: 'said' }, summary && !language.startsWith('en') && inEnglish(words), said, ' '),
      h('b', { class: 'ask', dir: 'auto' }, words(`cardAsk${askOf(model)}`)),
    ),
    h(
      'div',
      { class: 'foot' },
      sourceView(model.entry.origin, source, wording),
      h('b', { class: 'ask brief', dir: 'auto' }, words('cardAskBriefly')),
      h('span', { class: 'tools' }, ...tools),
    ),
  ]);
}
