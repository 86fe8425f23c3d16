import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../../src/knowledge/access.ts';
import { bundledKnowledge } from '../../src/knowledge/bundled.ts';
import { compileKnowledge } from '../../src/tools/knowledge/compile.ts';
import { entry, interaction, smallKnowledge } from './fixture.ts';

const knowledge = openKnowledge(compileKnowledge(smallKnowledge()));

describe('pairs', () => {
  it('takes what is written for memantine and an entry', () => {
    const [pair] = knowledge.pair('memantine', 'quinine');
    expect(pair).toMatchObject({ first: 'quinine', second: 'memantine', via: {}, interaction: { action: 'avoid' } });
  });

  it('inherits from the class where the drug itself has nothing', () => {
    const [pair] = knowledge.pair('soda', 'memantine');
    expect(pair).toMatchObject({ first: 'soda', second: 'memantine', via: { first: 'alkalinizers' } });
    expect(pair?.interaction.action).toBe('monitor');
  });

  it('keeps the order in which the direction is written', () => {
    const [pair] = knowledge.pair('quinine', 'soda');
    expect(pair).toMatchObject({ first: 'soda', second: 'quinine', interaction: { direction: 'second-up' } });
  });

  it('lets a combination inherit from its components, the nearest first', () => {
    const [pair] = knowledge.pair('memantine', 'tonic');
    expect(pair).toMatchObject({ first: 'tonic', via: { first: 'quinine' }, interaction: { action: 'avoid' } });
  });

  it('hears the worst component, though another has something nearer to say', () => {
    const small = smallKnowledge();
    const added = [entry('bark', { classes: ['barks'] }), entry('barks', { kind: 'class', members: ['bark'] })];
    const written = (drugs: [string, string], action: 'avoid' | 'theoretical') => ({
      file: `pairs/${drugs.join('--')}.json`,
      data: { drugs, reviewedOn: '2026-11-24', interaction: interaction({ action }) },
    });
    const files = {
      ...small,
      entries: [...small.entries, ...added.map((data) => ({ file: `drugs/${data.id}.json`, data }))],
      pairs: [written(['bark', 'soda'], 'theoretical'), written(['barks', 'quinine'], 'avoid')],
    };
    const found = openKnowledge(compileKnowledge(files)).pair('bark', 'tonic');
    expect(found).toMatchObject([
      { first: 'bark', second: 'tonic', via: { first: 'barks', second: 'quinine' }, interaction: { action: 'avoid' } },
    ]);
  });

  it('takes what is written for a combination before what its components say', () => {
    const files = smallKnowledge();
    files.entries.find(({ data }) => data.id === 'tonic')!.data.withMemantine = interaction({ action: 'theoretical' });
    const [pair] = openKnowledge(compileKnowledge(files)).pair('memantine', 'tonic');
    expect(pair).toMatchObject({ via: {}, interaction: { action: 'theoretical' } });
  });

  it('finds no interaction of a combination only where every component was studied', () => {
    const files = smallKnowledge();
    const set = (id: string, action: 'none-found' | undefined) => {
      const { data } = files.entries.find((file) => file.data.id === id)!;
      if (action) data.withMemantine = interaction({ action });
      else delete data.withMemantine;
    };
    set('quinine', 'none-found');
    set('alkalinizers', undefined);
    expect(openKnowledge(compileKnowledge(files)).pair('tonic', 'memantine')).toEqual([]);
    set('alkalinizers', 'none-found');
    const [pair] = openKnowledge(compileKnowledge(files)).pair('tonic', 'memantine');
    expect(pair?.interaction.action).toBe('none-found');
  });

  it('puts memantine first among pairs of the same action', () => {
    const bundled = openKnowledge(bundledKnowledge());
    const pairs = bundled.pairsAmong(['amantadine', 'quinidine', 'ketamine', 'memantine']);
    const avoid = pairs.filter(({ interaction }) => interaction.action === 'avoid');
    expect(avoid.map(({ first, second }) => [first, second].includes('memantine'))).toEqual([true, true, false]);
  });

  it('says nothing about an entry and its own class, member or component', () => {
    expect(knowledge.pair('tonic', 'quinine')).toEqual([]);
    expect(knowledge.pair('soda', 'alkalinizers')).toEqual([]);
    expect(knowledge.pair('soda', 'soda')).toEqual([]);
    expect(knowledge.pair('soda', 'nothing')).toEqual([]);
  });

  it('lists the pairs of a page worst first and each once', () => {
    const pairs = knowledge.pairsAmong(['soda', 'memantine', 'quinine', 'soda']);
    expect(pairs.map(({ first, second, interaction }) => [first, second, interaction.action])).toEqual([
      ['quinine', 'memantine', 'avoid'],
      ['soda', 'quinine', 'caution'],
      ['soda', 'memantine', 'monitor'],
    ]);
  });
});

describe('uses', () => {
  it('takes memantine’s from the indications', () => {
    expect(knowledge.usesOf('memantine')).toEqual([
      expect.objectContaining({
        indication: 'dementia',
        name: 'dementia',
        regions: [
          { region: 'US', status: 'approved', since: 2003 },
          { region: 'EU', status: 'off-label' },
        ],
      }),
    ]);
  });

  it('brings what an entry says of one indication together, approved first', () => {
    const uses = knowledge.usesOf('tonic');
    expect(uses.map(({ name }) => name)).toEqual(['thirst', undefined]);
    expect(uses[0]?.regions.map(({ region, status }) => `${region} ${status}`)).toEqual([
      'EU off-label',
      'US approved',
    ]);
    expect(uses[0]?.details).toHaveLength(1);
  });

  it('answers a narrow indication by the broader one', () => {
    expect(knowledge.useFor('tonic', 'great-thirst')?.indication).toBe('thirst');
    expect(knowledge.useFor('tonic', 'dementia')).toBeUndefined();
    expect(knowledge.useFor('nothing', 'dementia')).toBeUndefined();
  });
});

describe('lookups', () => {
  it('finds the record of a name', () => {
    expect(knowledge.form('tonic', 'Tonix')).toMatchObject({ kind: 'brand', regions: ['US'], note: 'tablets' });
    expect(knowledge.form('tonic', 'quinine')).toBeUndefined();
  });

  it('finds members and classes, leaving out what is not there', () => {
    expect(knowledge.members('alkalinizers').map(({ id }) => id)).toEqual(['soda']);
    expect(knowledge.classes('soda').map(({ id }) => id)).toEqual(['alkalinizers']);
    expect(knowledge.members('nothing')).toEqual([]);
  });

  it('counts', () => {
    expect(knowledge.facts('tonic')).toEqual({ verified: 4, unverified: 0 });
    expect(knowledge.facts('memantine')).toEqual({ verified: 3, unverified: 1 });
    expect(knowledge.stats()).toMatchObject({
      entries: 5,
      byKind: { drug: 3, combination: 1, class: 1, condition: 0 },
      pairs: 1,
      indications: 3,
      names: 7,
      sources: 1,
      oldestReview: '2026-11-24',
    });
  });
});
