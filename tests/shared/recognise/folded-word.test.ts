import { expect, it } from 'vitest';
import { LATIN, LATIN_START } from '../../../src/shared/recognise/folded-word.ts';
import { foldCodePoint } from '../../../src/shared/recognise/normalise.ts';

it('has a table of Latin letters that says what folding says', () => {
  expect(LATIN).toHaveLength(0x180 - LATIN_START);
  [...LATIN].forEach((letter, index) => {
    const folded = foldCodePoint(LATIN_START + index);
    expect(letter, `U+${(LATIN_START + index).toString(16)}`).toBe(/^[a-z]$/.test(folded) ? folded : '?');
  });
});
