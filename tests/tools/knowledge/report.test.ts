import { expect, it } from 'vitest';
import { report } from '../../../src/tools/knowledge/report.ts';
import { DAY, sentence, smallKnowledge } from '../../knowledge/fixture.ts';
import { entryIn } from './validate/rule-test.ts';

it('counts what there is', () => {
  const lines = report(smallKnowledge(), '2027-01-24').join('\n');
  expect(lines).toContain('5: 3 drugs, 1 combinations, 1 classes, 0 conditions');
  expect(lines).toContain('1 besides those with memantine (2)');
  expect(lines).toContain('23 of 23 commissioned facts');
  expect(lines).toContain(`${DAY} (2 months)`);
  expect(lines).toMatch(/[1-9]\.\d KB gzipped, of which memantine's card gets \d\.\d KB/);
});

it('names the interactions that are verified to less than four fifths', () => {
  const files = smallKnowledge();
  entryIn(files, 'quinine').withMemantine!.effect = [sentence('It may add up.', { status: 'unverified' })];
  expect(report(files, DAY).join('\n')).toContain('below: quinine 1 of 2 verified (50 %)');
});
