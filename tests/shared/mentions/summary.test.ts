import { expect, it } from 'vitest';
import { countByDrug, quoteOf, summarise } from '../../../src/shared/mentions/summary.ts';

const mention = (drug: string, page?: number) => ({ drug, form: drug, text: drug, ...(page ? { page } : {}) });

it('mentions are numbered, with their page where there are pages', () => {
  expect(summarise([mention('memantine'), mention('ketamine', 2)])).toEqual([
    { index: 0, drug: 'memantine', form: 'memantine', text: 'memantine' },
    { index: 1, drug: 'ketamine', form: 'ketamine', text: 'ketamine', page: 2 },
  ]);
});

it('mentions are counted by drug in order of the first', () => {
  const counts = countByDrug([mention('memantine'), mention('ketamine'), mention('memantine')]);
  expect([...counts]).toEqual([
    ['memantine', 2],
    ['ketamine', 1],
  ]);
});

it('a quote has up to 32 characters on either side', () => {
  const before = `${'x'.repeat(40)} not `;
  expect(quoteOf(`${before}ketamine.`, before.length, before.length + 8)).toEqual({
    ...{ start: before.length, end: before.length + 8, text: 'ketamine', suffix: '.' },
    prefix: `${'x'.repeat(27)} not `,
  });
});
