import { describe, expect, it } from 'vitest';
import { validate } from '../../../../src/tools/knowledge/validate/index.ts';
import { namedTexts } from '../../../../src/tools/knowledge/validate/named-texts.ts';
import { DAY, sentence, smallKnowledge } from '../../../knowledge/fixture.ts';
import { entryIn, testRule } from './rule-test.ts';

type Files = Parameters<typeof entryIn>[0];

/** A sentence of the small knowledge, whose only source is a US label, or what `document` makes of that source. */
const says = (text: string, document: { type?: string; title?: string; jurisdiction?: string } = {}) => ({
  breaks: (files: Files) => {
    const { type, ...shown } = document;
    const source = files.sources.data.sources[0]!;
    Object.assign(source, type ? { type } : {}, { document: { ...source.document, ...shown } });
    entryIn(files, 'memantine').mechanism = [
      sentence(text, { covers: entryIn(files, 'memantine').mechanism![0]!.covers! }),
    ];
  },
  file: 'drugs/memantine.json',
  place: '/mechanism/0/text',
});

const MONOGRAPH = { type: 'reference-work', title: 'Memantine: monograph' };

testRule(namedTexts, [
  {
    name: 'a US label by a reference work',
    ...says('The US label says that it blocks a receptor.', MONOGRAPH),
    says: 'says "US label"',
  },
  {
    name: 'a US patient text by a clinic',
    ...says('A US patient text says that it blocks a receptor.', MONOGRAPH),
    says: 'says "US patient text"',
  },
  {
    name: 'a US label by an authority’s news',
    ...says('The US label says that it blocks a receptor.', { type: 'authority', title: 'News on memantine' }),
    says: 'says "US label"',
  },
  { name: 'EU texts by a US label', ...says('EU texts say that it blocks a receptor.'), says: 'says "EU texts"' },
  {
    name: 'the second of two places',
    ...says('US and Swiss leaflets say that it blocks a receptor.'),
    says: 'says "Swiss leaflets"',
  },
  {
    name: 'the first of two places',
    ...says('EU and US labels say that it blocks a receptor.'),
    says: 'says "EU and US labels"',
  },
  {
    name: 'product information of a place that no source is from',
    ...says('Japanese product information says that it blocks a receptor.'),
    says: 'says "Japanese product information"',
  },
]);

describe('what counts as such a text', () => {
  it.each([
    ['a label', 'The US label says that it blocks a receptor.', {}],
    ['an EU text in a national copy', 'The EU text says that it blocks a receptor.', { jurisdiction: 'IE' }],
    [
      'a title that says that a label is given back',
      'EU texts say that it blocks a receptor.',
      { type: 'database', title: 'Memantine: interactions in EU product information', jurisdiction: 'EU' },
    ],
    [
      'an authority’s own text',
      'A US text says that it blocks a receptor.',
      { type: 'authority', title: 'News on memantine' },
    ],
    ['no text at all', 'In the US it blocks a receptor.', MONOGRAPH],
  ])('%s', (_, text, document) => {
    const files = smallKnowledge();
    says(text, document).breaks(files);
    expect(validate(files, { today: DAY, schemas: [] }, [namedTexts])).toEqual([]);
  });
});
