import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../src/shared/recognise/types.ts';
import { recogniserOfKnowledge } from '../../../src/tools/recogniser.ts';

const { recogniser } = recogniserOfKnowledge();

/** What a page of blocks shows when they arrive in the given order and earlier ones are settled again. */
function page(blocks: readonly string[]): Mention[][] {
  const state = recogniser.createPageState();
  let analyses = blocks.map(() => recogniser.analyse(''));
  for (const [index, block] of blocks.entries()) {
    const analysis = recogniser.analyse(block, state);
    analyses[index] = analysis;
    const findNews = recogniser.termFinder(recogniser.learn(state, analysis));
    // Only blocks that hold a new short name are read again.
    analyses = analyses.map((old, at) => (findNews(blocks[at]!) >= 0 ? recogniser.analyse(blocks[at]!, state) : old));
  }
  return analyses.map((analysis) => recogniser.settle(analysis, state));
}

const texts = (mentions: readonly Mention[]): string[] => mentions.map(({ text }) => text);

describe('page state', () => {
  it('counts a short name in earlier and later blocks once one block introduces it', () => {
    const blocks = ['DXM is sold over the counter.', 'We studied dextromethorphan (DXM).', 'Then DXM was stopped.'];
    expect(page(blocks).map(texts)).toEqual([['DXM'], ['dextromethorphan', 'DXM'], ['DXM']]);
  });

  it('leaves a short name that nothing introduces', () => {
    expect(page(['DXM files', 'a CAI diagram', 'the UTI fund']).flat()).toEqual([]);
  });

  it('keeps the short names of one page from another', () => {
    page(['memantine (MEM) was given']);
    expect(page(['MEM cells']).flat()).toEqual([]);
  });

  it('counts names that need a medicine on the page once there is one', () => {
    const [before] = page(['A UTI raises the pH of the urine.']);
    expect(before).toEqual([]);
    const [first] = page(['A UTI raises the pH of the urine.', 'She takes memantine.']);
    expect(texts(first!)).toEqual(['UTI']);
  });

  it('counts the name of a substance everywhere or nowhere', () => {
    const law = 'States limit how much nitrous oxide may be sold.';
    expect(page([law]).flat()).toEqual([]);
    const [first, second] = page([law, 'Nitrous oxide eases pain in dental surgery.']);
    expect([texts(first!), texts(second!)]).toEqual([['nitrous oxide'], ['Nitrous oxide']]);
  });

  it('counts alcohol wherever it is the substance in an article on it, and nowhere in one on chemistry', () => {
    /** `⟦…⟧`: the substance. What is a kind of molecule, an enzyme or a disorder is not. */
    const article = [
      '⟦Alcohol⟧ is the second most used psychoactive drug. It is found in beer, wine and spirits.',
      'In chemistry, an alcohol is an organic compound with a hydroxyl group. The simplest alcohol is methanol; other alcohols follow.',
      'Laws on ⟦alcohol⟧ differ between countries. The sale of ⟦alcohol⟧ to minors is forbidden in most of them.',
      '⟦Alcohol⟧ is broken down in the liver by alcohol dehydrogenase, about 90% of the ⟦alcohol⟧ that was drunk.',
      'Drinking ⟦alcohol⟧ with sedatives can stop breathing. ⟦Alcohol⟧ adds to the drowsiness of medicines.',
      'Archaeologists found traces of ⟦alcohol⟧ in jars from China.',
      'Rubbing alcohol and isopropyl alcohol disinfect. A hand gel holds 60% ⟦alcohol⟧ or more.',
      'Long-term use of ⟦alcohol⟧ may lead to alcohol use disorder.',
      'The ⟦alcohol⟧ content of beer is given in percent. Alcohol-free beer has less than 0.5% ⟦alcohol⟧.',
      'Advertising for ⟦alcohol⟧ is restricted, and the ⟦alcohol⟧ industry protests.',
      '⟦Alcohol⟧ blocks NMDA receptors in a dose of 1 g/kg; pharmacology knows it as a depressant.',
    ];
    const blocks = article.map((block) => block.replace(/[⟦⟧]/g, ''));
    const places = (block: string): number[] =>
      [...block.matchAll(/⟦/g)].map(({ index }, before) => index - 2 * before);
    expect(page(blocks).map((mentions) => mentions.map(({ start }) => start))).toEqual(article.map(places));
    const chemistry = [
      article[1]!,
      'Oxidation of a primary alcohol gives an aldehyde.',
      'Each alcohol boils higher than the alkane.',
    ];
    expect(page(chemistry).flat()).toEqual([]);
  });

  it('counts a short or brand name where the page names its drug, unless the words around say something else', () => {
    const blocks = ['PCP is Schedule I in Canada.', 'Ask your primary care provider (PCP).'];
    expect(page(blocks).flat()).toEqual([]);
    expect(page([...blocks, 'Phencyclidine is a dissociative.']).map(texts)).toEqual([['PCP'], [], ['Phencyclidine']]);
  });

  it('is the same in whatever order blocks arrive, and loses nothing when more arrive', () => {
    const block = fc.constantFrom(
      'dextromethorphan (DXM)',
      'DXM and UTI',
      'phenytoin [PHT] or memantine',
      'PHT levels and the UTI',
      'nothing of note',
      'A vegan diet raises urine pH',
      'nitrous oxide laws',
      'nitrous oxide anaesthesia',
      'PCP laws',
      'phencyclidine',
    );
    fc.assert(
      fc.property(fc.uniqueArray(block, { minLength: 1 }), (blocks) => {
        const forwards = page(blocks);
        const backwards = page([...blocks].reverse()).reverse();
        expect(backwards).toEqual(forwards);
        const fewer = page(blocks.slice(1));
        for (const [index, mentions] of fewer.entries()) {
          for (const mention of mentions) expect(forwards[index + 1]).toContainEqual(mention);
        }
      }),
    );
  });
});
