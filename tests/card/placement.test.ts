// @vitest-environment happy-dom
/** Where the glance stands, and what it leaves out to have room there: a card whose height follows from what it shows. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shorten } from '../../src/card/fit.ts';
import { ownName } from '../../src/card/own-names.ts';
import { createPlacement, type Placement } from '../../src/card/placement.ts';
import { GLANCE } from '../../src/card/sizes.ts';

const size = (element: Element, sizes: Readonly<Record<string, () => number>>): void => {
  for (const [name, get] of Object.entries(sizes)) Object.defineProperty(element, name, { get, configurable: true });
};

describe('a glance without room', () => {
  let card: HTMLElement;
  /** Height of the whole card, and what each part of it takes. */
  let parts: Record<string, number>;
  const cut = (): string[] => (card.dataset.cut ?? '').split(' ').filter(Boolean);
  const height = (): number => {
    const left = Object.entries(parts).filter(([part]) => !cut().includes(part));
    return left.reduce((sum, [, high]) => sum + high, 0);
  };

  beforeEach(() => {
    card = document.createElement('div');
    card.innerHTML =
      '<h2>Memantine</h2><p class="source" style="font-size: 10px"></p><p class="verdict"></p><p class="brief"></p>';
    document.body.replaceChildren(card);
    parts = { rest: 10, further: 40, what: 20, source: 20, sentence: 40, ask: 20, name: 20, always: 30 };
    size(card, { scrollHeight: height, offsetHeight: () => 2, clientHeight: () => 0 });
  });

  it('leaves nothing out where there is room', () => {
    card.dataset.cut = 'rest';
    shorten(card, 500);
    expect(card.hasAttribute('data-cut')).toBe(false);
  });

  it('leaves out as little as will do, and counts its own border', () => {
    shorten(card, 202);
    expect(cut()).toEqual([]);
    shorten(card, 201);
    expect(cut()).toEqual(['rest']);
    shorten(card, 150);
    expect(cut()).toEqual(['rest', 'further', 'what']);
  });

  it('says more again when the room grows', () => {
    shorten(card, 60);
    expect(cut()).toContain('sentence');
    shorten(card, 500);
    expect(cut()).toEqual([]);
  });

  it('keeps the last two rows even without any room at all', () => {
    shorten(card, 0);
    expect(cut().slice(-2)).toEqual(['short', 'row']);
  });

  it('says the verdict in full in a row while it fits, else in short, else in three rows', () => {
    const [verdict] = [card.querySelector('.verdict')!];
    let wide = 100;
    size(verdict, { scrollWidth: () => wide, clientWidth: () => 100 });
    const low = (): void => shorten(card, 32);
    parts = { ...parts, always: 40 };
    const whole = Object.getOwnPropertyDescriptor(card, 'scrollHeight')!;
    size(card, { scrollHeight: () => (/row|stack/.test(card.dataset.cut ?? '') ? 30 : whole.get!()) });
    low();
    expect(cut().slice(7)).toEqual(['row']);
    size(verdict, { scrollWidth: () => (cut().includes('short') ? 90 : 200) });
    low();
    expect(cut().slice(7)).toEqual(['short', 'row']);
    wide = 200;
    size(verdict, { scrollWidth: () => wide });
    low();
    expect(cut().slice(7)).toEqual(['short', 'stack']);
  });

  it('says a source in short that would take a second line', () => {
    size(card.querySelector('.source')!, { clientHeight: () => (cut().includes('rest') ? 12 : 24) });
    shorten(card, 500);
    expect(cut()).toEqual(['rest']);
  });

  it('does not cut a long name off while it could say less of what it is', () => {
    size(card.querySelector('h2')!, { scrollHeight: () => 80, clientHeight: () => 60 });
    shorten(card, 500);
    expect(cut()).toEqual(['rest', 'further', 'what']);
  });

  it('of no parts is left whole', () => {
    card.replaceChildren();
    shorten(card, 500);
    expect(cut()).toEqual([]);
  });
});

describe('a glance beside a mention', () => {
  let place: HTMLElement;
  let mount: HTMLElement;
  let placement: Placement | undefined;
  let moved: ReturnType<typeof vi.fn<() => void>>;
  let natural: number;
  let view: { offsetLeft: number; offsetTop: number; width: number; height: number };

  beforeEach(() => {
    view = Object.assign(new EventTarget(), { offsetLeft: 0, offsetTop: 0, width: 1000, height: 600 });
    vi.stubGlobal('visualViewport', view);
    natural = 200;
    mount = document.createElement('div');
    place = document.createElement('div');
    const card = document.createElement('div');
    card.style.fontSize = `${GLANCE.text}px`;
    size(card, { scrollHeight: () => natural, offsetHeight: () => 0, clientHeight: () => 0 });
    place.append(card);
    size(place, { offsetWidth: () => 300, offsetHeight: room });
    place.getBoundingClientRect = () => new DOMRect(0, 0, 300, room());
    mount.append(place);
    document.body.replaceChildren(mount);
    moved = vi.fn<() => void>();
    placement = createPlacement(place, moved);
  });
  afterEach(() => {
    placement?.end();
    vi.unstubAllGlobals();
  });
  const room = (): number => Number.parseFloat(place.style.getPropertyValue(ownName('--room'))) || 0;
  const side = () => place.dataset.popperPlacement?.split('-');
  const beside = (top: number, left = 100, rtl = false): void =>
    placement!.follow(() => [new DOMRect(left, top, 80, 20)], rtl);

  it('stands below it where there is room, and starts where the text does', () => {
    beside(100);
    expect(side()).toEqual(['bottom', 'start']);
    expect(mount.contains(place)).toBe(true);
    beside(100, 100, true);
    expect(side()).toEqual(['bottom', 'end']);
  });

  it('stands above it at the bottom of the view', () => {
    beside(500);
    expect(side()?.[0]).toBe('top');
  });

  it('stays on its side while there is room, when the page moves under it', () => {
    let top = 500;
    placement!.follow(() => [new DOMRect(100, top, 80, 20)], false);
    top = 250;
    placement!.update();
    expect(side()?.[0]).toBe('top');
    top = 100;
    placement!.update();
    expect(side()?.[0]).toBe('bottom');
  });

  it('takes the larger side where there is room on neither, and no more of it than there is', () => {
    natural = 2_000;
    view.height = 300;
    beside(160);
    expect(side()?.[0]).toBe('top');
    expect(room()).toBeLessThan(160);
    expect(room()).toBeGreaterThan(300 - 180);
  });

  it('keeps clear of every line of a mention', () => {
    view.height = 300;
    placement!.follow(() => [new DOMRect(500, 100, 80, 20), new DOMRect(0, 130, 60, 20)], false);
    expect(room()).toBeLessThanOrEqual(300 - 150);
  });

  it('has room for two rows even where it must cover the mention', () => {
    view.height = 40;
    beside(10);
    expect(room()).toBeGreaterThanOrEqual(36);
  });

  it('is no wider than what is in view', () => {
    view.width = 200;
    beside(100);
    expect(Number.parseFloat(place.style.width)).toBeLessThan(200);
  });

  it('stays in view beside a mention at its edge, with the page moved under a zoom as well', () => {
    const left = (): number =>
      Number.parseFloat(/translate(?:3d)?\((-?[\d.]+)px/.exec(place.style.transform)?.[1] ?? 'NaN');
    beside(100, 950);
    expect(left()).toBe(1000 - 8 - 300);
    view.offsetLeft = 200;
    beside(100, 150);
    expect(left()).toBe(208);
  });

  it('moves only when something changed', () => {
    beside(100);
    const times = moved.mock.calls.length;
    placement!.update();
    placement!.update();
    expect(moved).toHaveBeenCalledTimes(times);
    view.offsetTop = 30;
    placement!.update();
    expect(moved).toHaveBeenCalledTimes(times + 1);
  });

  it('is no trouble without a card, or beside a mention that is gone', () => {
    placement!.follow(() => [], false);
    place.replaceChildren();
    expect(() => placement!.update()).not.toThrow();
  });

  it('leaves the element in its place, without a style, at its end', () => {
    beside(100);
    placement!.end();
    placement = undefined;
    expect([place.parentNode, place.hasAttribute('style')]).toEqual([mount, false]);
  });
});
