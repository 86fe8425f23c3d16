// @vitest-environment happy-dom
import '../../dom/fake-rendering.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageMention } from '../../../src/frame/marks/mention.ts';
import { watchSight } from '../../../src/frame/marks/sight.ts';
import { clearPage, enter, observers, place } from '../../dom/fake-rendering.ts';
import { line, mentionOf } from '../mention-of.ts';

describe('mentions that come into view', () => {
  let end: AbortController;
  let sight: ReturnType<typeof watchSight>;
  let seen: string[];

  beforeEach(() => {
    vi.useFakeTimers();
    clearPage();
    seen = [];
    end = new AbortController();
    sight = watchSight(({ text }) => seen.push(text), end.signal);
    sight.listen();
  });
  afterEach(() => {
    end.abort();
    vi.useRealTimers();
  });

  /** A mention that is waited for, in a paragraph of its own. */
  function wait(text: string, top: number | undefined, node = line(text)): PageMention {
    if (top !== undefined) place(node, 0, top);
    const mention = mentionOf(text, 'memantine', node);
    sight.await(mention);
    return mention;
  }
  const boxOf = ({ first }: PageMention): Element => first.node.parentElement!;
  function scroll(mention: PageMention, top: number): void {
    place(mention.first.node, 0, top);
    window.dispatchEvent(new Event('scroll'));
    vi.advanceTimersByTime(200);
  }

  it('are told once', () => {
    const mention = wait('memantine', 100);
    expect([seen, sight.wasSeen(mention)]).toEqual([[], false]);
    enter(boxOf(mention));
    expect([seen, sight.wasSeen(mention)]).toEqual([['memantine'], true]);
    sight.await(mention);
    sight.look();
    expect([seen, observers.size]).toEqual([['memantine'], 0]);
  });

  it.each([
    ['transparent', 'color:transparent'],
    ['not drawn', 'display:none'],
    ['hidden', 'visibility:hidden'],
  ])('are not told as long as they are %s', (_, style) => {
    const mention = wait('memantine', 100);
    boxOf(mention).setAttribute('style', style);
    enter(boxOf(mention));
    expect(seen).toEqual([]);
    boxOf(mention).removeAttribute('style');
    sight.look();
    expect(seen).toEqual(['memantine']);
  });

  it('are not told while a long paragraph is in view and they are not', () => {
    const mention = wait('memantine', 5_000);
    enter(boxOf(mention));
    expect(seen).toEqual([]);
    scroll(mention, 2_000);
    scroll(mention, 100);
    expect(seen).toEqual(['memantine']);
  });

  it('are not told where their box has left again', () => {
    const mention = wait('memantine', 5_000);
    enter(boxOf(mention));
    enter(boxOf(mention), false);
    scroll(mention, 100);
    expect(seen).toEqual([]);
  });

  it('are looked for a moment after a page scrolls, once, and never where nothing is waited for', () => {
    window.dispatchEvent(new Event('scroll'));
    expect(vi.getTimerCount()).toBe(0);
    wait('memantine', 5_000);
    for (let k = 0; k < 5; k++) window.dispatchEvent(new Event('scroll'));
    expect(vi.getTimerCount()).toBe(1);
  });

  it('are told where they come into a box that is in view already', () => {
    const node = line('amantadine and memantine');
    enter(boxOf(wait('amantadine', 100, node)));
    wait('memantine', 5_000, node);
    expect(seen).toEqual(['amantadine']);
    enter(node.parentElement!);
    sight.look();
    expect(seen).toEqual(['amantadine']);
    place(node, 0, 100);
    wait('and', 100, node);
    vi.advanceTimersByTime(200);
    expect(seen).toEqual(['amantadine', 'memantine', 'and']);
  });

  it('are those in view of very many in one element, and the others later', () => {
    const { parentElement } = line('');
    const all = Array.from({ length: 100 }, (_, k) => {
      const node = document.createTextNode(`name ${k};`);
      parentElement!.append(node);
      return wait(`name ${k};`, (k - 50) * 100, node);
    });
    enter(parentElement!);
    expect(seen).toEqual(all.slice(50, 58).map(({ text }) => text));
    all.forEach((mention, k) => {
      place(mention.first.node, 0, (k - 90) * 100);
    });
    sight.look();
    expect(seen.slice(8)).toEqual(all.slice(90, 98).map(({ text }) => text));
  });

  it('are waited for by the nearest box that they are in, through what draws none and out of shadow trees', () => {
    const host = document.body.appendChild(document.createElement('x-a'));
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = '<b style="display:contents"></b>';
    const node = root.firstElementChild!.appendChild(document.createTextNode('memantine'));
    wait('memantine', 100, node);
    expect([...observers.keys()]).toEqual([host]);
    enter(host);
    expect(seen).toEqual(['memantine']);
  });

  it('are not waited for in no page', () => {
    wait('memantine', 100, document.createTextNode('memantine'));
    expect(observers.size).toBe(0);
  });

  it('are let go, with their box where no other is in it', () => {
    const node = line('amantadine and memantine');
    const [one, two] = [wait('amantadine', 100, node), wait('memantine', 100, node)];
    sight.forget(one);
    expect(observers.size).toBe(1);
    sight.forget(two);
    sight.forget(two);
    expect(observers.size).toBe(0);
    sight.look();
    vi.advanceTimersByTime(200);
    expect(seen).toEqual([]);
  });

  it('are looked for no more at the end', () => {
    wait('memantine', 100);
    window.dispatchEvent(new Event('scroll'));
    end.abort();
    expect([observers.size, vi.getTimerCount()]).toEqual([0, 0]);
    window.dispatchEvent(new Event('scroll'));
    expect([vi.getTimerCount(), seen]).toEqual([0, []]);
  });
});
