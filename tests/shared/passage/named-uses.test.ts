import { describe, expect, it } from 'vitest';
import { usesIn } from '../../../src/knowledge/passage-uses.ts';
import { usesOfKnowledge } from '../../../src/tools/recogniser.ts';

const { finder, knowledge } = usesOfKnowledge();

/** Conditions with their status; the mention stands in guillemets. */
function usesOf(marked: string, around: object = {}, drug = 'memantine'): string[] {
  const start = marked.indexOf('«');
  const length = marked.indexOf('»') - start - 1;
  const text = marked.replace(/[«»]/g, '');
  return usesIn({ text, start, length, ...around }, { drug }, knowledge, finder).map(
    ({ condition, status }) => `${condition}: ${status}`,
  );
}

describe('an abbreviation', () => {
  it('that the page introduces before the passage is known in it', () => {
    const introductions = 'Persistent genital arousal disorder (PGAD)';
    expect(usesOf('Last year «memantine» was tried for PGAD.', { introductions })).toEqual(['PGAD: off-label']);
    expect(usesOf('Last year «memantine» was tried for PGAD.')).toEqual([]);
  });
});

describe('the uses that a passage names', () => {
  it.each([
    ['Patients with major depression received «memantine» for eight weeks.', ['major depression: off-label']],
    ['«Memantine» for Castleman disease', ['Castleman disease: off-label']],
    [
      '«Memantine» for ADHD, for OCD, and for bipolar disorder',
      ['ADHD: off-label', 'OCD: off-label', 'bipolar disorder: off-label'],
    ],
    ['«Memantine» is not approved for tinnitus.', ['tinnitus: off-label']],
    ['Cocaine-dependent men were given «memantine».', ['Cocaine-dependent: off-label']],
    ['«Memantin» bei Zwangsstörungen', ['Zwangsstörungen: off-label']],
    [
      "La «mémantine» n'a pas ralenti la sclérose latérale amyotrophique.",
      ['sclérose latérale amyotrophique: off-label'],
    ],
    ['¿Sirve la «memantina» para la depresión resistente?', ['depresión resistente: off-label']],
  ])('in “%s”', (text, uses) => {
    expect(usesOf(text)).toEqual(uses);
  });

  it.each([
    'Side effects of «memantine» include headache, depression and hallucinations.',
    'Tell your doctor before taking «memantine» if you have epilepsy.',
    'Exclusion criteria: use of «memantine»; seizure disorder; asthma.',
    'Depression was caused by «memantine».',
    'Unter «Memantin» trat eine Bradykardie auf.',
    'There is much talk of «memantine» levels in plasma.',
  ])('are none in “%s”', (text) => {
    expect(usesOf(text)).toEqual([]);
  });

  it('leave out what another medicine is for', () => {
    expect(usesOf("Lecanemab is for early Alzheimer's disease; «memantine» is used for migraine.")).toEqual([
      'migraine: off-label',
    ]);
  });

  it.each([
    'Do not take «memantine» if you have epilepsy.',
    'People with epilepsy should not take «memantine».',
    'Memantin wird viel gegeben. «Memantin» kann Schwindel verursachen.',
    'Common side effects of «memantine» are headache, dizziness and constipation.',
  ])('are none in “%s”', (text) => {
    expect(usesOf(text)).toEqual([]);
  });

  it('are looked for from near to far', () => {
    const around = { heading: 'Migraine', title: 'Autism' };
    expect(usesOf('«Memantine» for tinnitus. Depression is common.', around)).toEqual(['tinnitus: off-label']);
    expect(
      usesOf('Patients with major depression were randomised. They received «memantine» or placebo.', around),
    ).toEqual(['major depression: off-label']);
    expect(usesOf('We gave «memantine».', around)).toEqual(['Migraine: off-label']);
    expect(usesOf('«Memantine»', { rowHead: 'Tics', columnHead: 'Medicine' })).toEqual(['Tics: off-label']);
    expect(usesOf('«Memantine»', { rowHead: 'Headache', title: 'Side effects' })).toEqual([]);
  });
});

describe('the status of a use', () => {
  it.each([
    ["«Memantine» for moderate to severe Alzheimer's disease", 'approved'],
    ["advanced Alzheimer's: treatment with «memantine»", 'approved'],
    ["«memantine» keeps its place in severe stages of the disease, unlike in Alzheimer's so far", 'approved'],
    ['«Memantin» bei mittelschwerer Alzheimer-Demenz', 'approved'],
    ["«Memantine» for Alzheimer's disease", 'unknown'],
    ["«Memantine» for mild to moderate Alzheimer's disease", 'off-label'],
    ["«Memantine» in prodromal Alzheimer's disease", 'off-label'],
    ["Does «memantine» prevent Alzheimer's disease?", 'off-label'],
    ["«Memantine» for agitation in severe Alzheimer's disease", 'off-label'],
    // Which dementia is left open; in Alzheimer's it is no symptom but the disease.
    ['«Memantine» for dementia', 'unknown'],
    ['«Memantine» for vascular dementia', 'off-label'],
    ['Does «memantine» prevent dementia?', 'off-label'],
    ["«memantine» for moderate dementia in Alzheimer's disease", 'approved'],
    ['«Memantin» 20 mg bei Alzheimer-Demenz (schwer)', 'approved'],
    ["«memantine» for mild to moderately severe Alzheimer's disease", 'off-label'],
    ['«Memantine» for mild cognitive impairment due to Alzheimer disease', 'off-label'],
  ])('of “%s”', (text, status) => {
    expect(usesOf(text).map((use) => use.split(': ')[1])).toEqual([status]);
  });

  it('is not known where the list of approved uses is not complete', () => {
    const lists = knowledge.approvedUses.map((list) => ({
      ...list,
      regions: list.regions.map((region) => ({ ...region, complete: false })),
    }));
    const passage = { text: 'memantine for tics', start: 0, length: 9 };
    const [use] = usesIn(passage, { drug: 'memantine' }, { ...knowledge, approvedUses: lists }, finder);
    expect(use).toMatchObject({ condition: 'tics', status: 'unknown' });
  });
});
