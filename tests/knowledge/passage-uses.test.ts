import { describe, expect, it } from 'vitest';
import { approvalOf, inDoubt } from '../../src/knowledge/approval.ts';
import { type PassageUse, usesIn } from '../../src/knowledge/passage-uses.ts';
import type { PassageText } from '../../src/shared/passage/types.ts';
import { finder, knowledge, statusesOf, usesOf } from './uses-of.ts';

const statuses = (text: string, drug?: string): string[] => usesOf(text, drug).map(({ status }) => status);

describe('what is never called approved', () => {
  it.each([
    ['aripiprazole', '«Aripiprazole» for bipolar depression'],
    ['risperidone', '«Risperidone» for bipolar depression'],
    ['lamotrigine', '«Lamotrigine» for bipolar depression'],
    ['aripiprazole', 'Bei bipolarer Depression wurde «Aripiprazol» gegeben.'],
    ['bupropion', '«Wellbutrin» for smoking cessation'],
    ['bupropion', 'She took «Wellbutrin XL» to quit smoking.'],
    ['amantadine', "«Gocovri» for Parkinson's disease"],
    ['duloxetine', '«Cymbalta» for stress incontinence'],
    ['selegiline', "«Emsam» for Parkinson's disease"],
    ['esketamine', 'Intravenous «esketamine» for treatment-resistant depression'],
    ['esketamine', '«Esketamine» injection for treatment-resistant depression'],
    ['esketamine', '«Esketamine», injected under the skin, for treatment-resistant depression'],
    ['esketamine', 'Intravenöses «Esketamin» bei therapieresistenter Depression'],
    ['memantine', "A «memantine» patch for moderate to severe Alzheimer's disease"],
    ['memantine', "«Memantine» nasal spray in severe Alzheimer's disease"],
    ['selegiline', '«Selegiline» tablets for major depressive disorder'],
    ['lamotrigine', '«Lamotrigine» in infants with partial seizures'],
    ['lamotrigine', '«Lamotrigine» for partial seizures in children aged 1 year'],
    ['lamotrigine', '«Lamotrigine» for focal seizures in a 10-month-old boy'],
    ['aripiprazole', '«Aripiprazole» for schizophrenia in a 9-year-old'],
    ['memantine', "«Memantine» for children with moderate Alzheimer's disease"],
    ['memantine', "«Memantine» for wandering in severe Alzheimer's disease"],
    ['memantine', "«Memantine» against screaming in people with severe Alzheimer's disease"],
    ['memantine', "«Memantine» improved sleep in patients with severe Alzheimer's disease"],
    ['memantine', "«Memantine» for agitation and aggression, moderate to severe Alzheimer's disease"],
    ['memantine', "«Memantine» for apathy in moderate to severe Alzheimer's disease"],
    ['memantine', "«Memantine» for behavioural symptoms of moderate to severe Alzheimer's disease"],
    ['memantine', '«Memantin» gegen Unruhe bei mittelschwerer bis schwerer Alzheimer-Krankheit'],
    ['memantine', 'La «mémantine» contre l’apathie dans la maladie d’Alzheimer modérée à sévère'],
    ['memantine', "«Memantine» was no better than placebo for agitation in moderate-to-severe Alzheimer's disease"],
    ['memantine', "Can «memantine» ease agitation in people with moderately severe to severe Alzheimer's disease?"],
    ['warfarin', 'La «Coumadine» n’est pas pour ma thrombose, mais pour ma valve mécanique.'],
    ['gabapentin', 'Mi «gabapentina» no es para la epilepsia, sino para la ciática.'],
    ['memantine', "«Memantine» for early Alzheimer's disease"],
  ])('%s in “%s”', (drug, text) => {
    const uses = usesOf(text, drug);
    expect(uses.map(({ condition, status }) => `${condition}: ${status}`)).not.toEqual([]);
    expect(uses.filter(({ status }) => status === 'approved')).toEqual([]);
  });

  it.each([
    ['olanzapine', '«Olanzapine» for bipolar depression', 'EU'],
    ['amantadine', "«Gocovri» for Parkinson's disease", 'US'],
  ])('%s in “%s” in the %s', (drug, text, region) => {
    expect(usesOf(text, drug)[0]!.regions.find((one) => one.region === region)?.status).toBe('off-label');
  });
});

describe('what is approved', () => {
  it.each([
    ['memantine', "«Namenda» for moderate to severe Alzheimer's disease"],
    ['memantine', "«Memantine» for adults with severe Alzheimer's disease"],
    ['memantine', "«Memantine» tablets for moderate Alzheimer's disease"],
    ['memantine', "The use of «memantine» in patients with severe Alzheimer's disease"],
    ['phenobarbital', '«Phenobarbital» is given into a vein to treat neonatal seizures.'],
    ['duloxetine', '«Duloxetin» zur Behandlung von Schmerzen bei diabetischer Polyneuropathie'],
    ['pramipexole', '«Pramipexol» se usa para tratar los síntomas de la enfermedad de Parkinson.'],
    ['memantine', "«Memantine» for the symptoms of severe Alzheimer's disease"],
    ['bupropion', '«Zyban» for smoking cessation'],
    ['bupropion', '«Wellbutrin» for major depressive disorder'],
    ['bupropion', '«Bupropion» for smoking cessation'],
    ['amantadine', '«Gocovri» for levodopa-induced dyskinesia'],
    ['amantadine', "«Amantadine» for Parkinson's disease"],
    ['esketamine', '«Spravato» for treatment-resistant depression'],
    ['esketamine', '«Esketamine» nasal spray for treatment-resistant depression'],
    ['esketamine', '«Spravato» is cleared for depression that has resisted at least two drugs.'],
    ['esketamine', '«Spravato» for adults with major depression that did not respond to two antidepressants'],
    ['brexpiprazole', "«Brexpiprazole» for agitation linked to dementia due to Alzheimer's"],
    ['brexpiprazole', "«Brexpiprazole» for agitation associated with dementia due to Alzheimer's disease"],
    ['lamotrigine', '«Lamotrigine» for partial seizures in children aged 4 years'],
    ['lamotrigine', 'For 6 months «lamotrigine» was given to adults for partial seizures.'],
    ['aripiprazole', '«Aripiprazole» for schizophrenia in a 15-year-old'],
    ['olanzapine', '«Olanzapine» for schizophrenia'],
  ])('%s in “%s”', (drug, text) => {
    expect(statuses(text, drug)).toEqual(['approved']);
  });
});

it('the stage of a trial is no stage of a disease', () => {
  expect(
    statusesOf("«Namenda», approved for moderate Alzheimer's disease, failed in a late-stage trial in glaucoma."),
  ).toEqual(["moderate Alzheimer's disease: approved", 'glaucoma: off-label']);
});

describe('where it is not certain that an approved use is meant', () => {
  /** The uses of a passage, were its words this certain. */
  const statusAt = (byWords: number, text: string, drug: string) => {
    const doubting = {
      ...finder,
      find: (passage: PassageText) => finder.find(passage).map((one) => ({ ...one, byWords })),
    };
    const start = text.indexOf(drug);
    return usesIn({ text, start, length: drug.length }, { drug }, knowledge, doubting);
  };

  it('it depends on its limits, and no region is said to approve it', () => {
    const text = "memantine for severe Alzheimer's disease";
    expect(statusAt(0.9, text, 'memantine').map(({ status }) => status)).toEqual(['approved']);
    const [use] = statusAt(0.4, text, 'memantine');
    expect(use).toMatchObject({ status: 'unknown', regions: [] });
    expect(use!.limits).toContain("moderate to severe dementia of the Alzheimer's type");
  });

  it('it depends where only some regions approve, and on nothing where all do without limits', () => {
    const [use] = statusAt(0.4, 'fluoxetine for bulimia nervosa', 'fluoxetine');
    expect(use).toMatchObject({ status: 'unknown', limits: use!.within });
    expect(use!.within).not.toEqual([]);
    expect(inDoubt({ ...use!, within: [] })).toBeUndefined();
  });
});

describe('where one region is not known', () => {
  it('a use that the EU does not have is not called off-label as a whole', () => {
    const [{ named }] = usesOf('«Pregabalin» for tinnitus', 'pregabalin') as [PassageUse];
    const regions = knowledge.approvedUses.find(({ drug }) => drug === 'pregabalin')!.regions;
    const eu = regions.find(({ region }) => region === 'EU')!;
    const { status, regions: found } = approvalOf({ use: named, finder }, [
      { region: 'US', complete: false, status: 'unverified', approved: [] },
      eu,
    ]);
    expect(status).toBe('unknown');
    expect(found).toEqual([
      { region: 'US', status: 'unknown' },
      { region: 'EU', status: 'off-label' },
    ]);
  });

  it.each([
    ['gabapentin', '«Gabapentin» for hot flashes', 'off-label'],
    ['pregabalin', '«Pregabalin» for fibromyalgia', 'approved'],
    ['levetiracetam', '«Levetiracetam» in status epilepticus', 'off-label'],
    ['escitalopram', '«Escitalopram» for obsessive-compulsive disorder', 'unknown'],
    ['lithium', '«Lithium» for amyotrophic lateral sclerosis', 'off-label'],
    ['lamotrigine', '«Lamotrigine» for preventing bipolar depression episodes', 'approved'],
    ['lamotrigine', '«Lamotrigine» for bipolar depression', 'unknown'],
    ['clozapine', '«Clozapine» for schizophrenia', 'unknown'],
    ['amantadine', '«Amantadine» for dyskinesia', 'unknown'],
    ['brexpiprazole', '«Brexpiprazole» for agitation', 'unknown'],
    ['memantine', '«Memantine» for fibromyalgia', 'off-label'],
    ['aripiprazole', '«Aripiprazole» for tinnitus', 'off-label'],
  ])('%s in “%s” is %s', (drug, text, status) => {
    expect(statuses(text, drug)).toEqual([status]);
  });
});

describe('people of a study of harm', () => {
  it.each([
    ['topiramate', 'Oral clefts after «topiramate» in the first trimester: a register study of mothers with epilepsy'],
    ['haloperidol', 'Tardive dyskinesia under «haloperidol» in older people with schizophrenia: a cohort study'],
    ['memantine', "Mortality among new users of «memantine» with severe Alzheimer's disease"],
    ['metformin', 'En embarazadas con diabetes tipo 2 la «metformina» no causó malformaciones.'],
  ])('are not called an approved use: %s in “%s”', (drug, text) => {
    expect(statuses(text, drug)).not.toContain('approved');
  });
});

describe('what is said not to be there', () => {
  it.each([
    'He takes «memantine» but does not have tinnitus.',
    'My aunt is on «memantine» although she has no ADHD.',
    'Unter «Memantin», ohne Hinweis auf eine Epilepsie, ging es ihm gut.',
    'Il prend de la «mémantine» mais n’a pas de migraine.',
    'Toma «memantina» pero no tiene autismo.',
    'Bei Patienten mit Epilepsie ist «Memantin» mit Vorsicht anzuwenden.',
    'Bei Menschen mit Asthma sollte «Memantin» nur unter besonderer Vorsicht gegeben werden.',
    'Chez les patients épileptiques, la «mémantine» doit être utilisée avec prudence.',
    'En pacientes con epilepsia, la «memantina» debe usarse con precaución.',
    '«Memantine» gave me awful insomnia and brain fog.',
    '«Memantine» made my tinnitus worse.',
  ])('is no use in “%s”', (text) => {
    expect(statusesOf(text)).toEqual([]);
  });

  it.each([
    ['«Memantine» had no effect on tinnitus.', 'tinnitus'],
    ['«Memantine» had no effect on OCD symptoms.', 'OCD'],
    ['In this trial «memantine» had no benefit in fibromyalgia.', 'fibromyalgia'],
    ['«Memantin» hatte keine Wirkung auf den Tinnitus.', 'Tinnitus'],
    ['La «mémantine» n’a eu aucun effet sur la fibromyalgie.', 'fibromyalgie'],
    ['La «memantina» no tuvo efecto sobre la migraña.', 'migraña'],
    ['«Memantine» did not help people with PTSD.', 'PTSD'],
  ])('is one where only the effect is missing: “%s”', (text, condition) => {
    expect(usesOf(text).map((use) => use.condition)).toEqual([condition]);
  });
});

describe('other words', () => {
  it.each([
    ['«Memantin» bei früher Alzheimer-Krankheit', ['früher Alzheimer-Krankheit: off-label']],
    ['Für Menschen mit frühem Alzheimer ist «Memantin» nicht zugelassen.', ['frühem Alzheimer: off-label']],
    ['Persistent genital arousal disorder (PGAD) is rare. «Memantine» was given for PGAD.', ['PGAD: off-label']],
    ['Idiopathic toe walking syndrome (ITWS) is common. Trial of «memantine» in ITWS', ['ITWS: off-label']],
    ['Asthma is common (WHO). «Memantine» is listed by WHO.', []],
  ])('are read in “%s”', (text, uses) => {
    expect(statusesOf(text)).toEqual(uses);
  });
});
