// @vitest-environment happy-dom
import '../../dom/fake-rendering.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PageMention } from '../../../src/frame/marks/mention.ts';
import { around, firstInView } from '../../../src/frame/pointer/near.ts';
import { clearPage, HIGH, place } from '../../dom/fake-rendering.ts';
import { line, mentionOf } from '../mention-of.ts';

/** How far lines are apart. */
const APART = 50;

describe('many mentions on a long page', () => {
  beforeEach(clearPage);

  /** Some lines, of which the one of this number is the first in the viewport; some of them folded away. */
  function lines(count: number, first: number, folded: (k: number) => boolean = () => false): PageMention[] {
    return Array.from({ length: count }, (_, k) => {
      const node = line('memantine');
      if (!folded(k)) place(node, 0, (k - first) * APART - HIGH / 2);
      return mentionOf('memantine', 'memantine', node);
    });
  }

  /** Of the thirty around the viewport the numbers of the first and the last, and how many there are. */
  function taken(mentions: readonly PageMention[]): number[] {
    const some = around(mentions, 30).map((mention) => mentions.indexOf(mention));
    return [some[0]!, some.at(-1)!, some.length];
  }

  it.each([0, 1, 57, 99])('the first in view is found: number %i', (first) => {
    expect(firstInView(lines(100, first))).toBe(first);
  });

  it('none is found where all are above, and the first where all are below', () => {
    expect(firstInView(lines(100, 100))).toBe(100);
    expect(firstInView(lines(100, -5))).toBe(0);
    expect(firstInView([])).toBe(0);
  });

  it('it is found between those that are folded away', () => {
    const first = firstInView(lines(100, 63, (k) => k % 10 !== 3));
    expect(first).toBeGreaterThan(53);
    expect(first).toBeLessThanOrEqual(63);
  });

  it('it is found where all that follows is folded away', () => {
    expect(firstInView(lines(100, 10, (k) => k > 20))).toBe(10);
  });

  it('those around the viewport are a third before it and the rest from there on', () => {
    expect(taken(lines(200, 120))).toEqual([110, 139, 30]);
  });

  it.each([
    ['at the start', 2, 0],
    ['at the end', 98, 70],
    ['behind the end', 100, 70],
  ])('as many are taken %s', (_, first, from) => {
    expect(taken(lines(100, first))).toEqual([from, from + 29, 30]);
  });

  it('all are taken where there are no more', () => {
    expect(taken(lines(5, 3))).toEqual([0, 4, 5]);
  });
});
