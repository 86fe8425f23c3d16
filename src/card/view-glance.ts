/** Draws the glance: what hover opens. It never scrolls; everything else stands in the reading view. */
import { h } from '../ui/dom.ts';
import { type Glance, glanceOf } from './glance.ts';
import type { CardModel } from './model.ts';
import { sourceName } from './source-words.ts';
import { chip } from './view-parts.ts';
import { nameOf, statusChip, withoutSummary } from './view-uses.ts';
import { directionOf, verdictOn, type Wording } from './words.ts';

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

/** @param tools buttons of the foot */
export function renderGlance(model: CardModel, wording: Wording, tools: readonly HTMLElement[]): HTMLElement {
  const { words, language } = wording;
  const { entry, title, form } = model;
  const { what, tone, verdict, sentence, ask, source } = glanceOf(model);
  const id = `lens-glance-${count++}`;
  const same = title.toLowerCase() === entry.name.toLowerCase();
  const isBrand = form?.kind === 'brand';
  const named = same || what.includes(entry.name) || entry.name.toLowerCase().startsWith(title.toLowerCase());
  const about = named ? what : `${entry.name}, ${what}`;
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
    h(
      'h2',
      { id, title: about },
      h('span', { dir: 'auto' }, title),
      h(
        'span',
        { class: 'what' },
        isBrand && !same ? ` (${words('cardNameBrand')}) ` : ' ',
        h('span', { lang: 'en', dir: 'ltr' }, about),
      ),
    ),
    h('p', { class: 'verdict', 'data-tone': tone }, ...verdictView(verdict, tone, wording)),
    h(
      'p',
      { class: 'line' },
      sentence ? h('span', { class: 'cited', lang: 'en', dir: 'ltr' }, sentence.text) : without(verdict, wording),
      ' ',
      h('b', { class: 'ask' }, words(`cardAsk${ask}`)),
    ),
    h(
      'div',
      { class: 'foot' },
      entry.origin !== undefined
        ? h('p', { class: 'muted source' }, words('cardPack', entry.origin))
        : source
          ? h(
              'p',
              { class: 'muted source', title: source.source.document.title },
              words('cardSource', sourceName(source.source, wording)),
            )
          : h('span', {}),
      h('span', { class: 'tools' }, ...tools),
    ),
  );
}
