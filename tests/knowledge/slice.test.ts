import { describe, expect, it } from 'vitest';
import { type Knowledge, openKnowledge } from '../../src/knowledge/access.ts';
import { mergePacks } from '../../src/knowledge/merge-packs.ts';
import { sentencesIn } from '../../src/knowledge/sentences.ts';
import { sliceKnowledge } from '../../src/knowledge/slice.ts';
import { compileKnowledge } from '../../src/tools/knowledge/compile.ts';
import { readKnowledge } from '../../src/tools/knowledge/read.ts';
import { DAY, interaction, smallKnowledge } from './fixture.ts';

const all = compileKnowledge(readKnowledge('knowledge'));
const everything = openKnowledge(all);

/** All that a card shows of the drugs of a page. */
function shown(knowledge: Knowledge, ids: readonly string[]) {
  return {
    pairs: knowledge.pairsAmong([...ids, 'memantine']),
    drugs: ids.map((id) => ({
      entry: knowledge.entry(id),
      facts: knowledge.facts(id),
      classes: knowledge.classes(id),
      members: knowledge.members(id).map(({ id: member, name, kind }) => [member, name, kind]),
      uses: knowledge.usesOf(id),
      additions: knowledge.additions(id),
      sources: [...sentencesIn(knowledge.entry(id))].flatMap(({ sentence }) =>
        sentence.sources.map((source) => knowledge.source(source)),
      ),
    })),
  };
}

describe('a slice', () => {
  it.each([
    [['memantine']],
    [['memantine', 'amantadine', 'acetazolamide', 'topiramate']],
    [['memantine-donepezil', 'ketamine', 'barbiturates']],
    [['renal-cation-transport', 'sodium-bicarbonate']],
    [['dextromethorphan-quinidine', 'quinine', 'urinary-tract-infection']],
  ])('answers about %j as all knowledge does', (ids) => {
    expect(shown(openKnowledge(sliceKnowledge(all, ids)), ids)).toEqual(shown(everything, ids));
  });

  it('lists for memantine what every entry is with it', () => {
    const lines = (knowledge: Knowledge) =>
      knowledge
        .entries()
        .flatMap(({ id, name, kind, classes, members, withMemantine }) =>
          withMemantine
            ? [{ id, name, kind, classes, members, action: withMemantine.action, summary: withMemantine.summary }]
            : [],
        );
    const slice = openKnowledge(sliceKnowledge(all, ['memantine']));
    expect(lines(slice)).toEqual(lines(everything));
    const cited = slice.entries().flatMap(({ withMemantine }) => withMemantine?.summary.sources ?? []);
    expect(cited.filter((source) => !slice.source(source))).toEqual([]);
  });

  it('is small', () => {
    const slice = sliceKnowledge(all, ['amantadine', 'ketamine']);
    expect(JSON.stringify(slice).length).toBeLessThan(JSON.stringify(all).length / 4);
    expect(slice.entries.length).toBeLessThan(all.entries.length);
  });

  it('holds nothing of what is unknown', () => {
    const slice = openKnowledge(sliceKnowledge(all, ['nothing']));
    expect(slice.entry('nothing')).toBeUndefined();
    expect(slice.stats()).toMatchObject({ entries: 1, pairs: 0 });
  });

  it('brings what packs say', () => {
    const pack = {
      format: 'memantine-lens-pack' as const,
      version: 1 as const,
      name: 'Ward 7',
      pairs: [{ drugs: ['memantine', 'quinine'], reviewedOn: DAY, interaction: interaction() }],
      additions: [{ entry: 'quinine', names: [{ form: 'Ward quinine', kind: 'synonym' as const }] }],
      sources: [],
    };
    const slice = openKnowledge(sliceKnowledge(mergePacks(compileKnowledge(smallKnowledge()), [pack]), ['quinine']));
    expect(slice.pair('quinine', 'memantine').map(({ origin }) => origin)).toEqual([undefined, 'Ward 7']);
    expect(slice.additions('quinine')).toHaveLength(1);
  });
});
