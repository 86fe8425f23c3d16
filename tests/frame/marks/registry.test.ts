// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createRegistry, type Registry } from '../../../src/frame/marks/registry.ts';
import { runAround } from '../../../src/frame/scan/text-run.ts';
import { recogniserOfKnowledge } from '../../../src/tools/recogniser.ts';

const { recogniser } = recogniserOfKnowledge();

describe('the registry', () => {
  let registry: Registry;

  beforeEach(() => {
    document.body.replaceChildren();
    registry = createRegistry(recogniser, { added: () => undefined, removed: () => undefined });
  });

  function paragraph(text: string): Text {
    const node = document.createTextNode(text);
    document.body.append(document.createElement('p'));
    document.body.lastElementChild!.append(node);
    return node;
  }

  const put = (node: Text): void => registry.put(runAround(node, 0));
  const texts = (): string[] => registry.all().map(({ text }) => text);

  it('counts what waits for a medicine once there is one', () => {
    put(paragraph('A plant-based diet is what they all had.'));
    expect(texts()).toEqual([]);
    put(paragraph('memantine'));
    expect(texts()).toEqual(['plant-based diet', 'memantine']);
  });

  it('forgets what waited when its text changes, seen or not', () => {
    const seen = paragraph('A plant-based diet is what they all had.');
    const unseen = paragraph('Most of them had a plant-based diet.');
    put(seen);
    put(unseen);
    seen.data = '-';
    registry.recheck(seen);
    unseen.data = '-';
    put(paragraph('memantine'));
    expect(texts()).toEqual(['memantine']);
  });

  it('knows a run only while all its mentions are there', () => {
    const node = paragraph('memantine or amantadine');
    put(node);
    expect(registry.isKnown(runAround(node, 0))).toBe(true);
    const { data } = node;
    node.data = 'nothing or amantadine';
    registry.recheck(node);
    node.data = data;
    expect(registry.isKnown(runAround(node, 0))).toBe(false);
  });
});
