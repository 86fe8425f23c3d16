import { describe, expect, it } from 'vitest';
import { blocksOfFields, type Fields } from '../../../src/shared/pdf/fields.ts';
import { piecesOf } from '../../../src/shared/pdf/reading-text.ts';

const FIELDS: Fields = {
  dose: [{ type: 'text', value: 'memantine 10 mg', page: 1 }],
  list: [{ type: 'combobox', value: 'amantadine', page: 1 }, null],
  other: [{ type: 'text', value: 'ketamine', page: 0 }],
  no: [
    { type: 'checkbox', value: 'Off', page: 1 },
    { type: 'text', value: '', page: 1 },
    { type: 'text', value: 'memantine', page: 1, password: true },
    { type: 'text', value: 'memantine', page: 1, hidden: true },
    { type: 'listbox', value: null, page: 1 },
  ],
};

describe('fields of a PDF document', () => {
  it('are read page by page, those that show words', () => {
    expect(blocksOfFields(FIELDS, 2).map(({ text }) => text)).toEqual(['memantine 10 mg', 'amantadine']);
    expect(blocksOfFields(FIELDS, 1).map(({ text }) => text)).toEqual(['ketamine']);
    expect(blocksOfFields(null, 1)).toEqual([]);
  });

  it('tell their page, and no string of it', () => {
    expect(piecesOf(blocksOfFields(FIELDS, 2)[0]!, 0, 9)).toEqual([{ page: 2, run: -1, start: 0, end: 9 }]);
  });
});
