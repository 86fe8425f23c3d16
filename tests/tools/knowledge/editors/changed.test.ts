import { expect, it } from 'vitest';
import { changes, factsAt, factsNow } from '../../../../src/tools/knowledge/editors/changed.ts';
import { entry, interaction, sentence, smallKnowledge } from '../../../knowledge/fixture.ts';
import { entryIn } from '../validate/rule-test.ts';

it('says what readers see differently: verdicts, sentences, files', () => {
  const before = factsNow(smallKnowledge());
  const files = smallKnowledge();
  Object.assign(entryIn(files, 'quinine').withMemantine!, { action: 'caution' });
  entryIn(files, 'soda').drugClass = sentence('It is a salt.');
  const added = { file: 'drugs/zinc.json', data: entry('zinc', { withMemantine: interaction() }) };
  const after = factsNow({ ...files, entries: [...files.entries, added], pairs: [] });
  expect(changes(before, after)).toEqual([
    '! drugs/quinine.json: avoid -> caution',
    '- drugs/soda.json: It is a medicine.',
    '+ drugs/soda.json: It is a salt.',
    '+ drugs/zinc.json: new, caution',
    '- pairs/alkalinizers--quinine.json: gone',
  ]);
  expect(changes(after, after)).toEqual([]);
});

it('refuses a day before the first revision', () => {
  expect(() => factsAt('1999-01-01', 'knowledge')).toThrow('no revision before 1999-01-01');
});
