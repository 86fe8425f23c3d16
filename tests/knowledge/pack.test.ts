import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import cues from '../../knowledge/cues.json' with { type: 'json' };
import { openKnowledge } from '../../src/knowledge/access.ts';
import { mergePacks, namedEntries } from '../../src/knowledge/merge-packs.ts';
import { checkPack } from '../../src/knowledge/pack.ts';
import { packKnowledge } from '../../src/knowledge/surface-forms.ts';
import type { Pack } from '../../src/knowledge/types.ts';
import { openDictionary } from '../../src/shared/recognise/dictionary.ts';
import { packPrefilter } from '../../src/shared/recognise/pack-prefilter.ts';
import { openPrefilter } from '../../src/shared/recognise/prefilter.ts';
import { createRecogniser } from '../../src/shared/recognise/recogniser.ts';
import { compileKnowledge } from '../../src/tools/knowledge/compile.ts';
import { readKnowledge } from '../../src/tools/knowledge/read.ts';
import { inEnglish } from '../../src/tools/knowledge/validate/schema.ts';
import { DAY, entry, interaction, sentence, smallKnowledge } from './fixture.ts';

const base = compileKnowledge(smallKnowledge());

function pack(extra: Partial<Pack> = {}): Pack {
  return {
    format: 'memantine-lens-pack',
    version: 1,
    name: 'Ward 7',
    entries: [
      entry('zinc', {
        classes: ['alkalinizers'],
        drugClass: sentence('It is a metal.', { sources: ['ward', 'label'] }),
      }),
    ],
    pairs: [{ drugs: ['quinine', 'zinc'], reviewedOn: DAY, interaction: interaction({ action: 'monitor' }) }],
    additions: [
      { entry: 'quinine', names: [{ form: 'Ward quinine', kind: 'synonym' }], notes: [sentence('We store it.')] },
    ],
    sources: [
      { id: 'ward', type: 'other', title: 'Ward list', publisher: 'Ward 7', read: 'original', reviewedOn: DAY },
    ],
    ...extra,
  };
}

/** What is wrong with a pack, with its repairs as a reader has them. */
const problemsOf = (data: unknown) =>
  checkPack(JSON.stringify(data), base).problems.map((problem) => ({ ...problem, repair: inEnglish(problem.repair) }));

describe('checkPack', () => {
  it('accepts a pack in the schema', () => {
    expect(checkPack(JSON.stringify(pack()), base)).toEqual({ pack: pack(), problems: [] });
  });

  it('accepts the example of the guide', () => {
    const guide = readFileSync('knowledge/README.md', 'utf8');
    const example = [...guide.matchAll(/```json\n([\s\S]*?)```/g)]
      .map(([, json]) => json!)
      .find((json) => json.includes('"format"'));
    expect(checkPack(example!, compileKnowledge(readKnowledge('knowledge'))).problems).toEqual([]);
  });

  it.each([' ', '.', 'ab', '12', 'the', 'The', 'water', 'Ⓡ'])('refuses the name %j', (form) => {
    const [problem, ...others] = problemsOf(
      pack({
        entries: [
          entry('zinc', {
            names: [
              { form: 'zinc', kind: 'inn' },
              { form, kind: 'brand' },
            ],
          }),
        ],
        pairs: [],
      }),
    );
    expect(others).toEqual([]);
    expect(problem?.place).toBe('/entries/0/names/1/form');
  });

  it.each(['xyz;abc', 'b|c plus', 'd~one', 'e^two', 'f_three', '亜鉛', 'Zn3'])('takes the name %j', (form) => {
    const names = [
      { form: 'zinc', kind: 'inn' as const },
      { form, kind: 'brand' as const },
    ];
    const accepted = form !== 'Zn3';
    expect(problemsOf(pack({ entries: [entry('zinc', { names })], pairs: [] })).length === 0).toBe(accepted);
  });

  it.each(['xyz;abc', 'b|c plus', 'd~one', 'e^two', 'f_three', '亜鉛'])(
    'has the name %j found that it takes',
    (form) => {
      const zinc = entry('zinc', { names: [{ form, kind: 'brand' as const }] });
      const dictionary = packKnowledge(namedEntries(mergePacks(base, [pack({ entries: [zinc], pairs: [] })])), cues);
      const text = `The ward gave ${form} at night, and (${form.toUpperCase()}).`;
      const found = createRecogniser(dictionary).find(text);
      expect(found.map(({ drug, start }) => [drug, text.slice(start, start + form.length).toLowerCase()])).toEqual([
        ['zinc', form],
        ['zinc', form],
      ]);
      const mayBegin = openPrefilter(packPrefilter(openDictionary(dictionary)));
      expect(mayBegin(text, 0)).toBe(text.indexOf(form));
    },
  );

  it('takes a word of every day that counts only where it is introduced', () => {
    const names = [
      { form: 'zinc', kind: 'inn' as const },
      { form: 'Water', kind: 'brand' as const, gate: 'introduced' as const },
    ];
    expect(problemsOf(pack({ entries: [entry('zinc', { names })], pairs: [] }))).toEqual([]);
  });

  const combination = (id: string, members: readonly string[]) =>
    entry(id, { kind: 'combination', members: [...members], names: [{ form: `combined ${id}`, kind: 'inn' }] });

  it.each([
    ['itself', [combination('za', ['za', 'memantine'])], ['/entries/0']],
    [
      'itself through others',
      [combination('za', ['zb']), combination('zb', ['zc']), combination('zc', ['za'])],
      ['/entries/0', '/entries/1', '/entries/2'],
    ],
    [
      'others 3,000 deep',
      Array.from({ length: 3_000 }, (_, i) => combination(`z${i}`, [i < 2_999 ? `z${i + 1}` : 'memantine'])),
      undefined,
    ],
  ])('refuses a combination that contains %s', (_, entries, places) => {
    const problems = problemsOf(pack({ entries, pairs: [], additions: [] }));
    if (places) expect(problems.map(({ place }) => place)).toEqual(places);
    else expect(problems.some(({ message }) => message.includes('entries deep'))).toBe(true);
    // Stored by a version that did not ask: nothing is lost but these.
    const merged = openKnowledge(
      mergePacks(base, [pack({ entries: [...entries, entry('zinc')], pairs: [], additions: [] })]),
    );
    expect(merged.entry('zinc')).toBeDefined();
    expect(merged.entry('za')).toBeUndefined();
  });

  it('stops at fifty problems, in whichever list', () => {
    const broken = { ...pack(), entries: Array(20_000).fill({ a: 1 }), pairs: Array(20_000).fill(1) };
    expect(problemsOf(broken)).toHaveLength(50);
    const place = problemsOf({ ...pack(), entries: [entry('a1b'), { ...entry('zinc'), group: 'x' }] })[0]?.place;
    expect(place).toBe('/entries/1/group');
  });

  it('says where and how to mend what is no JSON', () => {
    const [problem] = checkPack('{"format": ', base).problems;
    expect(problem?.message).toContain('is no JSON');
    expect(inEnglish(problem!.repair)).toContain('commas');
  });

  it.each([
    ['a wrong format', { ...pack(), format: 'other' }, '/format', 'In “format”, write "memantine-lens-pack".'],
    ['a missing name', { ...pack(), name: undefined }, '', 'Add “name”, which is missing.'],
    ['logic', { ...pack(), script: 'alert(1)' }, '', 'Remove “script” or correct its spelling.'],
    [
      'a sentence without a source',
      pack({ entries: [entry('zinc', { drugClass: sentence('It is a metal.', { sources: [] }) })] }),
      '/entries/0/drugClass/sources',
      'In “sources”, add what is missing',
    ],
    [
      'an address that is none',
      pack({ sources: [{ ...pack().sources[0]!, url: 'javascript:alert(1)' }] }),
      '/sources/0/url',
      'begin with https://',
    ],
    ['a bundled id', pack({ entries: [entry('soda')] }), '/entries/0/id', 'Use another id'],
    ['a pair with nobody', pack({ entries: [] }), '/pairs/0/drugs/1', 'add the entry to the pack'],
    ['an id with capitals', pack({ entries: [entry('Gin')] }), '/entries/0/id', 'small letters'],
    ['an addition to nobody', pack({ additions: [{ entry: 'gin' }] }), '/additions/0/entry', 'Correct the id'],
    [
      'a class of nobody',
      pack({ entries: [entry('zinc', { classes: ['metals'] })], sources: [] }),
      '/entries/0/classes/0',
      'Correct the id',
    ],
    ['a source of nobody', pack({ sources: [] }), '/entries/0/drugClass/sources/0', 'to the "sources" of the pack'],
    [
      'a name that leads to another card',
      pack({ additions: [{ entry: 'quinine', names: [{ form: 'SODA', kind: 'synonym' }] }] }),
      '/additions/0/names/0/form',
      'a name can lead to one card only',
    ],
    [
      'a bundled indication',
      pack({ indications: [{ id: 'thirst', name: 'thirst', terms: [{ form: 'dry mouth' }] }] }),
      '/indications/0/id',
      'use another id',
    ],
  ])('refuses %s', (_, data, place, repair) => {
    expect(checkPack(JSON.stringify(data), base).pack).toBeUndefined();
    expect(problemsOf(data)).toContainEqual(
      expect.objectContaining({ place, repair: expect.stringContaining(repair) }),
    );
  });
});

describe('mergePacks', () => {
  const merged = mergePacks(base, [pack()]);
  const knowledge = openKnowledge(merged);

  it('leaves every bundled fact as it was', () => {
    expect(merged.entries.slice(0, base.entries.length)).toEqual(base.entries);
    expect(merged.pairs.slice(0, base.pairs.length)).toEqual(base.pairs);
    expect(merged.sources.slice(0, base.sources.length)).toEqual(base.sources);
  });

  it('marks what it adds', () => {
    expect(knowledge.entry('zinc')?.origin).toBe('Ward 7');
    expect(knowledge.entry('soda')?.origin).toBeUndefined();
    expect(knowledge.pair('zinc', 'quinine')[0]).toMatchObject({
      origin: 'Ward 7',
      interaction: { action: 'monitor' },
    });
    expect(knowledge.additions('quinine')).toMatchObject([{ origin: 'Ward 7', notes: [{ text: 'We store it.' }] }]);
    expect(knowledge.form('quinine', 'Ward quinine')?.kind).toBe('synonym');
  });

  it('lets a new entry inherit from a bundled class', () => {
    expect(knowledge.pair('zinc', 'memantine')[0]).toMatchObject({ via: { first: 'alkalinizers' } });
  });

  it('shows a pack’s view of a bundled pair beside the bundled one', () => {
    const own = {
      drugs: ['memantine', 'quinine'],
      reviewedOn: DAY,
      interaction: interaction({ action: 'none-found' as const }),
    };
    const views = openKnowledge(mergePacks(base, [pack({ pairs: [own] })])).pair('quinine', 'memantine');
    expect(views.map(({ origin, interaction: { action } }) => [origin, action])).toEqual([
      [undefined, 'avoid'],
      ['Ward 7', 'none-found'],
    ]);
  });

  it('keeps sources of the same id apart', () => {
    const other = pack({
      name: 'Ward 8',
      entries: [entry('tin', { drugClass: sentence('It is tin.', { sources: ['ward'] }) })],
      pairs: [],
      additions: [],
    });
    const both = openKnowledge(mergePacks(base, [pack(), other]));
    const titles = (id: string) => both.entry(id)!.drugClass.sources.map((source) => both.source(source)?.origin);
    expect(titles('zinc')).toEqual(['Ward 7', undefined]);
    expect(titles('tin')).toEqual(['Ward 8']);
  });

  it('leaves out what an update has overtaken', () => {
    const later = mergePacks(compileKnowledge(smallKnowledge()), [
      pack({
        entries: [entry('soda', { name: 'other' })],
        pairs: [{ ...pack().pairs![0]!, drugs: ['gone', 'soda'] }],
        additions: [{ entry: 'gone' }],
      }),
    ]);
    expect(later.entries).toEqual(base.entries);
    expect(later.pairs).toEqual(base.pairs);
    expect(later.additions).toEqual([]);
  });

  it('gives the dictionary the names of packs after its own', () => {
    expect(
      namedEntries(merged)
        .slice(base.entries.length)
        .map(({ id, names }) => [id, names.map(({ form }) => form)]),
    ).toEqual([
      ['zinc', ['zinc']],
      ['quinine', ['Ward quinine']],
    ]);
  });
});
