import { describe, expect, it } from 'vitest';
import { hasManyWords, hasWord, KEEPING, WEAK } from '../../../src/shared/recognise/context.ts';
import { fold } from '../../../src/shared/recognise/normalise.ts';

/** The place of `alcohol` in a sentence, folded as the recogniser does it. */
function around(sentence: string): [string, number, number] {
  const text = fold(sentence);
  const start = text.indexOf('alcohol');
  return [text, start, start + 'alcohol'.length];
}

describe('a word near', () => {
  it('stands whole, with any ending after *, with any beginning before *', () => {
    expect(hasWord(['dose'], ...around('one dose with alcohol'))).toBe(true);
    expect(hasWord(['dose'], ...around('two doses with alcohol'))).toBe(false);
    expect(hasWord(['dose*'], ...around('two doses with alcohol'))).toBe(true);
    expect(hasWord(['*azepam'], ...around('alcohol and diazepam'))).toBe(true);
    expect(hasWord(['*azepam'], ...around('alcohol and diazepamoids'))).toBe(false);
    expect(hasWord(['*azepam'], ...around('alcohol and azepam'))).toBe(false);
  });

  it('is compared without accents, and inside words where a script has no spaces', () => {
    expect(hasWord(['médicament*'], ...around('alcohol et médicaments'))).toBe(true);
    expect(hasWord(['薬'], ...around('alcoholとこの薬は'))).toBe(true);
  });

  it('does not count beyond the sentence and its neighbourhood', () => {
    const far = `One dose was given. ${'They talked of the weather for a very long while. '.repeat(3)}alcohol came later.`;
    expect(hasWord(['dose'], ...around(far))).toBe(false);
  });

  it('does not count where the end of the stretch would cut it out of a longer one', () => {
    const before = `The augmentation${' with a'.repeat(8)} alcohol`;
    for (let cut = 0; cut < 20; cut++)
      expect(hasWord(['ion', 'on', 'n'], ...around(before.slice(cut)))).toBe(/^(?:ion|on|n)\b/.test(before.slice(cut)));
    const after = `alcohol ${'at a '.repeat(11)}rational`;
    expect(hasWord(['rat', 'ra', 'r', 'rati'], ...around(after))).toBe(false);
  });

  it('does not count when it is weak', () => {
    expect(hasWord([`${WEAK}cohort`], ...around('alcohol in the cohort'))).toBe(false);
  });
});

describe('a word that only keeps a name', () => {
  const words = [`${KEEPING}wine`, `${KEEPING}beer`, `${KEEPING}gin`, `${WEAK}cohort`];

  it('makes no medicine of it, alone or with others', () => {
    expect(hasWord(words, ...around('wine, beer and gin hold alcohol'))).toBe(false);
    expect(hasManyWords(words, ...around('wine, beer and gin hold alcohol'))).toBe(false);
  });

  it('is found where that is asked', () => {
    expect(hasWord(words, ...around('wine holds alcohol'), 'keeping')).toBe(true);
    expect(hasWord(words, ...around('the cohort drank alcohol'), 'keeping')).toBe(false);
  });
});

describe('a paragraph about medicine', () => {
  const words = ['dose*', `${WEAK}cohort`, `${WEAK}odds ratio*`, '*azepam'];

  it('holds three different words, weak ones too', () => {
    const text = 'The cohort was large. The odds ratio was high. It drank alcohol. Nobody changed a dose.';
    expect(hasManyWords(words, ...around(text))).toBe(true);
  });

  it('does not hold the same word three times only', () => {
    const text = 'The cohort was large. This cohort drank alcohol. That cohort did not. The odds ratio was high.';
    expect(hasManyWords(words, ...around(text))).toBe(false);
  });

  it('ends somewhere', () => {
    const text = `cohort, odds ratio, dose. ${'The weather was fine. '.repeat(60)}They drank alcohol.`;
    expect(hasManyWords(words, ...around(text))).toBe(false);
  });
});
