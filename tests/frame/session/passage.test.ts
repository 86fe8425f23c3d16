// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { passageAround } from '../../../src/frame/session/passage.ts';

/** The passage of the mention in guillemets, which are taken out of the page first. */
function passageIn(html: string) {
  const marked = html.replace('«', '').replace('»', '');
  document.body.innerHTML = marked;
  const name = html.slice(html.indexOf('«') + 1, html.indexOf('»'));
  const walker = document.createTreeWalker(document.body, 4);
  let node = walker.nextNode() as Text;
  while (!node.data.includes(name)) node = walker.nextNode() as Text;
  const run = { text: node.data };
  const start = run.text.indexOf(name);
  return { ...passageAround({ run, start, end: start + name.length, first: { node } }), name };
}

describe('the passage around a mention', () => {
  it('has the paragraph with the place of the mention in it', () => {
    const { text, start, name } = passageIn(
      '<p>Depression is common. Some tried «memantine» for it! Others did not.</p>',
    );
    expect(text.slice(start, start + name.length)).toBe('memantine');
    expect(text).toMatch(/^Depression is common\..*did not\.$/);
  });

  it('has the heads of row and column of a cell, cells that span several counted', () => {
    const { rowHead, columnHead } = passageIn(
      '<table><tr><th>Condition<th colspan=2>Approved<th>In trials<tr><th>Migraine<td>a<td>b<td>«memantine»</table>',
    );
    expect([rowHead, columnHead]).toEqual(['Migraine', 'In trials']);
    expect(passageIn('<table><tr><td>Autism<td>«memantine»</table>')).toMatchObject({
      rowHead: 'Autism',
      columnHead: '',
    });
  });

  it('has what introduces a list', () => {
    expect(passageIn('<p>Tried for tics:</p><ul><li>one<li>«memantine»</ul>').intro).toBe('Tried for tics:');
    expect(passageIn('<ul><li>For tics: <ol><li>«memantine»</ol></ul>').intro).toBe('For tics:');
    expect(passageIn('<h2>Tics</h2><ul><li>«memantine»</ul>').intro).toBe('');
  });

  it('has the heading of the section that the mention is in', () => {
    const html =
      '<h1>Drugs</h1><h2>Migraine</h2><p>Old.</p><section><div><p>Then «memantine».</p></div></section><h2>Later</h2>';
    expect(passageIn(html).heading).toBe('Migraine');
    expect(passageIn('<div class=h><h2>Autism<span> [edit]</span></h2></div><p>«memantine»</p>').heading).toBe(
      'Autism [edit]',
    );
    expect(passageIn('<article><p>Other <b>h</b></p></article><p>«memantine»</p>').heading).toBe('');
  });

  it('has where the page introduces its abbreviations', () => {
    const html =
      '<script>one (PGAD)</script><p>Persistent genital <b>arousal disorder</b> (PGAD) is rare.</p><p>For PGAD, «memantine».</p>';
    expect(passageIn(html).introductions).toMatch(/Persistent genital arousal disorder \(PGAD\)$/);
    expect(passageIn('<p>Persistent disorder (PGAD)</p><p>For tics, «memantine».</p>').introductions).toBe('');
  });

  it('takes no heading for its own heading', () => {
    expect(passageIn('<h1>Drugs</h1><h2>About «memantine»</h2>').heading).toBe('');
  });

  it('has the title of the page and bounds what it takes of a long block', () => {
    document.title = 'Treating OCD';
    const { title, text } = passageIn(`<p>${'word '.repeat(2_000)}«memantine»${' word'.repeat(2_000)}</p>`);
    expect(title).toBe('Treating OCD');
    expect(text.length).toBeLessThan(3_100);
    expect(text).toContain('memantine');
  });
});
