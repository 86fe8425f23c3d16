import { expect, it } from 'vitest';
import { tidied } from '../../../src/tools/knowledge/tidy.ts';
import { validate } from '../../../src/tools/knowledge/validate/index.ts';
import { namesSorted } from '../../../src/tools/knowledge/validate/names-sorted.ts';
import { sourceUsed } from '../../../src/tools/knowledge/validate/source-used.ts';
import { sourcesSorted } from '../../../src/tools/knowledge/validate/sources-sorted.ts';
import { DAY, smallKnowledge } from '../../knowledge/fixture.ts';
import { entryIn } from './validate/rule-test.ts';

function apply(files: ReturnType<typeof smallKnowledge>) {
  const mended = new Map(tidied(files).map(({ file, data }) => [file, data]));
  const renew = <T>({ file, data }: { file: string; data: T }) => ({ file, data: (mended.get(file) ?? data) as T });
  return {
    ...files,
    entries: files.entries.map(renew),
    pairs: files.pairs.map(renew),
    sources: renew(files.sources),
  };
}

it('mends the order of names, empty lists, unused sources and a missing $schema, and then leaves all alone', () => {
  const files = smallKnowledge();
  entryIn(files, 'soda').names.reverse();
  Object.assign(entryIn(files, 'soda'), { cautions: [] });
  files.sources.data.sources.unshift({ ...files.sources.data.sources[0]!, id: 'unused' });
  const mended = apply(files);
  expect(validate(mended, { today: DAY, schemas: [] }, [namesSorted, sourceUsed, sourcesSorted])).toEqual([]);
  expect(entryIn(mended, 'soda')).not.toHaveProperty('cautions');
  expect(Object.entries(entryIn(mended, 'soda'))[0]).toEqual(['$schema', '../schema/entry.schema.json']);
  expect(tidied(mended)).toEqual([]);
});

it('puts the strongest source first and keeps three', () => {
  const files = smallKnowledge();
  const { sources } = files.sources.data;
  for (const id of ['page', 'study', 'guideline']) {
    sources.push({ ...sources[0]!, id, type: id === 'page' ? 'other' : (id as 'study') });
  }
  entryIn(files, 'memantine').mechanism![0]!.sources = ['page', 'study', 'label', 'guideline'];
  expect(entryIn(apply(files), 'memantine').mechanism![0]!.sources).toEqual(['label', 'guideline', 'study']);
});

it('keeps an interaction’s empty positions, which the schema asks for', () => {
  const files = smallKnowledge();
  entryIn(files, 'quinine').withMemantine!.positions = [];
  expect(entryIn(apply(files), 'quinine').withMemantine?.positions).toEqual([]);
});
