// @vitest-environment happy-dom
import '../../dom/fake-rendering.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { endsOf, runAround, WINDOW, windowAt } from '../../../src/frame/scan/text-run.ts';
import { clearPage, textOf } from '../../dom/fake-rendering.ts';

beforeEach(clearPage);

/** The run around the text that holds a word; whatever separates words is shown as `|`. */
function run(html: string, word = 'mem'): string {
  document.body.innerHTML = html;
  return runAround(textOf(word), 0).text.replaceAll('\ufffc', '|');
}

describe('a line of text', () => {
  it.each([
    ['inline markup joins', '<p>me<b>man</b><i>tine</i> daily</p>', 'memantine daily', 'me'],
    ['it ends where blocks begin', '<div>one<p>two</p>me<b>man</b>tine<ul>three</ul></div>', 'memantine', 'me'],
    ['a block inside of inline markup ends it', '<div>me<b>man<p>tine</p></b></div>', 'meman', 'me'],
    ['a break is a line break', '<p>mem<br>antine</p>', 'mem\nantine'],
    ['a place where words may be broken is nothing', '<p>mem<wbr>antine</p>', 'memantine'],
    [
      'scripts and styles are passed over',
      '<p>mem<script style="display:block">x()</script><noscript>no</noscript>antine</p>',
      'memantine',
    ],
    ['what is not drawn is passed over', '<p>mem<b style="display:none">no</b>antine</p>', 'memantine'],
    ['small readings are passed over', '<p>mem<ruby>an<rt>reading</rt></ruby>tine</p>', 'memantine'],
    ['a picture separates', '<p>mem<img>antine</p>', 'mem|antine'],
    ['a field separates and is not read', '<p>mem<select><option>no</option></select>antine</p>', 'mem|antine'],
    ['an editor in a line separates', '<p>mem<span contenteditable>no</span>antine</p>', 'mem|antine'],
    ['a box in a line separates', '<p>mem<b style="display:inline-block">box</b>antine</p>', 'mem|antine'],
    [
      'what is placed elsewhere separates',
      '<p>mem<i style="display:block;position:absolute">no</i>antine</p>',
      'mem|antine',
    ],
    ['a single letter in a box of its own joins', '<p><b style="display:inline-block">m</b>em</p>', 'mem', 'em'],
    ['a large first letter joins', '<p><b style="display:block;float:left">M</b>emantine</p>', 'Memantine', 'emantine'],
    ['a box without an element of its own joins', '<p>mem<i style="display:contents">antine</i></p>', 'memantine'],
    ['a reference separates', '<p>memantine<sup>12</sup> daily</p>', 'memantine| daily'],
    ['so does one by its style', '<p>memantine<b style="vertical-align:super">12</b> daily</p>', 'memantine| daily'],
    ['raised words are words', '<p>mem<b style="vertical-align:super">antine and other</b></p>', 'memantine and other'],
    ['raised letters that are no smaller join', '<p>m<b style="vertical-align:2px">em</b></p>', 'mem', 'em'],
    ['smaller ones are a reference', '<p>mem<b style="vertical-align:2px;font-size:8px">12</b> a</p>', 'mem| a'],
    ['a visible gap separates', '<p>mem<b style="margin-inline-start:8px">antine</b>s</p>', 'mem|antines'],
    ['a gap after separates', '<p><b style="padding-inline-end:8px">mem</b>antine</p>', 'mem|antine'],
    ['a hairline joins', '<p>mem<b style="margin-inline-start:2px">antine</b></p>', 'memantine'],
  ])('%s', (_, html, expected, word = 'mem') => {
    expect(run(html, word)).toBe(expected);
  });

  it('is the same from each of its text nodes', () => {
    const html = '<p>one <b>mem</b><img><i>an<u>tine</u></i><br>two</p>';
    const texts = ['one', 'mem', 'an', 'tine', 'two'].map((word) => run(html, word));
    expect(new Set(texts)).toEqual(new Set(['one mem|antine\ntwo']));
  });

  it('leads back to the nodes of a word', () => {
    document.body.innerHTML = '<p>a me<b>man</b><img>tine</p>';
    const { text, nodes, ...rest } = runAround(textOf('man'), 0);
    const [first, last] = endsOf({ text, nodes, ...rest }, text.indexOf('me'), text.indexOf('tine') + 4);
    expect([first.node.data, first.offset, last.node.data, last.offset]).toEqual(['a me', 2, 'tine', 4]);
    const [, endOfNode] = endsOf({ text, nodes, ...rest }, text.indexOf('me'), text.indexOf('man'));
    expect([endOfNode.node.data, endOfNode.offset]).toEqual(['a me', 4]);
  });

  it('ends at text that belongs to another', () => {
    document.body.innerHTML = '<p>one <b>two </b>mem <i>three </i>four</p>';
    const others = new Set([textOf('two'), textOf('four')]);
    expect(runAround(textOf('mem'), 0, others).text).toBe('mem three ');
  });

  it('is its own text where the page has taken it out', () => {
    expect(runAround(document.createTextNode('mem'), 0).text).toBe('mem');
  });

  it('ends at the shadow root whose text it is', () => {
    document.body.innerHTML = '<p>one <x-a></x-a> two</p>';
    const root = document.querySelector('x-a')!.attachShadow({ mode: 'open' });
    root.innerHTML = 'me<b>m</b>';
    expect(runAround(textOf('me', root), 0).text).toBe('mem');
  });
});

describe('a line without end', () => {
  it('of text is read some thousand letters on either side', () => {
    const letters = `<b>${'letter '.repeat(20)}</b>`.repeat(60);
    const { length } = run(`<p>${letters}mem${letters}</p>`);
    expect(length).toBeGreaterThan(7_000);
    expect(length).toBeLessThan(9_000);
  });

  it('of elements is left off', () => {
    expect(run(`<p>far${'<wbr>'.repeat(1_600)}near mem</p>`)).toBe('near mem');
    expect(run(`<p>far${'<wbr>'.repeat(1_000)}near mem</p>`)).toBe('farnear mem');
  });

  it('of levels is left off', () => {
    document.body.innerHTML = '<p>far </p>';
    let inner = document.querySelector('p')!;
    for (let level = 0; level < 300; level++) {
      inner.append(document.createElement('b'));
      inner = inner.lastElementChild as typeof inner;
    }
    inner.append('mem');
    expect(runAround(textOf('mem'), 0).text).toBe('mem');
  });

  it('ends at a text that is read in windows', () => {
    expect(run(`<p><b>${'far '.repeat(WINDOW)}</b>mem</p>`)).toBe('mem');
  });
});

describe('a very long text', () => {
  const text = (data: string): Text => document.createTextNode(data);

  it('is read in windows from white space to white space that leave nothing out', () => {
    const node = text('memantine '.repeat(6_000).trimEnd());
    let borders = 0;
    for (let at = 0; at < node.length; borders++) {
      const [from, to] = windowAt(node, at);
      expect(from).toBe(at);
      for (const place of [from + 1, (from + to) >> 1, to - 1]) expect(windowAt(node, place)).toEqual([from, to]);
      expect(node.data.slice(from, to).trim()).toMatch(/^memantine.*memantine$/);
      at = to;
    }
    expect(borders).toBe(4);
  });

  it('is cut at the end of a line rather than a word', () => {
    const node = text(`${'word '.repeat(3_300)}\n${'word '.repeat(3_300)}`);
    expect(windowAt(node, 0)[1]).toBe(node.data.indexOf('\n'));
  });

  it('without white space is cut, too', () => {
    const node = text('x'.repeat(40_000));
    expect([0, 20_000, 39_999].map((place) => windowAt(node, place))).toEqual([
      [0, WINDOW],
      [WINDOW, 2 * WINDOW],
      [2 * WINDOW, 40_000],
    ]);
  });

  it('leads back to its own places from the window that holds them', () => {
    const node = text(`${'word '.repeat(7_000)}memantine ${'word '.repeat(7_000)}`);
    const at = node.data.indexOf('memantine');
    const around = runAround(node, at);
    expect(around.text.length).toBeLessThan(WINDOW * 1.5);
    const start = around.text.indexOf('memantine');
    const [first, last] = endsOf(around, start, start + 9);
    expect([first.offset, last.offset]).toEqual([at, at + 9]);
  });
});
