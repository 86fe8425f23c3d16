import { describe, expect, it } from 'vitest';
import { fromDense, toDense } from '../../src/knowledge/dense.ts';
import type { CompiledKnowledge } from '../../src/knowledge/types.ts';
import { compileKnowledge } from '../../src/tools/knowledge/compile.ts';
import { readKnowledge } from '../../src/tools/knowledge/read.ts';
import { smallKnowledge } from './fixture.ts';

/** For the recogniser and for editors alone. */
const DROPPED = new Set(['neverMatch', 'quote', 'voice', 'says', 'reach', 'lowered', 'exception']);

/** What the dense form leaves out on purpose. */
function withoutDropped(knowledge: CompiledKnowledge): unknown {
  return JSON.parse(
    JSON.stringify(knowledge, (key, value) => {
      if (key === 'names') return value.map(shownName);
      // A rule's `covers` is a list and goes; what an approved use covers is a word and stays.
      return DROPPED.has(key) || (key === 'covers' && Array.isArray(value)) ? undefined : value;
    }),
  );
}

function shownName({ form, kind, lang, regions, note }: Record<string, unknown>): unknown {
  return { form, kind, lang, regions, note };
}

describe('the dense form', () => {
  it.each([
    ['the small knowledge', () => smallKnowledge()],
    ['the real knowledge', () => readKnowledge('knowledge')],
  ])('gives back all that the card shows of %s', (_, read) => {
    const compiled = compileKnowledge(read());
    const travelled = JSON.parse(JSON.stringify(toDense(compiled)));
    expect(fromDense(travelled)).toEqual(withoutDropped(compiled));
  });

  it('refuses a field that it would lose', () => {
    const compiled = compileKnowledge(smallKnowledge());
    const source = { ...compiled.sources[0]!, colour: 'red' };
    expect(() => toDense({ ...compiled, sources: [source] })).toThrow('give "colour" of sources a column');
  });
});
