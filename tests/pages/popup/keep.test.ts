// @vitest-environment happy-dom
/** The list in the popup is drawn anew while the page changes; what the reader opened stays open, and the focus where it is. */
import { beforeEach, describe, expect, it } from 'vitest';
import { expander, keepingFocus } from '../../../src/pages/popup/keep.ts';
import { h } from '../../../src/ui/dom.ts';

let list: HTMLElement;

beforeEach(() => {
  list = document.createElement('div');
  document.body.replaceChildren(list);
});

const opens = (details: HTMLDetailsElement, open: boolean): void => {
  details.open = open;
  details.dispatchEvent(new Event('toggle'));
};

describe('an expander', () => {
  it('is open where the reader left it open, and closed where not', () => {
    const first = expander('group others', { class: 'group' }, h('summary', {}, 'Others'));
    expect([first.open, first.className]).toEqual([false, 'group']);
    opens(first, true);
    expect(expander('group others', {}).open).toBe(true);
    expect(expander('group none', {}).open).toBe(false);
    opens(first, false);
    expect(expander('group others', {}).open).toBe(false);
  });
});

describe('the focus', () => {
  /** As the popup draws it. */
  const draw = (): void =>
    list.replaceChildren(
      h('button', { 'data-drug': 'warfarin' }),
      expander('one', {}, h('summary', {}, 'One'), h('div', { 'data-pair': 'x y' }, go('next'), go('previous'))),
      expander('two', {}, h('summary', {}, 'Two'), h('div', { 'data-pair': 'x z' }, go('next'))),
    );
  const go = (to: string): HTMLElement => h('button', { 'data-go': to });

  beforeEach(draw);

  it.each([
    ['a medicine', '[data-drug=warfarin]'],
    ['an expander', '[data-opens=two] > summary'],
    ['an arrow of a pair', '[data-pair="x y"] [data-go=previous]'],
    ['the same arrow of another pair', '[data-pair="x z"] [data-go=next]'],
  ])('stays on %s', (_, selector) => {
    const before = list.querySelector<HTMLElement>(selector)!;
    before.tabIndex = 0;
    before.focus();
    expect(document.activeElement).toBe(before);
    keepingFocus(list, () => {
      draw();
      for (const summary of list.querySelectorAll('summary')) summary.tabIndex = 0;
    });
    const after = list.querySelector(selector);
    expect(before.isConnected).toBe(false);
    expect(document.activeElement).toBe(after);
  });

  it('is not taken from elsewhere', () => {
    // A name that stands in the list, too.
    const search = h('input', { 'data-drug': 'warfarin' });
    document.body.append(search);
    search.focus();
    keepingFocus(list, draw);
    expect(document.activeElement).toBe(search);
  });

  it('goes nowhere where nothing took the place, or it was on something that cannot be told', () => {
    list.querySelector<HTMLElement>('[data-drug=warfarin]')!.focus();
    expect(() => keepingFocus(list, () => list.replaceChildren())).not.toThrow();
    const other = h('button');
    list.append(other);
    other.focus();
    keepingFocus(list, () => other.remove());
    expect(list.contains(document.activeElement)).toBe(false);
  });
});
