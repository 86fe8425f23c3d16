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

describe('the text of a page in chunks', () => {
  beforeEach(() => document.body.replaceChildren());

  const add = (text: string, name = 'p'): Text => {
    const element = document.body.appendChild(document.createElement(name));
    return element.appendChild(document.createTextNode(text));
  };
  const find = (text: string, from: number): number => text.indexOf('memantine', from);
  /** Where the name is found: the text node by its number among those that were added, and the place in it. */
  function found(nodes: readonly Text[], root: Node = document.body): number[][] {
    const places = [...chunksOf(root)].flatMap((chunk) => [...placesIn(chunk, find)]);
    return places.map(({ node, offset }) => [nodes.indexOf(node), offset]);
  }

  it('holds a name that is cut by markup where one chunk ends', () => {
    const short = Array.from({ length: 3_000 }, () => 'ab');
    short.splice(1_999, 2, 'meman', 'tine');
    document.body.append(...short.map((text) => document.createTextNode(text)));
    const nodes = [...document.body.childNodes] as Text[];
    expect([...chunksOf(document.body)].length).toBeGreaterThan(1);
    expect(found(nodes)).toContainEqual([1_999, 0]);
  });

  it('leaves out long scripts and code, and finds what follows them where it is', () => {
    const nodes = [
      add(`x = 'memantine';`.repeat(2_000), 'script'),
      add('one memantine'),
      add('memantine '.repeat(200), 'code'),
      add('two memantine'),
    ];
    expect(found(nodes)).toEqual([
      [1, 4],
      [3, 4],
    ]);
  });

  it('names a place in each window of a very long text, and so finds all', () => {
    const node = add(`${'word '.repeat(10_000)}memantine ${'word '.repeat(30_000)}memantine`);
    const { data } = node;
    const places = [...new Set(found([node]).map(([, offset]) => offset))];
    expect(places).toEqual([data.indexOf('memantine'), data.lastIndexOf('memantine')]);
    const many = add('memantine '.repeat(20_000));
    const some = found([many], many);
    expect(some.length).toBeGreaterThan(10);
    expect(some.length).toBeLessThan(40);
  });

  it('is that of a single text node where only that has changed', () => {
    const nodes = [add('memantine'), add('no memantine')];
    expect(found(nodes, nodes[1])).toEqual([[1, 3]]);
    expect(found(nodes, document.createElement('p'))).toEqual([]);
  });
});
