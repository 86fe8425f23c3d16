import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnspaced, isWord } from '../../../src/shared/recognise/characters.ts';
import { compileDictionary, openDictionary } from '../../../src/shared/recognise/dictionary.ts';
import { matchAll } from '../../../src/shared/recognise/matcher.ts';
import { fold, normalise } from '../../../src/shared/recognise/normalise.ts';
import { createRecogniser } from '../../../src/shared/recognise/recogniser.ts';
import type { SurfaceForm } from '../../../src/shared/recognise/types.ts';
import { recogniserOfKnowledge } from '../../../src/tools/recogniser.ts';
import { runs } from '../../sampling.ts';

const { recogniser: ours } = recogniserOfKnowledge();

/** Letters with every kind of trouble: ligature, case that changes length, accents, scripts, surrogate pairs. */
const SCRIPTS = ['abefilstxéßİ7', 'мей', '美金刚', 'メデ', '한만'].map((letters) => [...letters]);
const [LATIN = []] = SCRIPTS;
const NOISE = ' |  |\n|-|-\n|-\n  |\u00ad|\u00ad\n|\u200b|\u0301|ﬁ|ﬀ|ﬃ|Ａ|𝐚|😀|’|“|.|®|—|(|)|ом|ен'.split('|');

function surface(form: string, endings: readonly string[] = []): SurfaceForm {
  return { form, drug: `d-${form}`, role: 'fixed', case: 'any', gate: 'none', endings, cues: [], anticues: [] };
}

const word = fc
  .constantFrom(...SCRIPTS, LATIN, LATIN)
  .chain((letters) => fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 12 }))
  .map((units) => units.join(''));
const form = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .chain((words) => fc.constantFrom(' ', '-', '/').map((joint) => words.join(joint)));
const dictionary = fc
  .array(form, { minLength: 1, maxLength: 6 })
  .filter((forms) => forms.every((f) => fold(f).length > 1));

/** A form as a page might write it: other case, decomposed, full width, ligatures, hidden characters between. */
function written(forms: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...forms), fc.array(fc.nat(11), { minLength: 40, maxLength: 40 }))
    .map(([text, dice]) => {
      const ligated =
        dice[0]! < 3
          ? text
              .replace(/ffi/g, 'ﬃ')
              .replace(/ff/g, 'ﬀ')
              .replace(/fi/g, 'ﬁ')
              .replace(/fl/g, 'ﬂ')
              .replace(/ss/g, 'ß')
              .replace(/st/g, 'ﬆ')
          : text;
      return [...ligated]
        .map((char, index) => {
          const die = dice[index % 40]!;
          if (die === 1) return char.toUpperCase();
          if (die === 2) return char.normalize('NFD');
          if (die === 3 && /[a-z]/.test(char)) return String.fromCharCode(char.charCodeAt(0) + 0xfee0);
          if (die === 4) return `${char}\u00ad`;
          if (die === 5) return `${char}\u200d`;
          if (die === 6 && dice[1]! < 3) return `${char}-\n`;
          if (die === 7 && /[a-z]/.test(char)) return String.fromCodePoint(0x1d41a + char.charCodeAt(0) - 97);
          if (die === 8 && char === ' ') return '\n   ';
          return char;
        })
        .join('');
    });
}

const scene = dictionary.chain((forms) =>
  fc.record({
    forms: fc.constant(forms),
    blocks: fc.array(
      fc
        .array(fc.oneof(written(forms), fc.constantFrom(...NOISE), word, fc.string({ maxLength: 6 })), {
          maxLength: 12,
        })
        .map((parts) => parts.join('')),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);

describe('matcher', () => {
  it('finds what the obvious search finds', () => {
    fc.assert(
      fc.property(scene, ({ forms, blocks }) => {
        const opened = openDictionary(
          compileDictionary(['ом', 'ен'].flatMap((ending) => forms.map((f) => surface(f, [ending])))),
        );
        const { text } = normalise(blocks.join(' '));
        const expected: string[] = [];
        for (let start = 0; start < text.length; start++) {
          const found = opened.entries
            .filter(({ key }) => text.slice(start).startsWith(key))
            .sort((a, b) => b.key.length - a.key.length);
          for (const { key } of found) {
            if (start > 0 && (joined(text, start - 1, start) || sameScript(text[start - 1]!, text[start]!))) continue;
            let rest = restOfWord(text, start + key.length);
            // A number may stick to a name that is long enough to be no code.
            if (key.length >= 5 && !/^\d/.test(rest)) rest = rest.replace(/\d.*/, '');
            if (key.length >= 5 && !/\d$/.test(key)) rest = rest.replace(/^\d.*/, '');
            if (rest === '' || (['s', 'ом', 'ен'].includes(rest) && isWord(key.charCodeAt(key.length - 1))))
              expected.push(`${start}:${key}${rest}`);
          }
        }
        const actual = matchAll(opened, text).map(
          ({ start, end, entry }) => `${start}:${entry.key}${text.slice(start + entry.key.length, end)}`,
        );
        expect(actual).toEqual(expected);
      }),
      { numRuns: runs(2_000) },
    );
  });
});

/** What goes on after a name as the same word. */
function restOfWord(text: string, end: number): string {
  let stop = end;
  while (stop < text.length && joined(text, stop - 1, stop)) stop++;
  return text.slice(end, stop);
}

function joined(text: string, left: number, right: number): boolean {
  const [a, b] = [text.charCodeAt(left), text.charCodeAt(right)];
  return isWord(a) && isWord(b) && !isUnspaced(a) && !isUnspaced(b);
}

/** Two units of a script in which a name may not begin inside a word. */
function sameScript(a: string, b: string): boolean {
  return [/[\u30a1-\u30fa\u30fc-\u30fe]/, /[\u1100-\u11ff]/].some((script) => script.test(a) && script.test(b));
}

describe('prefilter', () => {
  it('never misses a block in which the analysis finds something', () => {
    fc.assert(
      fc.property(scene, ({ forms, blocks }) => {
        const recogniser = createRecogniser(compileDictionary(forms.map((f) => surface(f))));
        const page = blocks.join('');
        let start = 0;
        for (const block of blocks) {
          const { spans } = recogniser.analyse(block);
          const last = spans.at(-1);
          if (last) {
            const at = recogniser.prefilter(page, start);
            expect(at).toBeGreaterThanOrEqual(start);
            expect(at).toBeLessThan(start + last.end);
          }
          start += block.length;
        }
      }),
      {
        numRuns: runs(5_000),
        examples: [
          [{ forms: ['tiaxebibe'], blocks: ['\\', 'tia𝐱ebibe'] }],
          [{ forms: ['élixettİfßss'], blocks: ['élixettİfß\xadß', '®'] }],
        ],
      },
    );
    // Thousands of dictionaries: minutes where the machine has other work.
  }, 120_000);

  it.each([
    ['a soft hyphen at the end of a line', 'm\u00ad\n          emantine'],
    ['two of them, after a carriage return', 'que\u00ad\r\n  ti\u00ad\r\n  apine'],
    ['a deeply indented line', `Diabetic\n${' '.repeat(80)}Tussin DM`],
    ['a cut word that tells an ordinary one apart', 'all of them on a vegetarian di-\n  et'],
    ['an ignorable character in such a word', 'all of them on a vegetarian d\ufeffiet'],
    ['a number after a letter that stands alone', 'illicit special K5'],
  ])('never misses %s, wherever in the page', (_, text) => {
    for (let shift = 0; shift < 5; shift++) {
      const block = `${'.'.repeat(60 + shift)} ${text}`;
      const { spans } = ours.analyse(block);
      expect(spans).not.toHaveLength(0);
      expect(ours.prefilter(block)).toBeGreaterThan(0);
    }
  });
});
