/** What is stored as names is used only in the shape in which our compiler makes it. */
import { describe, expect, test } from 'vitest';
import cues from '../../../knowledge/cues.json' with { type: 'json' };
import { dictionary } from '../../../src/generated/dictionary.ts';
import { prefilter } from '../../../src/generated/prefilter.ts';
import { type NamedEntry, packKnowledge } from '../../../src/knowledge/surface-forms.ts';
import { openDictionary } from '../../../src/shared/recognise/dictionary.ts';
import { packPrefilter } from '../../../src/shared/recognise/pack-prefilter.ts';
import { isPackedDictionary, isPackedPrefilter } from '../../../src/shared/recognise/packed-shape.ts';
import { packDrug } from '../../browser/harness/sample-pack.ts';

/** What the service worker makes of so many names of a pack. */
function compiled(count: number, name: (index: number) => string) {
  const entries = Array.from({ length: count }, (_, index) => packDrug(`drug-${index}`, [name(index)]));
  return packKnowledge(entries as unknown as NamedEntry[], cues);
}

const OURS = [
  ['shipped', dictionary],
  ['a pack', compiled(3, (index) => ['xyz;abc', 'a b c', '메만틴 염산염'][index]!)],
  ['a large pack', compiled(3_000, (index) => `${String.fromCharCode(97 + (index % 26))} ${index % 97} (${index})x`)],
  ['a pack without names', compiled(0, String)],
] as const;

describe('what our compiler makes', () => {
  test.each(OURS)('is taken: %s', (_, packed) => {
    expect(isPackedDictionary(packed)).toBe(true);
    expect(isPackedPrefilter(packPrefilter(openDictionary(packed)))).toBe(true);
  });

  test('is taken: the prefilter that is shipped', () => {
    expect(isPackedPrefilter(prefilter)).toBe(true);
  });
});

describe('what it does not make', () => {
  test.each([
    '(a+)+$',
    '(?:a|a)*b',
    'a{1,9}',
    'a?',
    '\\s+\\s+\\s+x',
    '(?:\\s+|a)(?:b|\\s+)(?:\\s+|c)',
    '(?:(?:\\s+)',
    'a)',
    '(a)\\1',
    '(?<=a)b',
    '[z-a]',
    '[a',
    '\\',
  ])('is no expression: %s', (plain) => {
    expect(isPackedPrefilter({ ...prefilter, plain })).toBe(false);
    expect(isPackedPrefilter({ ...prefilter, others: plain })).toBe(false);
  });

  test.each([
    [null],
    ['x'],
    [{}],
    [{ ...dictionary, lines: 3 }],
    [{ ...dictionary, lines: '\tmemantine\nthe\t9999' }],
    [{ ...dictionary, lines: '\t<b>' }],
    [{ ...dictionary, styles: [['name', 'any', 'none', 0, 99_999, '']] }],
    [{ ...dictionary, styles: [['evil', 'any', 'none', 0, 0, '']] }],
    [{ ...dictionary, styles: 'x' }],
    [{ ...dictionary, lists: [3] }],
    [{ ...dictionary, grammar: { salts: 'x' } }],
    [{ ...dictionary, grammar: undefined }],
  ])('is no dictionary: %j', (packed) => {
    expect(isPackedDictionary(packed)).toBe(false);
  });

  test.each([[null], ['x'], [{}], [{ ...prefilter, names: 3 }], [{ ...prefilter, pairs: undefined }]])(
    'is no prefilter: %j',
    (packed) => {
      expect(isPackedPrefilter(packed)).toBe(false);
    },
  );
});
