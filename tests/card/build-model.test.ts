import { describe, expect, it } from 'vitest';
import { buildModel, type Subject } from '../../src/card/build-model.ts';
import type { CardModel } from '../../src/card/model.ts';
import { openKnowledge } from '../../src/knowledge/access.ts';
import { compileKnowledge } from '../../src/tools/knowledge/compile.ts';
import type { KnowledgeFiles } from '../../src/tools/knowledge/read.ts';
import { entry, interaction, sentence, smallKnowledge } from '../knowledge/fixture.ts';
import { namedUse } from './named-use.ts';

function modelOf(subject: Subject, change?: (files: KnowledgeFiles) => void): CardModel {
  const files = smallKnowledge();
  change?.(files);
  const model = buildModel(openKnowledge(compileKnowledge(files)), subject);
  if (!model) throw new Error(`no model of ${subject.drug}`);
  return model;
}

describe('what a card says', () => {
  it('is nothing for an unknown drug', () => {
    expect(buildModel(openKnowledge(compileKnowledge(smallKnowledge())), { drug: 'nothing' })).toBeUndefined();
  });

  it('heads with the name as the page wrote it and the form that it is', () => {
    const { title, form, members } = modelOf({ drug: 'tonic', text: 'TONIX', form: 'Tonix' });
    expect(title).toBe('TONIX');
    expect(form).toMatchObject({ kind: 'brand', regions: ['US'], note: 'tablets' });
    expect(members).toEqual(['quinine', 'soda']);
  });

  it('relates a drug to memantine, through its class where it has nothing of its own', () => {
    const own = modelOf({ drug: 'quinine' }).relations;
    expect(own).toMatchObject([{ action: 'avoid', via: [], names: ['quinine', 'memantine'] }]);
    expect(modelOf({ drug: 'soda' }).relations).toMatchObject([{ action: 'monitor', via: ['alkalinizers'] }]);
    expect(modelOf({ drug: 'memantine' }).relations).toEqual([]);
  });

  it('leads with the watched medicines, worst first, named on the page or not, and has memantine in any case', () => {
    const relations = (watched: string[], onPage: Subject['onPage'] = []) =>
      modelOf({ drug: 'soda', watched, onPage }).relations.map(({ action, other, unnamed }) => [
        action,
        other,
        unnamed,
      ]);
    const known = modelOf({ drug: 'soda', onPage: [{ drug: 'quinine', count: 1 }] }).pairs;
    expect(known).toHaveLength(1);
    const { action } = known[0]!;
    expect(relations(['memantine'])).toEqual([['monitor', undefined, undefined]]);
    expect(relations(['quinine'])).toEqual([
      [action, 'quinine', true],
      ['monitor', undefined, undefined],
    ]);
    expect(relations(['quinine'], [{ drug: 'quinine', count: 1 }])[0]).toEqual([action, 'quinine', undefined]);
    // Nothing is said twice.
    expect(modelOf({ drug: 'soda', watched: ['quinine'], onPage: [{ drug: 'quinine', count: 1 }] }).pairs).toEqual([]);
  });

  it('keeps what to do, ratings and documentation apart, every rating with its authority', () => {
    const [relation] = modelOf({ drug: 'quinine' }, (files) => {
      const { data } = files.entries.find((entry) => entry.data.id === 'quinine')!;
      data.withMemantine = interaction({
        action: 'avoid',
        documentation: 'case-reports',
        positions: [
          { by: 'US label', rating: 'caution', sources: ['label'], status: 'verified' },
          { by: 'EU product information', rating: 'avoid', sources: ['label'], status: 'unverified' },
        ],
      });
    }).relations;
    expect(relation).toMatchObject({ action: 'avoid', documentation: 'case-reports' });
    expect(relation!.ratings.map(({ by, rating, verified }) => [by, rating, verified])).toEqual([
      ['US label', 'caution', true],
      ['EU product information', 'avoid', false],
    ]);
  });

  it('leads with the use that the passage names and does not list it twice', () => {
    const model = modelOf({ drug: 'memantine', uses: [namedUse('dementia')] });
    expect(model.uses).toMatchObject([{ condition: 'dementia', status: 'approved', use: { name: 'dementia' } }]);
    expect(model.approved).toEqual([]);
    expect(modelOf({ drug: 'memantine' }).approved).toHaveLength(1);
    expect(modelOf({ drug: 'memantine', uses: [namedUse('thirst')] }).uses[0]!.use).toBeUndefined();
  });

  it('answers for a broader condition where the narrow one has nothing', () => {
    const model = modelOf({ drug: 'tonic', uses: [namedUse('great-thirst')] });
    expect(model.uses[0]!.use).toMatchObject({ name: 'thirst', status: 'approved' });
  });

  it("lists on memantine's card what not to combine, classes in place of their members", () => {
    const { combining } = modelOf({ drug: 'memantine' });
    expect(combining.map(({ action, items }) => [action, items.map(({ name }) => name)])).toEqual([
      ['avoid', ['quinine']],
      ['monitor', ['alkalinizers']],
    ]);
    expect(combining[1]!.items[0]!.members).toEqual(['soda']);
    expect(modelOf({ drug: 'quinine' }).combining).toEqual([]);
  });

  it("lists on memantine's card what was studied without finding an interaction, last", () => {
    const { combining } = modelOf({ drug: 'memantine' }, ({ entries }) => {
      const { data } = entries.find((entry) => entry.data.id === 'soda')!;
      data.withMemantine = interaction({ action: 'none-found' });
    });
    expect(combining.map(({ action, items }) => [action, items.map(({ name }) => name)])).toEqual([
      ['avoid', ['quinine']],
      ['monitor', ['alkalinizers']],
      ['none-found', ['soda']],
    ]);
  });

  it('lists it on a combination that contains memantine too, without its own components', () => {
    const files = smallKnowledge();
    const both = entry('both', { kind: 'combination', members: ['memantine', 'quinine'] });
    const entries = [...files.entries, { file: 'drugs/both.json', data: both }];
    const model = buildModel(openKnowledge(compileKnowledge({ ...files, entries })), { drug: 'both' });
    expect(model!.combining.map(({ action, items }) => [action, items.map(({ name }) => name)])).toEqual([
      ['monitor', ['alkalinizers']],
    ]);
  });

  it('names under a class only the members that share its action', () => {
    const { combining } = modelOf({ drug: 'memantine' }, ({ entries }) => {
      const { data } = entries.find((entry) => entry.data.id === 'soda')!;
      data.withMemantine = interaction({ action: 'theoretical' });
    });
    expect(combining.map(({ action, items }) => [action, items.map(({ name, members }) => [name, members])])).toEqual([
      ['avoid', [['quinine', []]]],
      ['monitor', [['alkalinizers', []]]],
      ['theoretical', [['soda', []]]],
    ]);
  });

  it('shows pairs of its own with the drugs of the page, with memantine only where the card does not have them already', () => {
    const onPage = ['memantine', 'quinine', 'soda', 'unknown'].map((drug) => ({ drug, count: 1 }));
    const quinine = modelOf({ drug: 'quinine', onPage });
    expect(quinine.onPage.map(({ drug }) => drug)).toEqual(['memantine', 'soda']);
    expect(quinine.pairs.map(({ names, action }) => [names, action])).toEqual([[['soda', 'quinine'], 'caution']]);
    const memantine = modelOf({ drug: 'memantine', onPage });
    expect(memantine.pairs.map(({ action }) => action)).toEqual(['avoid', 'monitor']);
  });

  it('leads with the first serious and the first common effects', () => {
    const { sections } = modelOf({ drug: 'quinine' }, ({ entries }) => {
      entries.find((entry) => entry.data.id === 'quinine')!.data.adverseEffects = {
        common: [sentence('Dizziness is common.'), sentence('It is mostly mild.')],
        serious: [sentence('A severe allergy is rare.'), sentence('Jaundice has been seen.')],
      };
    });
    expect(sections[0]!.lines.map(({ text }) => text)).toEqual([
      'A severe allergy is rare.',
      'Dizziness is common.',
      'Jaundice has been seen.',
      'It is mostly mild.',
    ]);
  });

  it('numbers sources in the order of the card and repeats a number for a source', () => {
    const model = modelOf({ drug: 'quinine' }, (files) => {
      const { sources } = files.sources.data;
      sources.push({ ...sources[0]!, id: 'other' });
      files.entries.find(({ data }) => data.id === 'quinine')!.data.cautions = [
        sentence('Take care of that.', { sources: ['other', 'label'] }),
      ];
    });
    expect(model.drugClass.citations.map(({ number }) => number)).toEqual([1]);
    const [cautions] = model.sections;
    expect(cautions!.lines[0]!.citations.map(({ number }) => number)).toEqual([2, 1]);
    expect(model.citations.map(({ number, source }) => [number, source.id])).toEqual([
      [1, 'label'],
      [2, 'other'],
    ]);
  });

  it('says when an entry was reviewed 24 months ago', () => {
    expect(modelOf({ drug: 'soda', today: new Date('2028-11-23T23:00:00Z') }).old).toBe(false);
    expect(modelOf({ drug: 'soda', today: new Date('2028-11-24T00:00:00Z') }).old).toBe(true);
  });
});
