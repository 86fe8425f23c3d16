// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { readingsAround } from '../../../src/frame/scan/readings.ts';

/** The readings around the first text node that holds a word. */
function around(html: string, word: string): string[] {
  document.body.innerHTML = html;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const at = node.data.indexOf(word);
    if (at >= 0) return readingsAround(node, at);
  }
  throw new Error(`no ${word}`);
}

describe('the text around a place', () => {
  beforeEach(() => document.body.replaceChildren());

  it('joins what stands in one container, and nothing else, in the first reading', () => {
    const [joined] = around('<h2>Title</h2><p><b>M</b>emantine<br>10 mg</p><p>Next</p>', 'emantine');
    expect(joined).toBe('Title\nMemantine10 mg\nNext');
  });

  it('joins nothing in the second', () => {
    const [, apart] = around('<h2>Title</h2><p><b>M</b>emantine<br>10 mg</p><p>Next</p>', 'emantine');
    expect(apart).toBe('Title\nM\nemantine\n10 mg\nNext');
  });

  it('leaves out what is never read', () => {
    const [joined] = around('<p>before</p><script>code</script><p>memantine</p><style>p{}</style>', 'memantine');
    expect(joined).toBe('before\nmemantine');
  });

  it('holds all of the node, and a stretch on either side', () => {
    const [joined = ''] = around(`<p>${'a '.repeat(5_000)}</p><p>memantine ${'b '.repeat(4_000)}z</p>`, 'memantine');
    expect(joined).toContain('memantine');
    expect(joined.endsWith('z')).toBe(true);
    expect(joined.length).toBeLessThan(11_000);
  });

  it('is not told where small readings stand above words', () => {
    expect(around('<p><ruby>漢<rt>かん</rt></ruby> memantine</p>', 'memantine')).toEqual([]);
  });
});
