/** Which medicines are marked where the reader watches others than memantine. */
import { describe, expect, test } from 'vitest';
import { GROUPS, NO_WATCHED } from '../../../src/shared/policy/marks.ts';
import { openTraits, wantsDrug, withWatched } from '../../../src/shared/policy/wanted.ts';

const traits = openTraits({
  memantine: { '': 'memantine' },
  others: { monitor: 'warfarin', avoid: 'ketamine', '': 'aspirin' },
});
const choice = { groups: GROUPS, floor: 'caution', hiddenDrugs: [] } as never;
const marked = (by: ReadonlyMap<string, never>) => [...by.keys()].filter((drug) => wantsDrug(drug, by, choice));

describe('traits with watched medicines', () => {
  test('are those that are shipped where memantine alone is watched', () => {
    expect(withWatched(traits, NO_WATCHED)).toBe(traits);
    expect(marked(traits as never)).toEqual(['memantine', 'ketamine']);
  });

  test('say what is to be done with the watched ones, and memantine itself is marked as before', () => {
    const watched = withWatched(traits, { ...NO_WATCHED, avoid: 'aspirin', monitor: 'memantine' });
    expect(marked(watched as never)).toEqual(['memantine', 'aspirin']);
  });
});
