import { describe, expect, test } from 'vitest';
import { pageName } from '../../../src/pages/popup/page-name.ts';

describe('what the popup calls a medicine', () => {
  test.each([
    [['Auvelity'], 'dextromethorphan and bupropion', 'Auvelity: dextromethorphan and bupropion'],
    [['memantine', 'Namenda', 'Ebixa', 'Axura'], 'memantine', 'memantine (Namenda, Ebixa)'],
    [['Diamox', 'Acetazolamide'], 'acetazolamide', 'acetazolamide (Diamox)'],
    [['memantine hydrochloride'], 'memantine', 'memantine hydrochloride'],
    [['Memantin', 'Ebixa'], 'memantine', 'Memantin (Ebixa)'],
    [['MEMANTINE'], 'memantine', 'memantine'],
    [['mémantine'], 'memantine', 'memantine'],
    [['DXM'], 'dextromethorphan', 'DXM: dextromethorphan'],
    [[], 'ketamine', 'ketamine'],
  ])('%j of %s is %s', (used, name, text) => {
    expect(pageName(used, name).join('')).toBe(text);
  });
});
