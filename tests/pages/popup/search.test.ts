import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../../../src/knowledge/access.ts';
import { bundledKnowledge } from '../../../src/knowledge/bundled.ts';
import { inLanguage } from '../../../src/knowledge/in-language.ts';
import { createSearch } from '../../../src/pages/popup/search.ts';

const knowledge = openKnowledge(bundledKnowledge());
const search = createSearch(knowledge, 'en');
const ids = (text: string) => search(text).map(({ entry }) => entry.id);

describe('search', () => {
  test.each([
    ['Namenda', 'memantine'],
    ['namenda xr', 'memantine'],
    ['ÉBIXA', 'memantine'],
    ['namneda', 'memantine'],
    ['memantien', 'memantine'],
    ['symetrel', 'amantadine'],
    ['diamox', 'acetazolamide'],
    ['NMDA antagonists', 'nmda-antagonists'],
    ['ketamin', 'ketamine'],
  ])('%s leads to %s first', (text, id) => {
    expect(ids(text)[0]).toBe(id);
  });

  test('what is being typed finds names that begin so, each entry once', () => {
    const found = ids('amant');
    expect(found[0]).toBe('amantadine');
    expect(new Set(found).size).toBe(found.length);
  });

  test.each([
    ['de', 'mem', 'Memantin'],
    ['es', 'mem', 'memantina'],
    ['en', 'mem', 'memantine'],
  ])('the reader’s language comes first: in %s, %s finds %s', (language, text, name) => {
    const own = openKnowledge(inLanguage(bundledKnowledge(), language));
    const [first] = createSearch(own, language)(text);
    expect(first).toMatchObject({ entry: { id: 'memantine', name } });
  });

  test('a spelling by mistake leads to the medicine and is not shown', () => {
    expect(search('namneda')[0]).toMatchObject({ misspelt: true, entry: { id: 'memantine' } });
    expect(search('Namenda')[0]).toMatchObject({ misspelt: false, form: 'Namenda' });
  });

  test.each(['', '   ', 'zzzzqqq', 'x'.repeat(100)])('%j finds nothing', (text) => {
    expect(ids(text)).toEqual([]);
  });
});
