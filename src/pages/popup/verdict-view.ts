/** Pairs as the popup shows them: counted in a heading, each with its verdict and sentence, or folded by verdict. */
import { icon } from '../../card/icons.ts';
import type { Action } from '../../knowledge/types.ts';
import { plural, t } from '../../platform/i18n.ts';
import { isGrave } from '../../shared/policy/pairs.ts';
import { button, h } from '../../ui/dom.ts';
import { keyOf } from '../../ui/keys.ts';
import { expander } from './keep.ts';
import { byAction, type PairVerdict } from './verdicts.ts';

/** How many pairs a fold shows before it is asked for more. */
const AT_ONCE = 20;

/** What is not grave has no colour. */
const toneOf = (action: Action): Action | undefined => (isGrave(action) ? action : undefined);

/** What stands in the head of a pair: its names, by which the reader may go to the page. */
type Head = (verdict: PairVerdict) => readonly (Node | string | false)[];

/** `3 to avoid, 5 with caution, 2 to watch closely`, each in its colour; what is not grave can stand smaller. */
export function counts(verdicts: readonly PairVerdict[]): (Node | string)[] {
  const sums = (wanted: boolean): HTMLElement[] =>
    byAction(verdicts)
      .filter(([action]) => isGrave(action) === wanted)
      .map(([action, these]) =>
        h('span', { class: 'sum', 'data-tone': toneOf(action) }, plural(keyOf('popupTo', action), these.length)),
      );
  const [grave, minor] = [sums(true), sums(false)];
  const first = grave.length > 0 || minor.length === 0 ? grave : [h('span', { class: 'sum' }, t('popupToNone'))];
  if (minor.length === 0) return listed(first);
  return [...listed(first), h('span', { class: 'joint' }, ', '), h('span', { class: 'minor' }, ...listed(minor))];
}

const listed = (parts: readonly Node[]): (Node | string)[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]));

/** The action in words, with its icon and colour. */
function actionTag({ action, word }: Pick<PairVerdict, 'action' | 'word'>): HTMLElement {
  return h('span', { class: 'tag', 'data-tone': action }, icon(action), t(keyOf('cardAction', word ?? action)));
}

export function pairItem(verdict: PairVerdict, head: Head): HTMLElement {
  const line = h('p', { class: 'pair-head' }, h('strong', {}, ...head(verdict)), actionTag(verdict));
  return item(verdict, line, ...said(verdict));
}

/** Names and verdict in one line, which opens. */
export function shortItem(verdict: PairVerdict, head: Head): HTMLElement {
  const names = h('strong', {}, ...head(verdict));
  const line = h('summary', { class: 'pair-head' }, h('strong', {}, names.textContent), actionTag(verdict));
  const key = `${verdict.drug} ${verdict.other}`;
  return item(verdict, expander(key, {}, line, ...said(verdict), h('p', {}, names)));
}

function item({ drug, other, action }: PairVerdict, ...children: HTMLElement[]): HTMLElement {
  return h('li', { class: 'pair', 'data-pair': `${drug} ${other}`, 'data-tone': toneOf(action) }, ...children);
}

/** The sentence, and whose it is where it is not ours. */
function said({ lead, origin }: PairVerdict): HTMLElement[] {
  return [
    ...(lead === undefined ? [] : [h('p', { lang: 'en', dir: 'auto' }, lead)]),
    ...(origin === undefined ? [] : [h('p', {}, h('span', { class: 'own' }, origin))]),
  ];
}

/** One expander for each verdict, worst first; their pairs are made when they are opened. `of`: which pairs they are. */
export function folds(of: 'watched' | 'others', verdicts: readonly PairVerdict[], head: Head): HTMLElement[] {
  return byAction(verdicts).map(([action, these]) => {
    const list = h('ul', {});
    const count = h('span', { class: 'muted' }, String(these.length));
    const line = h('summary', {}, t(keyOf('cardAction', action)), ' ', count);
    const fold = expander(`${of} ${action}`, { class: 'fold', 'data-action': action }, line, list);
    const onOpen = (): void => addSome(list, these, head);
    if (fold.open) onOpen();
    else fold.addEventListener('toggle', onOpen, { once: true });
    return fold;
  });
}

/** Adds the next few, and a button for more. */
function addSome(list: HTMLElement, left: readonly PairVerdict[], head: Head): void {
  const items = left.slice(0, AT_ONCE).map((verdict) => pairItem(verdict, head));
  list.append(...items);
  const rest = left.slice(AT_ONCE);
  if (rest.length === 0) return;
  const goOn = (): void => {
    const before = list.childElementCount - 1;
    more.remove();
    addSome(list, rest, head);
    // The focus was on the button: it goes on with what took its place.
    list.children[before]?.querySelector('button')?.focus();
  };
  const more = h('li', {}, button(plural('popupShowMore', Math.min(rest.length, AT_ONCE)), goOn));
  list.append(more);
}
