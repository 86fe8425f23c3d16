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

  /** `⟦…⟧`: the substance, as it must be found in a page of these blocks, and in one text of them all. */
  const articles: Record<string, readonly string[]> = {
    'on alcohols in chemistry': [
      'Alcohols are organic compounds whose hydroxyl group sits on a saturated carbon atom. The alcohol molecule is polar.',
      'Nomenclature. IUPAC names end in -ol; a prefix hydroxy- is used where a ketone or an aldehyde comes first. The name of the alcohol is made of the parent hydrocarbon.',
      'The word "alcohol" comes from Arabic, where it stood for a fine powder. Later every spirit that was distilled was an alcohol.',
      'Oxidation turns the alcohol into an aldehyde; a primary alcohol gives a carboxylic acid in the end. The alcohol must be dried before the Grignard reagent is made.',
      'Methanol is the most common industrial alcohol, before ⟦ethanol⟧. Propargyl alcohol and furfuryl alcohol are made from it by nobody.',
      'Toxicity. Doses of simple alcohols that rats tolerate are given in g/kg, and alcohol dehydrogenase of the liver acts on most. None of them is so harmless that a chemist would taste it.',
      'An ester of an alcohol and a carboxylic acid smells of fruit; hydrolysis gives the alcohol back.',
    ],
    'on alcohols in French': [
      'Un alcool est un composé organique avec un groupe hydroxyle. La cétone et l’aldéhyde sont les produits d’oxydation.',
      'La dose d’un alcool secondaire, mise en présence d’un oxydant, donne une cétone ; l’alcool primaire un aldéhyde, puis un acide carboxylique.',
    ],
    'on alcohols in German': [
      'Primäre Alkohole haben am Kohlenstoffatom mit der Hydroxygruppe zwei Wasserstoffatome. Der einfachste Alkohol ist Methanol.',
      'Durch Oxidation entsteht aus dem Alkohol erst ein Aldehyd, dann eine Carbonsäure. Der Siedepunkt des Alkohols steigt mit der Kette. Hydroxygruppen machen ihn löslich.',
    ],
    'of a label, where it dissolves the medicine': [
      '⟦Donepezil hydrochloride⟧ is a white powder with a molecular weight of 415.96. It is freely soluble in chloroform, soluble in water and in alcohol, and insoluble in ethyl acetate and hexane.',
      'Tell your doctor about all you take. The sedation of ⟦alcohol⟧ adds to that of other medicines.',
    ],
    'on a metal': [
      'Lithium is a chemical element, a soft and silvery alkali metal of low density. It never occurs freely in nature. The nucleus of its atoms is close to unstable, so that lithium is rarer than its neighbours in the periodic table.[1] For such reasons it has uses in nuclear physics.',
      'Lithium reacts with water; the reaction forms hydrogen and lithium hydroxide in aqueous solution.[18] Once lithium oxidizes, it is grey.',
      'Much of the lithium of the crust lies in brines, others in ores of petalite. In 1817 lithium was detected there; electrolysis of lithium chloride gave more of the metal later, which was sold in small bars, to whoever paid for them, in all of Europe.',
      '⟦Lithium⟧ is given in bipolar disorder. The serum level of ⟦lithium⟧ is watched, and women who take ⟦lithium⟧ in pregnancy are told of a risk.',
      'The toxicity of ⟦lithium⟧ grows where diuretics are taken.',
    ],
    'on ethanol': [
      '⟦Ethanol⟧, or drinking ⟦alcohol⟧, is an organic compound with a hydroxyl group and the molecular formula C2H6O.',
      'Laws on ⟦alcohol⟧ differ between countries.',
      'In the liver ⟦alcohol⟧ is turned into acetaldehyde by an enzyme. The aldehyde is toxic; oxidation to acetic acid follows, and ketone bodies rise.',
      'Do not drink ⟦alcohol⟧ with this medicine, which has an ester group, is soluble in chloroform and melts at its boiling point.',
      '⟦Alcohol⟧ poisoning. Other alcohols, such as methanol, an organic compound without a ketone, are worse. ⟦Alcohol⟧ is the antidote there.',
      'A driver who drank ⟦alcohol⟧, whatever its formula, ester, ether or aldehyde, must not drive.',
      'Sedation, drowsiness and dizziness from ⟦alcohol⟧ are dose dependent.',
    ],
  };

  it.each(Object.keys(articles))('tells the medicine from what else has its name in an article %s', (name) => {
    const blocks = articles[name]!;
    const bare = (block: string) => block.replace(/[⟦⟧]/g, '');
    const marked = (text: string, mentions: readonly Mention[]) =>
      [...mentions]
        .reverse()
        .reduce((all, { start, end }) => `${all.slice(0, start)}⟦${all.slice(start, end)}⟧${all.slice(end)}`, text);
    expect(page(blocks.map(bare)).map((mentions, at) => marked(bare(blocks[at]!), mentions))).toEqual(blocks);
    // In one long text the words of a neighbour count as well, so a drink may go unmarked there; a molecule is never marked.
    const whole = blocks.join(' ');
    const wanted = [...whole.matchAll(/⟦/g)].map(({ index }, before) => index - 2 * before);
    for (const { start } of recogniser.find(bare(whole))) expect(wanted).toContain(start);
  });

  it('learns nothing from what stands inside a look-alike', () => {
    expect(page(['Liver alcohol dehydrogenase has a dose of enzymes.', 'They sell alcohol at night.']).flat()).toEqual(
      [],
    );
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
