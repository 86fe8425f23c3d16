import { describe, expect, it } from 'vitest';
import { bundledKnowledge } from '../../src/knowledge/bundled.ts';
import { mergePacks } from '../../src/knowledge/merge-packs.ts';
import { traitLists } from '../../src/knowledge/traits.ts';
import type { Pack } from '../../src/knowledge/types.ts';
import { DEFAULT_SETTINGS } from '../../src/settings/schema.ts';
import { openTraits, wantsDrug } from '../../src/shared/policy/wanted.ts';

const bundled = bundledKnowledge();

const entry = (id: string, more: object) => ({
  id,
  kind: 'drug',
  name: id,
  reviewedOn: '2026-01-15',
  names: [{ form: id, kind: 'inn' }],
  drugClass: { text: 'A medicine for tests.', sources: ['s'], status: 'unverified' },
  ...more,
});
const pack = {
  format: 'memantine-lens-pack',
  version: 1,
  name: 'Ward',
  sources: [],
  entries: [
    entry('blokumine', { group: 'nmda-antagonists', classes: ['nmda-antagonists'] }),
    entry('zephyrazole', { group: 'others' }),
  ],
} as unknown as Pack;

const marks = DEFAULT_SETTINGS.marks;
const traits = openTraits(traitLists(mergePacks(bundled, [pack])));
const marked = (drug: string, change: Partial<typeof marks>) => wantsDrug(drug, traits, { ...marks, ...change });

describe('by what readers choose which entries are marked', () => {
  it.each([
    ['an interaction of its own', 'amantadine', 'nmda-antagonists', 'avoid'],
    ['the one of its class', 'quetiapine', 'others', 'monitor'],
    ['the one of a bundled class, for an entry of a pack', 'blokumine', 'nmda-antagonists', 'avoid'],
    ['none', 'zephyrazole', 'others', undefined],
    ['none, being memantine', 'memantine', 'memantine', undefined],
  ])('%s', (_, drug, group, action) => {
    expect(traits.get(drug)).toEqual({ group, ...(action ? { action } : {}) });
  });

  it('lists wanted entries only', () => {
    const own = openTraits(traitLists(mergePacks(bundled, [pack]), ({ origin }) => origin !== undefined));
    expect([...own.keys()].sort()).toEqual(['blokumine', 'zephyrazole']);
  });

  it.each([
    ['memantine', { floor: 'avoid' }, true],
    ['memantine', { groups: ['others'] }, false],
    ['amantadine', { floor: 'avoid' }, true],
    ['quetiapine', { floor: 'monitor' }, true],
    ['quetiapine', { floor: 'caution' }, false],
    ['blokumine', { floor: 'avoid' }, true],
    ['blokumine', { groups: ['others'] }, false],
    ['zephyrazole', {}, true],
    ['zephyrazole', { floor: 'theoretical' }, false],
    ['zephyrazole', { hiddenDrugs: ['zephyrazole'] }, false],
  ] as const)('marks %s under %o: %s', (drug, change, wanted) => {
    expect(marked(drug, change)).toBe(wanted);
  });
});
