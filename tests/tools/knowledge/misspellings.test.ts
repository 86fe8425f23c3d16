import words from 'an-array-of-english-words' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/shared/recognise/normalise.ts';
import type { SurfaceForm } from '../../../src/shared/recognise/types.ts';
import { readKnowledge } from '../../../src/tools/knowledge/read.ts';
import { recogniserOfKnowledge } from '../../../src/tools/recogniser.ts';

/**
 * Names of other medicines that lie near ours, from the look-alike lists of ISMP and of the WHO's INN stems. A misspelling
 * of ours must not be one of them.
 */
const OTHERS =
  'acetohexamide adamantane apixaban aspirin bromantane bupivacaine buspirone carbidopa cetirizine chlorpropamide cimetropium citalopram clonidine dabigatran dextroamphetamine dextromoramide dextrorphan diabinese diazepam diclofenac dopamine escitalopram evista famotidine fosphenytoin gabapentin glimepiride glipizide hydralazine hydroxychloroquine ketoconazole ketoprofen ketorolac lacosamide lamotrigine levetiracetam levomethorphan lorazepam mefenamic melatonin mephenytoin mephobarbital metamizole metaxalone methimazole methotrexate methyldopa methylphenidate metolazone metoprolol metronidazole methazole naltrexone nabumetone nizatidine norketamine oxazepam pentobarbital phentermine prednisone primaquine procarbazine propranolol quinacrine quinapril quinone rasagiline rimantadine ropivacaine safinamide sertraline simethicone sulthiame tacrine tizanidine torsemide tramadol tromantadine venlafaxine zolmitriptan'.split(
    ' ',
  );

/** Why a misspelling may not be listed, or undefined. */
function fault(form: SurfaceForm, forms: readonly SurfaceForm[], english: ReadonlySet<string>): string | undefined {
  const key = fold(form.form);
  if (english.has(key)) return 'is an English word';
  if (OTHERS.includes(key)) return 'is another medicine';
  const owner = forms.find(
    (other) => other !== form && other.drug !== form.drug && other.drug !== '' && fold(other.form) === key,
  );
  return owner ? `is a name of ${owner.drug}` : undefined;
}

const { forms } = recogniserOfKnowledge();
const english = new Set(words);
const listed = readKnowledge('knowledge').entries.flatMap(({ data }) => data.names);
const wrong = new Set(listed.flatMap(({ form, kind }) => (kind === 'misspelling' ? form : [])));
const misspellings = forms.filter(({ form }) => wrong.has(form));

describe('misspellings', () => {
  it.each(misspellings)('"$form" ($drug) is no word and no other name', (form) => {
    expect(fault(form, forms, english)).toBeUndefined();
  });

  it('a misspelling that is a word, another medicine or another entry is refused', () => {
    const written = (form: string): SurfaceForm => ({ ...misspellings[0]!, form, drug: 'memantine' });
    expect(fault(written('memento'), forms, english)).toBe('is an English word');
    expect(fault(written('rimantadine'), forms, english)).toBe('is another medicine');
    expect(fault(written('Symmetrel'), forms, english)).toBe('is a name of amantadine');
  });
});
