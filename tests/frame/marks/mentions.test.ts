// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createMentions, type Mentions } from '../../../src/frame/marks/mentions.ts';
import { recogniserOfKnowledge } from '../../../src/tools/recogniser.ts';

const { recogniser } = recogniserOfKnowledge();

describe('the mentions of a page', () => {
  let mentions: Mentions;
  let added: number;

  beforeEach(() => {
    document.body.replaceChildren();
    added = 0;
    mentions = createMentions(recogniser, { added: () => added++, removed: () => undefined });
  });

  function paragraph(text: string): Text {
    const node = document.createTextNode(text);
    document.body.append(document.createElement('p'));
    document.body.lastElementChild!.append(node);
    return node;
  }

  const put = (node: Text): void => mentions.take(node, 0, new Set());
  const texts = (): string[] => mentions.all().map(({ text }) => text);

  it('counts what waits for a medicine once there is one', () => {
    put(paragraph('A plant-based diet is what they all had.'));
    expect(texts()).toEqual([]);
    put(paragraph('memantine'));
    expect(texts()).toEqual(['plant-based diet', 'memantine']);
  });

  describe('keeps what waits for a medicine,', () => {
    const tidy = (of: Parameters<Mentions['tidy']>[0]): void => {
      for (const _ of mentions.tidy(of));
    };
    function markup(html: string): Element {
      const element = document.createElement('p');
      element.innerHTML = html.replace('<b>', '<b style="display: inline">');
      document.body.append(element);
      put(element.firstChild as Text);
      return element;
    }
    const comes = (): void => {
      put(paragraph('memantine'));
      expect(texts()).toEqual(['plant-based diet', 'memantine']);
    };

    it('markup through it or not, while the page changes elsewhere', () => {
      markup('A plant-based <b>diet</b>.');
      const medicine = paragraph('memantine');
      put(medicine);
      medicine.parentElement!.remove();
      tidy({ places: [], removed: true });
      expect(texts()).toEqual([]);
      tidy({ places: 'all', removed: false });
      comes();
    });

    it('when what stood beside it is gone', () => {
      const line = markup('A plant-based diet <b>and more</b>.');
      line.querySelector('b')!.remove();
      tidy({ places: [], removed: true });
      comes();
    });

    it('when what stood beside it is read no more', () => {
      const line = markup('A plant-based diet <b>and more</b>.');
      const beside = line.querySelector('b')!.firstChild as Text;
      beside.remove();
      mentions.left(beside);
      comes();
    });

    it('when the text beside it changes', () => {
      const line = markup('A plant-based diet <b>and more</b>.');
      const beside = line.querySelector('b')!.firstChild as Text;
      beside.data = 'or less';
      mentions.textChanged(beside);
      comes();
    });

    it('when the text beside it has changed unseen', () => {
      const line = markup('A plant-based diet <b>and more</b>.');
      (line.querySelector('b')!.firstChild as Text).data = 'or less';
      comes();
    });
  });

  it('forgets what waited when its text changes, seen or not', () => {
    const seen = paragraph('A plant-based diet is what they all had.');
    const unseen = paragraph('Most of them had a plant-based diet.');
    put(seen);
    put(unseen);
    seen.data = '-';
    mentions.textChanged(seen);
    unseen.data = '-';
    put(paragraph('memantine'));
    expect(texts()).toEqual(['memantine']);
  });

  it('knows a run only while all its mentions are there', () => {
    const node = paragraph('memantine or amantadine');
    put(node);
    put(node);
    expect(added).toBe(2);
    const { data } = node;
    node.data = 'nothing or amantadine';
    mentions.textChanged(node);
    node.data = data;
    put(node);
    expect(added).toBe(4);
    expect(texts()).toEqual(['memantine', 'amantadine']);
  });

  it('forgets a short name with what introduced it', () => {
    const introduction = paragraph('Memantine (MEM) is new.');
    const use = paragraph('They were in the MEM group.');
    put(introduction);
    put(use);
    expect(texts()).toEqual(['Memantine', 'MEM', 'MEM']);
    introduction.parentElement!.remove();
    for (const _ of mentions.tidy({ places: [], removed: true }));
    expect(texts()).toEqual([]);
    expect(mentions.find(use.data, 0)).toBe(-1);
  });

  it('counts nothing any more beside a medicine that is gone', () => {
    const medicine = paragraph('memantine');
    put(medicine);
    put(paragraph('A plant-based diet is what they all had.'));
    expect(texts()).toEqual(['memantine', 'plant-based diet']);
    medicine.parentElement!.remove();
    for (const _ of mentions.tidy({ places: [], removed: true }));
    expect(texts()).toEqual([]);
  });
});
