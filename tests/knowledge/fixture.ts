/** A small valid knowledge folder in memory, for tests that break one thing in it. */

import type { ApprovedUses, Entry, Interaction, Position, Sentence } from '../../src/knowledge/types.ts';
import type { KnowledgeFile, KnowledgeFiles } from '../../src/tools/knowledge/read.ts';

export const DAY = '2026-11-24';

export function sentence(text: string, extra: Partial<Sentence> = {}): Sentence {
  return { text, sources: ['label'], status: 'verified', ...extra };
}

/** What the US label would have to say for a verdict to follow from it. */
function positionOf(action: Interaction['action']): Position {
  return {
    by: 'US label',
    rating: 'caution',
    voice: 'official',
    says: SAYS[action],
    sources: ['label'],
    status: 'verified',
  };
}

const SAYS = {
  'contains-memantine': 'contains',
  avoid: 'avoid',
  caution: 'caution',
  monitor: 'monitor',
  theoretical: 'possible',
  'none-found': 'no-effect',
} as const;

export function interaction(extra: Partial<Interaction> = {}): Interaction {
  return {
    action: 'caution',
    actionBy: 'US label',
    kind: 'pharmacodynamic',
    direction: 'additive',
    documentation: 'product-information',
    positions: [positionOf(extra.action ?? 'caution')],
    summary: sentence('Side effects may be more frequent.'),
    ...extra,
  };
}

export function entry(id: string, extra: Partial<Entry> = {}): Entry {
  return {
    id,
    kind: 'drug',
    name: id,
    group: 'others',
    reviewedOn: DAY,
    names: [{ form: id, kind: 'inn' }],
    drugClass: sentence('It is a medicine.'),
    ...extra,
  };
}

/** A drug's approved uses: a closed list of one use in the US, nothing known of the EU. */
export function approved(drug: string, indication = 'great-thirst'): KnowledgeFile<ApprovedUses> {
  return {
    file: `approved-uses/${drug}.json`,
    data: {
      drug,
      reviewedOn: DAY,
      regions: [
        {
          region: 'US',
          complete: true,
          sources: ['label'],
          status: 'verified',
          approved: [{ name: 'great thirst', conditions: [{ name: 'great thirst', indication }] }],
        },
        { region: 'EU', complete: false, status: 'unverified', approved: [] },
      ],
    },
  };
}

/** Memantine, a class with one member, a combination, one pair, approved uses, three indications. */
export function smallKnowledge(): KnowledgeFiles {
  const all = Array.from({ length: 23 }, (_, index) => `S${index + 1}`);
  const entries = [
    entry('alkalinizers', {
      kind: 'class',
      names: [{ form: 'alkalinizers', kind: 'class' }],
      members: ['soda'],
      withMemantine: interaction({
        action: 'monitor',
        summary: sentence('Alkalinizers may raise the level of memantine.'),
      }),
    }),
    entry('memantine', { group: 'memantine', mechanism: [sentence('It blocks a receptor.', { covers: all })] }),
    entry('soda', {
      classes: ['alkalinizers'],
      names: [
        { form: 'soda', kind: 'inn' },
        { form: 'bicarb', kind: 'synonym', gate: 'context', cues: ['medicine'], reason: 'a word of the kitchen' },
      ],
    }),
    entry('tonic', {
      kind: 'combination',
      names: [
        { form: 'Tonix', kind: 'brand', regions: ['US'], note: 'tablets', sources: ['label'], status: 'verified' },
        { form: 'tonic', kind: 'combination' },
      ],
      members: ['quinine', 'soda'],
      uses: [
        { indication: 'thirst', status: 'off-label', region: 'EU', sentence: sentence('In Europe it is off-label.') },
        { status: 'off-label', region: 'INT', sentence: sentence('Some try it for cramps.') },
        {
          indication: 'thirst',
          status: 'approved',
          region: 'US',
          since: 1999,
          sentence: sentence('It is approved for thirst.'),
        },
      ],
    }),
    entry('quinine', {
      withMemantine: interaction({
        action: 'avoid',
        summary: sentence('With quinine and memantine side effects may be more frequent.'),
      }),
    }),
  ];
  const folder = { class: 'classes', condition: 'conditions', drug: 'drugs', combination: 'drugs' } as const;
  return {
    entries: entries.map((data) => ({ file: `${folder[data.kind]}/${data.id}.json`, data })),
    pairs: [
      {
        file: 'pairs/alkalinizers--quinine.json',
        data: {
          drugs: ['alkalinizers', 'quinine'],
          reviewedOn: DAY,
          interaction: interaction({ action: 'caution', direction: 'second-up' }),
        },
      },
    ],
    approvedUses: [approved('memantine', 'dementia'), ...['quinine', 'soda', 'tonic'].map((drug) => approved(drug))],
    indications: {
      file: 'indications.json',
      data: {
        indications: [
          {
            id: 'dementia',
            name: 'dementia',
            terms: [{ form: 'dementia' }],
            memantine: {
              status: { US: 'approved', EU: 'off-label' },
              since: { US: 2003 },
              reviewedOn: DAY,
              evidence: { studies: 'randomised trials', direction: 'small-benefit', quality: 'moderate' },
              summary: sentence('It helps a little.'),
              details: [sentence('It does not cure.', { status: 'unverified' })],
            },
          },
          { id: 'thirst', name: 'thirst', terms: [{ form: 'thirst' }] },
          {
            id: 'great-thirst',
            name: 'great thirst',
            broader: 'thirst',
            terms: [{ form: 'great thirst', lang: 'en' }],
          },
        ],
      },
    },
    sources: {
      file: 'sources.json',
      data: {
        sources: [
          {
            id: 'label',
            type: 'label',
            document: {
              title: 'Label of memantine',
              publisher: 'National Library of Medicine',
              jurisdiction: 'US',
              revision: '2018-11',
              section: '12.1',
            },
            read: { in: 'original', url: 'https://example.org/label', extent: 'section', on: DAY },
          },
        ],
      },
    },
    weakSources: {
      file: 'weak-sources.json',
      data: { kinds: [{ kind: 'blog', about: 'Pages of one person.', hosts: ['blog.example', 'example.com/blog'] }] },
    },
    changes: { file: 'changes.json', data: { editions: [{ edition: DAY, changes: ['First edition.'] }] } },
    cues: { file: 'cues.json', data: { lists: { medicine: { about: 'Words of medicine.', words: ['tablet'] } } } },
  };
}
