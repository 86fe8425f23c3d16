// @vitest-environment happy-dom
import '../../dom/fake-rendering.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { isEditor, isUnread } from '../../../src/frame/scan/unread.ts';
import { clearPage, giveEditContext, page } from '../../dom/fake-rendering.ts';

beforeEach(clearPage);

/** Whether the text right in the innermost element is left unread. */
function isLeftOut(html: string): boolean {
  document.body.innerHTML = html;
  let element: Element = document.body;
  while (element.lastElementChild) element = element.lastElementChild;
  return isUnread(element);
}

describe('what is never read', () => {
  it.each([
    ['<p>text</p>', false],
    ['<p><b>text</b></p>', false],
    ['<div role="article">text</div>', false],
    ['<p contenteditable="false">text</p>', false],
    ['<script>text</script>', true],
    ['<noscript><p>text</p></noscript>', true],
    ['<pre>text</pre>', false],
    ['<pre><code>text</code></pre>', true],
    ['<code><b>text</b></code>', true],
    ['<textarea>text</textarea>', true],
    ['<p contenteditable>text</p>', true],
    ['<p contenteditable="plaintext-only"><b>text</b></p>', true],
    ['<div contenteditable="true"><p contenteditable="false">text</p></div>', true],
    ['<div role="textbox"><p>text</p></div>', true],
    ['<div role="searchbox">text</div>', true],
    ['<div class="wide cm-editor"><p>text</p></div>', true],
    ['<div class="ProseMirror"><p>text</p></div>', true],
  ])('%s: %s', (html, expected) => {
    expect(isLeftOut(html)).toBe(expected);
  });

  it('is all in the shadow trees of what is not read, however deep', () => {
    document.body.innerHTML = '<div role="textbox"><x-a></x-a></div><x-b></x-b>';
    const deep = (host: string, mode: ShadowRootMode): Element => {
      const root = document.querySelector(host)!.attachShadow({ mode });
      const inner = root.appendChild(document.createElement('x-inner')).attachShadow({ mode });
      return inner.appendChild(document.createElement('p'));
    };
    expect(isUnread(deep('x-a', 'closed'))).toBe(true);
    expect(isUnread(deep('x-b', 'closed'))).toBe(false);
  });

  it('is the whole of a document that is an editor, with the parts in it that cannot be edited', () => {
    page.designMode = 'on';
    expect(isLeftOut('<p contenteditable="false">text</p>')).toBe(true);
    page.designMode = 'off';
    expect(isLeftOut('<p>text</p>')).toBe(false);
  });

  it('is what a page writes itself as the reader types', () => {
    document.body.innerHTML = '<div><p><b>text</b></p></div><p>text</p>';
    giveEditContext(document.querySelector('div')!);
    expect(isUnread(document.querySelector('b')!)).toBe(true);
    expect(isUnread(document.querySelector('div + p')!)).toBe(false);
  });

  it('is told of elements that are in no page as well', () => {
    const detached = document.createElement('div');
    detached.innerHTML = '<p>text</p><div role="textbox"><p>text</p></div>';
    expect([...detached.querySelectorAll('p')].map(isUnread)).toEqual([false, true]);
  });

  it('is no editor for that alone', () => {
    document.body.innerHTML = '<code></code><p role="textbox"></p><p contenteditable="false"></p>';
    expect([...document.body.children].map(isEditor)).toEqual([false, true, false]);
  });
});
