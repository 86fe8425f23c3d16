/** Draws the glance: what hover opens. It never scrolls; everything else stands in the reading view. */
import { h } from '../ui/dom.ts';
import { type Glance, glanceOf, inSentences } from './glance.ts';
import type { CardModel, Citation } from './model.ts';
import { sourceName } from './source-words.ts';
import { chip } from './view-parts.ts';
import { nameOf, statusChip, withoutSummary } from './view-uses.ts';
import { directionOf, verdictOn, type Wording } from './words.ts';

/** Letters that there is room for in the head. */
const HEAD = 104;

let count = 0;

function verdictView(verdict: Glance['verdict'], tone: string, wording: Wording): HTMLElement[] {
  const { words } = wording;
  if (verdict.kind === 'pair') return [chip(tone, verdictOn(verdict.action, verdict.other, wording))];
  if (verdict.kind === 'use') return [statusChip(verdict.use, wording), nameOf(verdict.use)];
  return [chip(tone, words('cardApprovedFor')), h('span', {}, verdict.use.name ?? '')];
}

/** Where there is no sentence: what follows from what we have. */
function without(verdict: Glance['verdict'], wording: Wording): string {
  return verdict.kind === 'use' ? withoutSummary(verdict.use, wording) : wording.words('cardMissing');
}

/**
 * The page's word and what it is. In English in one sentence; in other languages the name is theirs, and the English of the
 * facts stands by itself below it.
 */
function headView(model: CardModel, what: string, id: string, { words, language }: Wording): HTMLElement {
  const { entry, title, form } = model;
  const same = title.toLowerCase() === entry.name.toLowerCase();
  const brand = form?.kind === 'brand' && !same && ` (${words('cardNameBrand')})`;
  const named = same || entry.name.toLowerCase().startsWith(title.toLowerCase());
  const head = h('span', { dir: 'auto' }, title);
  // A name that is as long as this says what it is.
  const isShort = title.length + (named ? 0 : entry.name.length) + what.length <= HEAD;
  if (language.startsWith('en')) {
    const about = [...(named || what.includes(entry.name) ? [] : [entry.name]), ...(isShort ? [what] : [])].join(', ');
    const said = h('span', { lang: 'en', dir: 'ltr' }, about);
    return h('h2', { id }, head, h('span', { class: 'what' }, brand, ' ', said));
  }
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}.`;
  return h(
    'h2',
    { id },
    head,
    h('span', { class: 'what' }, brand, !named && `: ${entry.name}`),
    isShort && h('span', { class: 'what alone', lang: 'en', dir: 'ltr' }, sentence),
  );
}

/** Who says so: a pack by its name, or the source of the verdict. */
function sourceView(origin: string | undefined, source: Citation | undefined, wording: Wording): HTMLElement {
  const { words } = wording;
  if (origin !== undefined) return h('p', { class: 'muted source' }, words('cardPack', origin));
  if (!source) return h('span', {});
  const said = words('cardSource', sourceName(source.source, wording));
  return h('p', { class: 'muted source', title: source.source.document.title }, said);
}

/** @param tools buttons of the foot */
export function renderGlance(model: CardModel, wording: Wording, tools: readonly HTMLElement[]): HTMLElement {
  const { words, language } = wording;
  const { what, tone, verdict, sentence, ask, source } = glanceOf(model);
  const id = `lens-glance-${count++}`;
  const head = headView(model, what, id, wording);
  const [first = '', ...more] = inSentences(sentence ?? '');
  const further = more.map((one) => ` ${one}`);
  const line = h(
    'p',
    { class: 'line' },
    sentence
      ? h('span', { class: 'cited', lang: 'en', dir: 'ltr' }, first, h('span', { class: 'further' }, ...further))
      : h('span', { dir: 'auto' }, without(verdict, wording)),
    sentence && !language.startsWith('en') && h('span', { class: 'muted english' }, ` ${words('cardInEnglish')}`),
    ' ',
    h('b', { class: 'ask', dir: 'auto' }, words(`cardAsk${ask}`)),
  );
  return h(
    'article',
    {
      class: 'lens-card glance',
      role: 'dialog',
      'aria-labelledby': id,
      lang: language,
      dir: directionOf(language),
      tabindex: '-1',
    },
    head,
    h('p', { class: 'verdict', 'data-tone': tone }, ...verdictView(verdict, tone, wording)),
    line,
    h(
      'div',
      { class: 'foot' },
      sourceView(model.entry.origin, source, wording),
      h('span', { class: 'tools' }, ...tools),
    ),
  );
}
