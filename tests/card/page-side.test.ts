// @vitest-environment happy-dom
/**
 * What the reader does in a card stays in it, and what it says: its words are no text that a page's search could find, and are
 * text again for the clipboard and the printer.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Guard, guardOf } from '../../src/card/guard.ts';
import { watchHover } from '../../src/card/hover.ts';
import type { CardRequest } from '../../src/card/port.ts';
import { deepFocus, isRtl, isSame } from '../../src/card/request.ts';
import { createScrolling } from '../../src/card/scroll.ts';
import { keepSealed, SEALED_CSS, seal, unseal } from '../../src/card/seal.ts';

/** As the reader's own: what a page makes up is not trusted. */
function byReader<T extends Event>(event: T): T {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

describe('with a card open, the page', () => {
  let guard: Guard;
  let host: HTMLElement;
  let elsewhere: HTMLElement;
  let heard: string[];
  const page = ({ type }: Event): void => void heard.push(`page ${type}`);
  const TYPES = ['click', 'keydown', 'wheel', 'pointermove', 'focusout', 'toggle'];

  beforeEach(() => {
    heard = [];
    guard = guardOf({});
    host = document.createElement('div');
    elsewhere = document.createElement('button');
    document.body.replaceChildren(host, elsewhere);
    guard.listen();
    guard.open = {
      host,
      inside: ({ type }) => void heard.push(`card ${type}`),
      outside: ({ type }) => void heard.push(`outside ${type}`),
    };
    // After ours, as a page's are; at its window and at its document.
    for (const type of TYPES) {
      addEventListener(type, page, true);
      document.addEventListener(type, page);
    }
  });
  afterEach(() => {
    guard.open = undefined;
    for (const type of TYPES) {
      removeEventListener(type, page, true);
      document.removeEventListener(type, page);
    }
  });
  const does = (type: string, to: HTMLElement): void =>
    void to.dispatchEvent(byReader(new Event(type, { bubbles: true })));

  it('hears nothing of what the reader does in it', () => {
    for (const type of ['click', 'keydown', 'wheel', 'pointermove']) does(type, host);
    expect(heard).toEqual(['card click', 'card keydown', 'card wheel', 'card pointermove']);
  });

  it('hears all that the reader does elsewhere', () => {
    does('click', elsewhere);
    expect(heard).toEqual(['outside click', 'page click', 'page click']);
  });

  it('speaks to nobody but itself with events that it makes up', () => {
    host.dispatchEvent(new Event('click', { bubbles: true }));
    expect(heard).toEqual(['page click', 'page click']);
  });

  it('does not hear that the focus left it for the card, and hears that it left for something else', () => {
    const leaves = (to: HTMLElement): void =>
      void elsewhere.dispatchEvent(byReader(new FocusEvent('focusout', { bubbles: true, relatedTarget: to })));
    leaves(host);
    expect(heard).toEqual([]);
    leaves(document.body);
    expect(heard).toEqual(['outside focusout', 'page focusout', 'page focusout']);
  });

  it('has its events back when the card is closed', () => {
    guard.open = undefined;
    does('click', host);
    expect(heard).toEqual(['page click', 'page click']);
  });

  it('pays for moves and wheels only once a card was open', () => {
    const added = vi.spyOn(globalThis, 'addEventListener');
    const types = () => added.mock.calls.map(([type]) => type);
    const other = guardOf({});
    expect(types()).toContain('click');
    expect(types()).not.toContain('wheel');
    other.listen();
    expect(types()).toContain('wheel');
    added.mockRestore();
  });

  it('cannot put an element in the place of what guards, and has one alone', () => {
    const world: Record<string, unknown> = Object.create({ memantineLensGuard: elsewhere });
    const own = guardOf(world);
    expect(own).not.toBe(elsewhere);
    expect(guardOf(world)).toBe(own);
  });
});

describe('the pointer on a card', () => {
  let place: HTMLElement;
  let stop: AbortController;
  let told: boolean[];

  beforeEach(() => {
    place = document.createElement('div');
    place.getBoundingClientRect = () => new DOMRect(0, 0, 100, 100);
    document.body.replaceChildren(place);
    stop = new AbortController();
    told = [];
    watchHover(place, (inside) => told.push(inside), stop.signal);
  });
  afterEach(() => stop.abort());
  const at = (type: string, x: number, more: PointerEventInit = {}): PointerEvent =>
    new PointerEvent(type, { clientX: x, clientY: 50, pointerType: 'mouse', ...more });

  it('comes and goes', () => {
    place.dispatchEvent(at('pointerenter', 50));
    place.dispatchEvent(at('pointerleave', 150));
    expect(told).toEqual([true, false]);
  });

  it('does not leave as a finger, which is lifted', () => {
    place.dispatchEvent(at('pointerleave', 150, { pointerType: 'touch' }));
    expect(told).toEqual([]);
  });

  it('stays while something lies over the card, until it moves away from there', () => {
    place.dispatchEvent(at('pointerleave', 50));
    dispatchEvent(byReader(at('pointermove', 60)));
    expect(told).toEqual([]);
    dispatchEvent(byReader(at('pointermove', 150)));
    dispatchEvent(byReader(at('pointermove', 160)));
    expect(told).toEqual([false]);
  });

  it('is followed no more when it is on the card again, or the card is gone', () => {
    place.dispatchEvent(at('pointerleave', 50));
    place.dispatchEvent(at('pointerenter', 50));
    dispatchEvent(byReader(at('pointermove', 150)));
    expect(told).toEqual([true]);
    place.dispatchEvent(at('pointerleave', 50));
    stop.abort();
    dispatchEvent(byReader(at('pointermove', 150)));
    place.dispatchEvent(at('pointerenter', 50));
    expect(told).toEqual([true]);
  });

  it('is not moved by a page', () => {
    place.dispatchEvent(at('pointerleave', 50));
    dispatchEvent(at('pointermove', 150));
    expect(told).toEqual([]);
  });
});

describe('where a page has locked scrolling, a card', () => {
  let scrolled: ScrollToOptions[];
  let outer: HTMLElement;
  let inner: HTMLElement;
  let follow: (event: Event) => void;

  beforeEach(() => {
    scrolled = [];
    outer = document.createElement('div');
    inner = document.createElement('p');
    outer.append(inner);
    document.body.replaceChildren(outer);
    outer.style.overflowY = 'auto';
    sizes(outer, 300, 100);
    sizes(inner, 20, 20);
    outer.scrollBy = ((options: ScrollToOptions) => scrolled.push(options)) as typeof outer.scrollBy;
    follow = createScrolling({ elementFromPoint: () => inner } as unknown as ShadowRoot);
  });
  function sizes(element: HTMLElement, scrollHeight: number, clientHeight: number): void {
    Object.defineProperty(element, 'scrollHeight', { value: scrollHeight, configurable: true });
    Object.defineProperty(element, 'clientHeight', { value: clientHeight, configurable: true });
  }
  const event = (type: string, fields: object, defaultPrevented = true): Event =>
    ({ type, defaultPrevented, clientX: 5, clientY: 5, ...fields }) as unknown as Event;
  const wheel = (fields: object, cancelled = true): void =>
    follow(event('wheel', { deltaX: 0, deltaY: 3, deltaMode: 0, ctrlKey: false, ...fields }, cancelled));
  const finger = (type: string, y: number, cancelled: boolean): void =>
    follow(event(type, { touches: [{ clientX: 5, clientY: y }] }, cancelled));
  const far = () => scrolled.map(({ top }) => top);

  it('follows the wheel, in whatever unit it counts', () => {
    wheel({});
    wheel({ deltaMode: 1 });
    wheel({ deltaMode: 2 });
    follow(event('DOMMouseScroll', { detail: 3 }));
    expect(far()).toEqual([3, 60, 3 * innerHeight, 60]);
  });

  it('leaves the wheel to the browser where the page did not cancel it, and where it is a zoom', () => {
    wheel({}, false);
    wheel({ ctrlKey: true });
    follow(event('DOMMouseScroll', { detail: 3 }, false));
    expect(far()).toEqual([]);
  });

  it('follows the finger from where it was, where its coming or its moves were cancelled', () => {
    finger('touchstart', 80, true);
    finger('touchmove', 70, false);
    finger('touchmove', 75, false);
    expect(far()).toEqual([10, -5]);
    finger('touchstart', 40, false);
    finger('touchmove', 30, false);
    expect(far()).toHaveLength(2);
    finger('touchmove', 10, true);
    expect(far()).toEqual([10, -5, 20]);
  });

  it('moves nothing for a finger whose coming nobody saw, or that is gone', () => {
    finger('touchmove', 30, true);
    follow(event('touchmove', { touches: [] }));
    finger('touchmove', 10, true);
    expect(far()).toEqual([]);
  });

  it('scrolls what can be scrolled, and nothing where all of it is in view', () => {
    sizes(inner, 50, 20);
    wheel({});
    expect(far()).toEqual([3]);
    sizes(outer, 100, 100);
    wheel({});
    expect(far()).toEqual([3]);
  });

  it('leaves clicks and keys alone', () => {
    for (const type of ['click', 'keydown', 'touchend', 'wheels']) follow(event(type, { touches: [], deltaY: 3 }));
    expect(far()).toEqual([]);
  });
});

describe('a card that is asked for', () => {
  const node = document.createTextNode('memantine');
  const passage = { text: 'memantine', start: 0 };
  const request = (more: object = {}): CardRequest =>
    ({ node, mention: { form: 'memantine' }, passage, shadowRootOf: () => null, ...more }) as unknown as CardRequest;

  it('is the one that is there only where node, name and place in the text are the same', () => {
    expect(isSame(request(), request({ passage: { ...passage } }))).toBe(true);
    const others = [
      { node: document.createTextNode('memantine') },
      { mention: { form: 'Namenda' } },
      { passage: { ...passage, start: 20 } },
      { passage: { ...passage, text: 'no memantine' } },
    ];
    for (const other of others) expect(isSame(request(), request(other))).toBe(false);
  });

  it('knows the field that has the focus, within closed trees as well', () => {
    const host = document.createElement('div');
    host.tabIndex = 0;
    const root = host.attachShadow({ mode: 'closed' });
    const field = document.createElement('input');
    root.append(field);
    document.body.replaceChildren(host);
    host.focus();
    expect(deepFocus(request())).toBe(host);
    Object.defineProperty(root, 'activeElement', { value: field, configurable: true });
    const shadowRootOf = (element: Element): ShadowRoot | null => (element === host ? root : null);
    expect(deepFocus(request({ shadowRootOf }))).toBe(field);
    Object.defineProperty(root, 'activeElement', { value: null });
    expect(deepFocus(request({ shadowRootOf }))).toBe(host);
  });

  it('opens towards the side to which the text runs', () => {
    const element = document.createElement('p');
    const text = document.createTextNode('ميمانتين');
    element.append(text);
    document.body.replaceChildren(element);
    expect(isRtl(text)).toBe(false);
    element.style.direction = 'rtl';
    expect(isRtl(text)).toBe(true);
    expect(isRtl(element)).toBe(true);
    expect(isRtl(document.createTextNode('detached'))).toBe(false);
  });
});

describe('what a card says', () => {
  let card: HTMLElement;

  beforeEach(() => {
    card = document.createElement('div');
    card.innerHTML = '<h2>Memantine</h2><p>Do not take <b>ketamine</b> &lt;beside&gt; "it".</p>';
    document.body.replaceChildren(card);
  });

  /** What the style draws, in the order of the card. */
  const drawn = (root: Element): string =>
    [...root.querySelectorAll('[data-said]')].map((element) => element.getAttribute('data-said')).join('');
  const WORDS = 'MemantineDo not take ketamine <beside> "it".';

  it('is no text of the page, and every word of it is drawn in its place', () => {
    seal(card);
    expect(card.textContent).toBe('');
    expect(drawn(card)).toBe(WORDS);
    expect(card.querySelector('b [data-said]')).not.toBeNull();
    expect(SEALED_CSS).toContain('attr(data-said)');
  });

  it('is sealed once, however often, and nothing stays nothing', () => {
    seal(card);
    const once = card.innerHTML;
    seal(card);
    expect(card.innerHTML).toBe(once);
    const empty = document.createElement('div');
    seal(empty);
    expect(empty.childNodes).toHaveLength(0);
  });

  it('comes back as the same text, and markup in words stays words', () => {
    const before = card.innerHTML;
    seal(card);
    unseal(card);
    expect(card.innerHTML).toBe(before);
  });

  it('is sealed as well where it is written into an open card later', async () => {
    keepSealed(card);
    expect(card.textContent).toBe('');
    const sealed = () => vi.waitFor(() => expect(card.textContent).toBe(''), { interval: 1, timeout: 20_000 });
    card.querySelector('h2')!.append('again');
    await sealed();
    const more = document.createElement('p');
    more.innerHTML = 'and <i>more</i>';
    card.append(more);
    await sealed();
    expect(drawn(card)).toBe(`Memantineagain${WORDS.slice('Memantine'.length)}and more`);
  });
});
