// @vitest-environment happy-dom
import '../../dom/fake-rendering.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportMentions } from '../../../src/frame/marks/quotes.ts';
import { clearPage, textOf } from '../../dom/fake-rendering.ts';
import { mentionOf } from '../mention-of.ts';

beforeEach(clearPage);

describe('mentions that are handed on', () => {
  it('stand where another annotator finds them, in the text content of the body', () => {
    document.title = 'Memantine';
    document.body.innerHTML =
      '<p>Take <!-- no -->memantine</p><script>x = 1</script><p>and <b>amanta</b>dine, too.</p>';
    const nodes = ['amanta', 'dine'].map((text) => textOf(text));
    const all = exportMentions([mentionOf('memantine'), mentionOf('amantadine', 'amantadine', ...nodes)]);
    expect(all).toEqual([
      {
        ...{ index: 0, drug: 'memantine', form: 'memantine', text: 'memantine', start: 5, end: 14 },
        ...{ prefix: 'Take ', suffix: 'x = 1and amantadine, too.' },
      },
      {
        ...{ index: 1, drug: 'amantadine', form: 'amantadine', text: 'amantadine', start: 23, end: 33 },
        ...{ prefix: 'Take memantinex = 1and ', suffix: ', too.' },
      },
    ]);
    for (const { text, start, end } of all) expect(document.body.textContent.slice(start, end)).toBe(text);
  });

  it('have so much of the text around them that they can be told apart, and no more', () => {
    document.body.textContent = `${'a'.repeat(50)}memantine${'z'.repeat(50)}`;
    expect(exportMentions([mentionOf('memantine')])).toMatchObject([
      { prefix: 'a'.repeat(32), suffix: 'z'.repeat(32) },
    ]);
  });

  it('stand in the text of their shadow tree, where they are in one', () => {
    document.body.innerHTML = '<p>before</p><x-a></x-a>';
    const root = document.querySelector('x-a')!.attachShadow({ mode: 'closed' });
    root.innerHTML = 'In <b>memantine</b>';
    const [{ start, end, prefix } = {}] = exportMentions([
      mentionOf('memantine', 'memantine', textOf('memantine', root)),
    ]);
    expect([start, end, prefix]).toEqual([3, 12, 'In ']);
  });

  it('keep their numbers and are left out where they have gone from the page, alone or with what they are in', () => {
    document.body.innerHTML = '<p>memantine</p><p>amantadine</p><p>ketamine</p>';
    const all = ['memantine', 'amantadine', 'ketamine'].map((text) => mentionOf(text));
    textOf('memantine').remove();
    textOf('amantadine').parentElement!.remove();
    expect(exportMentions(all).map(({ index, text }) => [index, text])).toEqual([[2, 'ketamine']]);
    expect(exportMentions([])).toEqual([]);
  });
});
