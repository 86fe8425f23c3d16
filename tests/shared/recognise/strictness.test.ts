import { describe, expect, test } from 'vitest';
import { chosenForms, isUsual, type Recognition } from '../../../src/shared/recognise/strictness.ts';
import type { Gate } from '../../../src/shared/recognise/types.ts';

const form = (gate: Gate, lang?: string) => ({ gate, ...(lang === undefined ? {} : { lang }) });

describe('languages', () => {
  const kept = (languages: Recognition['languages'], lang?: string) =>
    chosenForms([form('none', lang)], { languages, strictness: 'normal' }).length === 1;

  test.each<[Recognition['languages'], string | undefined, boolean]>([
    ['all', 'ja', true],
    [[], undefined, true],
    [[], 'en', true],
    [[], 'en-GB', true],
    [[], 'de', false],
    [['de'], 'de', true],
    [['de'], 'de-AT', true],
    [['pt'], 'pt-BR', true],
    [['pt-BR'], 'pt-BR', true],
    [['pt-BR'], 'pt', false],
    [['fr'], 'de', false],
  ])('%j keeps a form in %s: %s', (languages, lang, expected) => {
    expect(kept(languages, lang)).toBe(expected);
  });
});

describe('strictness', () => {
  const gates = (strictness: Recognition['strictness']) =>
    chosenForms(
      (['none', 'context', 'page', 'introduced'] as const).map((gate) => form(gate)),
      {
        languages: 'all',
        strictness,
      },
    ).map(({ gate }) => gate);

  test('never touches a name that is clear', () => {
    for (const strictness of ['strict', 'normal', 'loose'] as const) expect(gates(strictness)[0]).toBe('none');
  });

  test('leaves, narrows or widens the others', () => {
    expect(gates('normal')).toEqual(['none', 'context', 'page', 'introduced']);
    expect(gates('strict')).toEqual(['none', 'introduced', 'introduced', 'introduced']);
    expect(gates('loose')).toEqual(['none', 'page', 'page', 'page']);
  });
});

test('the built-in dictionary serves for all languages and normal strictness alone', () => {
  expect(isUsual({ languages: 'all', strictness: 'normal' })).toBe(true);
  expect(isUsual({ languages: ['de'], strictness: 'normal' })).toBe(false);
  expect(isUsual({ languages: 'all', strictness: 'loose' })).toBe(false);
});
