import { describe, expect, it } from 'vitest';
import { buildModel } from '../../src/card/build-model.ts';
import type { CardModel, Line, Use } from '../../src/card/model.ts';
import { Said } from '../../src/card/say-once.ts';
import { openKnowledge } from '../../src/knowledge/access.ts';
import { bundledKnowledge } from '../../src/knowledge/bundled.ts';

const news = (said: Said, ...texts: string[]) => said.news(texts.map((text) => ({ text }))).map(({ text }) => text);

describe('what was said', () => {
  it('is left out in nearly the same words, and what is new is kept', () => {
    const first = 'EU texts advise close monitoring of prothrombin time or INR.';
    const other = 'A higher INR means that bleeding is more likely.';
    expect(news(new Said(), first, 'A close monitoring of the prothrombin time or INR is advised', other)).toEqual([
      first,
      other,
    ]);
  });

  it('is left out in other words for the same thing, whoever says it', () => {
    const first = 'Bleeding was seen with the pair; EU texts advise close checks of clotting.';
    expect(news(new Said(), first, 'UK and Philippine texts advise close monitoring of INR.')).toEqual([first]);
  });

  it.each([
    [
      'numbers',
      'Pain came in 5% of people on the drug for months.',
      'Pain came in 7% of people on the drug for months.',
    ],
    [
      'what is not so',
      'It changes the blood level of the other one.',
      'It does not change the blood level of the other one.',
    ],
    ['places', 'In the UK it is approved against lasting pain.', 'In Germany it is approved against lasting pain.'],
    ['what has few words', 'EU texts say to avoid the two in epilepsy.', 'Avoid in epilepsy.'],
  ])('keeps %s', (_, first, second) => {
    expect(news(new Said(), first, second)).toEqual([first, second]);
  });

  it('keeps for lay readers what only professionals were shown', () => {
    const said = new Said();
    const text = 'The kidney passes both of them by the same transport.';
    expect(said.news([{ text, level: 'professional' }])).toHaveLength(1);
    expect(said.news([{ text }])).toHaveLength(1);
    expect(said.news([{ text, level: 'professional' }])).toEqual([]);
  });
});

const knowledge = openKnowledge(bundledKnowledge());
const cards = knowledge.entries().map(({ id }) => buildModel(knowledge, { drug: id })!);

/** All that a lay reader is shown of a card, in its order; a name of an authority alone is no sentence. */
function shown({ relations, drugClass, approved, sections, otherUses }: CardModel): string[] {
  const lay = (lines: readonly Line[]): string[] => lines.flatMap((line) => (line.professional ? [] : line.text));
  const use = ({ summary, details }: Use): string[] => lay([summary, ...details]);
  return [
    ...relations.flatMap(({ summary, management, ratings, effect, mechanism, evidence }) => [
      ...lay([summary, ...management]),
      // Authorities of the same words stand in one line.
      ...new Set(ratings.flatMap(({ isSaid, rating }) => (isSaid ? [] : rating))),
      ...lay([...effect, ...mechanism, ...evidence]),
    ]),
    ...lay([drugClass]),
    ...approved.flatMap(use),
    ...sections.flatMap(({ lines }) => lay(lines)),
    ...otherUses.flatMap(use),
  ];
}

/** Whether a sentence says nothing that another one does not. */
function isSaidBy(other: string, text: string): boolean {
  const said = new Said();
  said.say({ text: other });
  return said.has({ text });
}

describe('each card', () => {
  it('says nothing that it has said before', () => {
    const again = cards.flatMap((card) =>
      shown(card).flatMap((text, index, all) => {
        const before = all.slice(0, index).find((other) => isSaidBy(other, text));
        return before === undefined ? [] : `${card.entry.id}: "${before}", and again "${text}"`;
      }),
    );
    expect(again).toEqual([]);
  });

  it('of warfarin advises checks of clotting once, and says once what a higher INR means', () => {
    const { relations } = cards.find(({ entry }) => entry.id === 'warfarin')!;
    const said = shown({ ...cards[0]!, relations, approved: [], sections: [], otherUses: [] }).slice(0, -1);
    expect(said.filter((text) => /\b(check|monitoring|prothrombin)/.test(text))).toHaveLength(1);
    expect(said.filter((text) => /\bINR\b/.test(text))).toHaveLength(1);
    expect(said.filter((text) => /bleeding/.test(text))).toHaveLength(1);
    // Who says so stands there all the same.
    const authorities = relations[0]!.ratings.filter(({ isSaid }) => isSaid).map(({ by }) => by);
    expect(authorities.toSorted()).toEqual(['EU product information', 'UK product information']);
  });
});
