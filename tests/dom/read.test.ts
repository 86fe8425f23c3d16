// @vitest-environment happy-dom
import './fake-rendering.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as read from '../../src/dom/read.ts';
import { clearPage } from './fake-rendering.ts';

let form: HTMLFormElement;

beforeEach(() => {
  clearPage();
  document.body.innerHTML = '<div class="before"></div><form id="f" class="form">text<b>bold</b></form><p>after</p>';
  form = document.querySelector('form')!;
});

/** A field of a form, or a form of a document, stands under its name, as browsers have it. */
function shadow(of: object, name: string): void {
  Object.defineProperty(of, name, { value: document.createElement('input'), configurable: true });
  shadowed.push(() => delete (of as Record<string, unknown>)[name]);
}
const shadowed: (() => void)[] = [];
afterEach(() => {
  for (const undo of shadowed.splice(0)) undo();
});

describe('what a form says', () => {
  it.each<[name: string, (of: HTMLFormElement) => unknown]>([
    ['isConnected', read.isConnected],
    ['parentNode', read.parentNode],
    ['parentElement', read.parentElement],
    ['firstChild', read.firstChild],
    ['lastChild', read.lastChild],
    ['nextSibling', read.nextSibling],
    ['previousSibling', read.previousSibling],
    ['textContent', read.textContent],
    ['getRootNode', read.treeOf],
    ['contains', (of) => read.contains(of, document.querySelector('b'))],
    ['compareDocumentPosition', (of) => read.position(of, document.querySelector('p')!)],
    ['localName', read.localName],
    ['shadowRoot', read.openShadowRoot],
    ['firstElementChild', read.firstElementChild],
    ['previousElementSibling', read.previousElement],
    ['scrollHeight', read.scrollHeight],
    ['clientHeight', read.clientHeight],
    ['getAttribute', (of) => read.attribute(of, 'class')],
    ['matches', (of) => read.matches(of, '.form')],
    ['closest', (of) => read.closest(of, 'body')],
    ['querySelector', (of) => read.find(of, 'b')],
    ['querySelectorAll', (of) => read.findAll(of, 'b').length],
    ['getBoundingClientRect', (of) => read.boxOf(of).width],
    ['checkVisibility', (of) => read.isRendered(of)],
    ['isContentEditable', read.isEditable],
    ['editContext', read.hasEditContext],
    ['parentNode', read.drawnIn],
    ['parentNode', (of) => [...read.drawnAround(of)].length],
  ])('of its %s is true, whatever its fields are called', (name, ask) => {
    const before = ask(form);
    expect(before).not.toBeUndefined();
    shadow(form, name);
    expect((form as unknown as Record<string, Element>)[name]!.localName).toBe('input');
    expect(ask(form)).toBe(before);
  });

  it('can be changed and left as well', () => {
    for (const name of ['append', 'remove', 'focus', 'scrollBy', 'scrollIntoView']) shadow(form, name);
    read.append(form, document.createElement('i'));
    expect(form.innerHTML).toContain('<i></i>');
    form.tabIndex = 0;
    read.focusOn(form);
    expect(document.activeElement).toBe(form);
    read.takeOut(form);
    expect(document.querySelector('form')).toBeNull();
  });
});

describe('what a document says', () => {
  it.each<[name: string, () => unknown]>([
    ['documentElement', () => read.documentElement(document)],
    ['body', () => read.body(document)],
    ['title', () => read.title(document)],
    ['readyState', () => read.readyState(document)],
    ['visibilityState', () => read.visibility(document)],
    ['designMode', () => read.isDesigned(document)],
    ['activeElement', () => read.activeElement(document)],
    ['contentType', () => read.contentType(document)],
    ['elementFromPoint', () => read.elementAt(document, 0, 0)],
    ['elementsFromPoint', () => read.elementsAt(document, 0, 0).length],
    ['querySelector', () => read.find(document, 'form')],
    ['createTreeWalker', () => read.textWalker(document.body).nextNode()],
  ])('of its %s is true, whatever its forms are called', (name, ask) => {
    const before = ask();
    shadow(document, name);
    expect(ask()).toBe(before);
  });

  it('is heard although a form is called like the way to listen', () => {
    shadow(document, 'addEventListener');
    const heard = vi.fn();
    const end = new AbortController();
    read.listen(document, 'lens', heard, { signal: end.signal });
    document.dispatchEvent(new Event('lens'));
    end.abort();
    document.dispatchEvent(new Event('lens'));
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

describe('where a node is drawn', () => {
  it('is its element, and of a shadow tree the host', () => {
    const root = document.querySelector('div')!.attachShadow({ mode: 'closed' });
    root.innerHTML = '<i>text</i>';
    expect(read.drawnIn(root.firstChild!)).toBe(root.host);
    expect(read.drawnIn(root.querySelector('i')!.firstChild!)).toBe(root.querySelector('i'));
    expect([...read.drawnAround(root.querySelector('i'))]).toEqual([
      root.querySelector('i'),
      root.host,
      document.body,
      document.documentElement,
    ]);
  });

  it('is nowhere for what is in no page', () => {
    expect(read.drawnIn(document.createTextNode('text'))).toBeNull();
    expect(read.drawnIn(document.documentElement)).toBeNull();
    expect([...read.drawnAround(null)]).toEqual([]);
  });

  it('is climbed some hundred levels, not thousands', () => {
    let inner: Element = document.body;
    for (let level = 0; level < 400; level++) inner = inner.appendChild(document.createElement('p'));
    expect([...read.drawnAround(inner)]).toHaveLength(read.LEVELS);
  });
});

describe('what is looked for', () => {
  it('is found in elements, documents and shadow trees', () => {
    const root = document.querySelector('div')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<b>in the tree</b>';
    const texts = [form, document, root].map((node) => [
      read.find(node, 'b')?.textContent,
      ...[...read.findAll(node, 'b')].map(({ textContent }) => textContent),
    ]);
    expect(texts).toEqual([
      ['bold', 'bold'],
      ['bold', 'bold'],
      ['in the tree', 'in the tree'],
    ]);
  });

  it('is text alone, that of XML as well', () => {
    const xml = new DOMParser().parseFromString('<a>one<!-- no --><b>two</b></a>', 'text/xml');
    const walker = read.textWalker(xml.documentElement);
    const texts: string[] = [];
    while (walker.nextNode()) texts.push((walker.currentNode as Text).data);
    expect(texts).toEqual(['one', 'two']);
  });
});

describe('whether a reader can edit something', () => {
  it('is no for what is not HTML, whatever it says of itself', () => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    Object.defineProperty(svg, 'isContentEditable', { value: true });
    expect([read.isEditable(svg), read.hasEditContext(svg)]).toEqual([false, false]);
  });
});
