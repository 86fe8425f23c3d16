// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { chunksOf, placesIn } from '../../../src/frame/scan/places.ts';

/** More text nodes than one chunk takes. */
const MANY = 4_500;

describe('reading a page that changes between chunks', () => {
  let lines: Element[];

  beforeEach(() => {
    document.body.replaceChildren();
    lines = Array.from({ length: MANY }, (_, k) => {
      const line = document.createElement('p');
      line.append(`name ${k}`);
      return line;
    });
    document.body.append(...lines);
  });

  /** Reads all; `change` happens after the first chunk. Returns the lines that were found. */
  function read(change: () => void): Set<Element> {
    const found = new Set<Element>();
    let changed = false;
    for (const chunk of chunksOf(document.body)) {
      for (const { node } of placesIn(chunk, (text, from) => text.indexOf('name', from)))
        found.add(node.parentElement!);
      if (!changed) change();
      changed = true;
    }
    return found;
  }

  it.each([
    ['the last lines of the chunk go', 1_900, 2_100],
    ['all that was read goes', 0, 2_100],
    ['the rest goes', 1_900, MANY],
    ['a line ahead goes', 3_000, 3_001],
  ])('finds all that stays when %s', (_, from, to) => {
    const found = read(() => {
      for (const line of lines.slice(from, to)) line.remove();
    });
    expect(lines.filter((line) => line.isConnected && !found.has(line))).toEqual([]);
  });

  it('goes on behind what goes as a whole', () => {
    const box = document.createElement('section');
    document.body.append(box, ...lines.slice(2_200));
    box.append(...lines.slice(1_000, 2_200));
    const found = read(() => box.remove());
    expect(lines.filter((line) => line.isConnected && !found.has(line))).toEqual([]);
  });
});

describe('readings beside characters', () => {
  it('are left out of the text, and places behind them are found where they are', () => {
    document.body.innerHTML = '<p>Take <ruby>meman<rp>(</rp><rt>a</rt><rp>)</rp>tine<rt>b</rt></ruby> daily</p>';
    const [chunk] = [...chunksOf(document.body)];
    expect(chunk?.text).toBe('Take memantine daily');
    const [place] = [...placesIn(chunk!, (text, from) => text.indexOf('tine', from))];
    expect([place?.node.data, place?.offset]).toEqual(['tine', 0]);
  });
});
