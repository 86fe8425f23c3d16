import type { Name } from '../../../../src/knowledge/types.ts';
import { nameFlags } from '../../../../src/tools/knowledge/validate/name-flags.ts';
import { entryIn, testRule } from './rule-test.ts';

const broken = (name: string, added: Name, says: string) => ({
  name,
  breaks: (files: Parameters<typeof entryIn>[0]) => {
    entryIn(files, 'soda').names.push(added);
  },
  file: 'drugs/soda.json',
  place: '/names/2',
  says,
});

testRule(nameFlags, [
  broken(
    'a context that nobody describes',
    { form: 'natron', kind: 'synonym', gate: 'context', reason: 'kitchen' },
    'a context that is not described',
  ),
  broken('cues that nothing reads', { form: 'natron', kind: 'synonym', cues: ['medicine'] }, 'cues that nothing reads'),
  broken('a gate without a reason', { form: 'SB', kind: 'abbreviation', gate: 'introduced' }, 'without a reason'),
  broken('a brand without a source', { form: 'Sodax', kind: 'brand' }, 'is a brand without a source'),
  broken('a remark in the form', { form: 'natron (old)', kind: 'synonym' }, 'carries a remark in brackets'),
  broken('sources without a status', { form: 'natron', kind: 'synonym', sources: ['label'] }, 'sources and no status'),
  {
    name: 'a list of words that no name reads',
    breaks: (files) => Object.assign(files.cues.data.lists, { moon: { about: 'Of the moon.', words: ['crater'] } }),
    file: 'cues.json',
    place: '/lists/moon',
    says: 'no name reads the list "moon"',
  },
]);
