import { describe, expect, it } from 'vitest';
import { finder, knowledge, usesOf } from './uses-of.ts';

describe('the indication that a condition opens', () => {
  it.each([
    ['major depression', 'mdd'],
    ['MDD', 'mdd'],
    ['trouble dépressif majeur', 'mdd'],
    ['depression', 'depression'],
    ['treatment-resistant depression', 'trd'],
    ['bipolar depression', 'bipolar-depression'],
    ['bipolar disorder', 'bipolar-depression'],
    ['acute mania', 'mania'],
    ['stroke', 'stroke-recovery'],
    ['recovery after stroke', 'stroke-recovery'],
    ['Schlaganfall', 'stroke-recovery'],
    ['kleptomania', 'kleptomania'],
    ['cleptomanía', 'kleptomania'],
    ['compulsive shopping', 'compulsive-buying'],
    ['Kaufsucht', 'compulsive-buying'],
    ['pathological gambling', 'gambling'],
    ['ludopatía', 'gambling'],
    ['NAION', 'ischemic-optic-neuropathy'],
    ['ischaemic optic neuropathy', 'ischemic-optic-neuropathy'],
    ['optic neuritis', 'optic-neuritis'],
    ['delirium', 'postoperative-cognition'],
    ['Delir', 'postoperative-cognition'],
    ['delirio', 'postoperative-cognition'],
    ['psychosis', 'psychosis'],
    ['alcohol craving', 'alcohol-use-disorder'],
    ['cocaine craving', 'cocaine-use-disorder'],
    ['ventricular tachycardia', 'ventricular-arrhythmia'],
    ['血管性痴呆', 'vascular-dementia'],
    ["mild Alzheimer's disease", 'alzheimer-mild'],
    ["very early to mild Alzheimer's disease", 'alzheimer-mild'],
    ["agitation in severe Alzheimer's disease", 'agitation-alzheimer'],
    ['cognitive impairment in schizophrenia', 'schizophrenia-negative'],
  ])('of “%s” is %s', (condition, indication) => {
    expect(usesOf(`«Memantine» for ${condition}`)[0]).toMatchObject({ indication });
  });

  it.each(['craving', 'cognitive decline', 'memory loss', 'hypersexuality', 'optic atrophy', 'cognitive impairment'])(
    'of “%s” alone is none',
    (condition) => {
      expect(usesOf(`«Memantine» for ${condition}`)).toMatchObject([{ condition, indication: null }]);
    },
  );

  it.each([
    ['«Memantine» against cognitive decline after whole-brain radiotherapy', 'radiation-cognitive'],
    ['«Memantine» for memory loss in people with brain metastases who have cranial irradiation', 'radiation-cognitive'],
    ['Does «memantine» help with the memory loss of electroconvulsive therapy?', 'ect-cognition'],
    ["«Memantine» for cognitive decline in advanced Parkinson's disease", null],
    ['«Memantine» against craving for cocaine', 'cocaine-use-disorder'],
    ['«Memantine» against craving in heavy gamers', null],
  ])('of a general complaint needs its cause: “%s”', (text, indication) => {
    expect(usesOf(text)[0]).toMatchObject({ indication });
  });

  it('is their own for all terms in the languages that passages are read in, or none', () => {
    const strays = knowledge.indications.flatMap(({ id, terms }) =>
      terms.flatMap(({ form }) => {
        const read = finder.read(form);
        const opened = read?.isWhole ? finder.indicationOf(read) : undefined;
        return opened === undefined || opened === id ? [] : `${form} (${id}) opens ${opened}`;
      }),
    );
    expect(strays).toEqual([]);
  });
});
