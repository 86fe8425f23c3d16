import { describe, expect, it } from 'vitest';
import { compileDictionary, openDictionary } from '../../../src/shared/recognise/dictionary.ts';
import { packPrefilter } from '../../../src/shared/recognise/pack-prefilter.ts';
import { openPrefilter } from '../../../src/shared/recognise/prefilter.ts';
import { generatedNames } from '../../bench/generated-names.ts';
import { plainForm } from '../../bench/matchers.ts';

describe('a word before a deep indentation', () => {
  const indentation = `\n${' '.repeat(400)}`;
  const prefilter = openPrefilter(
    packPrefilter(openDictionary(compileDictionary(['special blend', 'changerol'].map(plainForm)))),
  );

  it('may be a name, where one begins so', () => {
    expect(prefilter(`a special${indentation}blend of tea`, 0)).toBe(2);
  });

  it('is none, where none does', () => {
    expect(prefilter(`a change${indentation}of seats, a specialist${indentation}`, 0)).toBe(-1);
  });
});

/** Engines read text a hundred times slower with a longer expression. */
const LONGEST = 20_000;

describe.each([1_500, 3_000, 10_000, 40_000])('the prefilter of %i names', (count) => {
  const names = generatedNames(count);
  const packed = packPrefilter(openDictionary(compileDictionary(names.map(plainForm))));
  const prefilter = openPrefilter(packed);

  it('finds each, as written and with an accent', () => {
    for (const name of names.filter((_, index) => index % 101 === 0)) {
      for (const written of [name, name.toUpperCase(), `${name[0]}\u0301${name.slice(1)}`]) {
        const at = prefilter(`zz ${written} zz`, 0);
        expect(at, written).toBeGreaterThanOrEqual(3);
        expect(at, written).toBeLessThan(3 + written.length);
      }
    }
  });

  it('finds none in text without them', () => {
    expect(prefilter('The line was opened in spring, and nobody had expected so many passengers on it.', 0)).toBe(-1);
  });

  it('is an expression that engines compile', () => {
    expect(packed.plain.length).toBeLessThan(LONGEST);
  });
});
