/**
 * Draws what two medicines have to do with each other: the banner of a pair, and on memantine's card what not to
 * combine it with.
 */
import { byKey } from '../shared/groups.ts';
import { isGrave } from '../shared/policy/pairs.ts';
import { h } from '../ui/dom.ts';
import { keyOf } from '../ui/keys.ts';
import type { Combining, Rating, Relation } from './model.ts';
import { chip, citedView, lineView, lineViews, more, sectionView } from './view-parts.ts';
import { authority, DOT, namesRegion, region, verdictOn, type Wording, whoSays } from './words.ts';

/**
 * The banner that says what to do about the entry and memantine, and who says so.
 * @param ask whom to ask, where the banner is the one that says it
 */
export function relationView(relation: Relation, wording: Wording, ask?: HTMLElement): HTMLElement {
  const { words } = wording;
  const { action, word, actionBy, documentation, kind, direction, names, management, via, origin, other } = relation;
  const [first, ...otherAdvice] = management;
  const deeper = [
    ...lineViews(otherAdvice, wording),
    ...lineViews(relation.effect, wording, words('cardEffect')),
    ...lineViews(relation.mechanism, wording, words('cardHow')),
    ...lineViews(relation.evidence, wording, words('cardEvidence')),
    h(
      'p',
      { class: 'line muted pro' },
      [words(keyOf('cardInteraction', kind)), words(keyOf('cardDirectionOf', direction), ...names)].join(DOT),
    ),
  ];
  return h(
    'section',
    {
      class: 'banner',
      'data-tone': action,
      'data-short': other === undefined ? words('cardWithMemantine') : words('cardWithOther', other),
      'data-unnamed': relation.unnamed,
    },
    h(
      'h3',
      {},
      chip(action, verdictOn(word, other, wording)),
      // Nobody says that there is nothing: the sentence tells who was asked.
      ...(word === 'nothing' ? [] : [' ', h('span', { class: 'by' }, whoSays(actionBy, wording))]),
    ),
    ask,
    via.length > 0 && h('p', { class: 'muted' }, words('cardVia', via.join(', '))),
    origin !== undefined && h('p', { class: 'muted' }, words('cardPack', origin)),
    lineView(relation.summary, wording),
    h(
      'dl',
      { class: 'facts' },
      first && row(words('cardWhatToDo'), lineView(first, wording)),
      relation.ratings.length > 0 && row(words('cardHowRated'), ratingsView(relation, wording)),
      word !== 'nothing' &&
        row(words('cardHowDocumented'), h('p', {}, words(keyOf('cardDocumentation', documentation)))),
    ),
    ...more(words('cardMore'), deeper),
    action === 'none-found' && h('p', { class: 'muted' }, words('cardNoneFoundNote')),
  );
}

function row(term: string, detail: HTMLElement): HTMLElement {
  return h('div', {}, h('dt', {}, term), h('dd', {}, detail));
}

/** Every authority beside the others, each in its own words as far as these are new; professionals see all words. */
function ratingsView({ ratings }: Relation, wording: Wording): HTMLElement {
  const nameOf = ({ by, region: code }: Rating): string =>
    code && !namesRegion(by, code) ? `${by} (${region(code, wording)})` : authority(by, wording);
  const alike = byKey(ratings, ({ rating, scale = '' }) => `${rating} ${scale}`);
  const items = [...alike.values()].map((group) => {
    const [{ rating, scale, isSaid }] = group;
    const verified = group.every((one) => one.verified);
    const citations = [...new Set(group.flatMap((one) => one.citations))];
    return h(
      'li',
      { class: 'line' },
      h('span', {}, `${group.map(nameOf).join(', ')}${isSaid ? '' : ': '}`),
      citedView({ text: isSaid ? '' : rating, citations, verified }, wording, { bold: true }),
      isSaid && h('span', { class: 'pro', lang: 'en' }, ` ${rating}`),
      scale && h('span', { class: 'muted pro', lang: 'en' }, ` (${scale})`),
    );
  });
  return h('ul', {}, ...items);
}

/** Names that stand in a list before its expander, and members of a class that stand beside it. */
const NAMES = 6;
const MEMBERS = 6;

/** On memantine's card: what not to combine it with. */
export function combiningView(combining: readonly Combining[], wording: Wording): HTMLElement | undefined {
  if (combining.length === 0) return undefined;
  const { words } = wording;
  const viewsOf = (grave: boolean): HTMLElement[] =>
    combining.filter(({ action }) => isGrave(action) === grave).map((group) => combiningGroup(group, wording));
  return sectionView(
    words('cardCombining'),
    ...viewsOf(true),
    ...more(words('cardLessSevere'), viewsOf(false)),
    h('p', { class: 'muted' }, words('cardNotListed')),
  );
}

function combiningGroup({ action, items }: Combining, wording: Wording): HTMLElement {
  const { words } = wording;
  const names = items.slice(0, NAMES).map(({ name, members }) => {
    const some = members.slice(0, MEMBERS).join(', ');
    return some ? `${name} (${some}${members.length > MEMBERS ? ' …' : ''})` : name;
  });
  const left = items.length - names.length;
  const why = items.map(({ name, summary }) => lineView(summary, wording, `${name}:`));
  return h(
    'div',
    { class: 'group' },
    h(
      'p',
      { class: 'names' },
      chip(action, `${words(keyOf('cardVerdict', action))}:`),
      h('span', {}, names.join(', ')),
      left > 0 && h('span', { class: 'muted' }, ` ${words('cardAndMore', left)}`),
    ),
    ...more(words(left > 0 ? 'cardAllAndWhy' : 'cardWhy', items.length), why),
    action === 'none-found' && h('p', { class: 'muted' }, words('cardNoneFoundNote')),
  );
}
