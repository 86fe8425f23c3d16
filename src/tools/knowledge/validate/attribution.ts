import type { Interaction, Source } from '../../../knowledge/types.ts';
import { allSentences, type Finding, factFiles, type Rule } from './rule.ts';

/** Countries of the European Union whose texts may speak for it, and the EU itself. */
export const EUROPE: readonly string[] = [
  'EU',
  'AT',
  'BE',
  'CZ',
  'DE',
  'DK',
  'ES',
  'FI',
  'FR',
  'GR',
  'IE',
  'IT',
  'NL',
  'PL',
  'PT',
  'SE',
];

/** Words that speak in the name of a place, and where a source must hold to carry them. */
const PLACES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(?:US|American)\b/, ['US']],
  [/\b(?:EU|European)\b/, [...EUROPE, 'GB']],
  [/\b(?:UK|British)\b/, ['GB']],
  [/\bJapan(?:ese)?\b/, ['JP']],
  [/\bSwiss\b/, ['CH']],
  [/\bGerman\b/, ['DE']],
  [/\bFrench\b/, ['FR']],
  [/\bAustralian?\b/, ['AU']],
  [/\bCanadian?\b/, ['CA']],
];

/** Words that weigh texts or studies against each other, or rule all else out. */
const WEIGHING =
  /\b(?:seems?\b|never\b|only (?:after|if)\b|(?:some|most|only(?: a)?(?: few)?)(?: small)? (?:texts?|labels?|leaflets?|stud(?:y|ies)|trials?|authorit\w+|guidelines?|sources?)\b)/i;

/**
 * A sentence says nothing in somebody's name that its sources do not carry: who is named must be among them; words that
 * weigh texts or studies need a review that does so, or the source's own words (`quote`).
 */
export const attribution: Rule = {
  name: 'attribution',
  check(knowledge) {
    const byId = new Map(knowledge.sources.data.sources.map((source) => [source.id, source]));
    const known = (ids: readonly string[]): Source[] => ids.flatMap((id) => byId.get(id) ?? []);
    const places = new Map(factFiles(knowledge).map(({ file, data }) => [file, positionsOf(data)]));
    return allSentences(knowledge).flatMap(({ file, place, sentence }): Finding[] => {
      const { text, quote } = sentence;
      if (quote !== undefined) return [];
      const heard = INTERACTION.test(place) ? (places.get(file) ?? []) : [];
      const sources = known([...sentence.sources, ...heard]);
      const weighing = WEIGHING.exec(text)?.[0];
      const unheard = PLACES.filter(([word, places]) => word.test(text) && !sources.some(holdsIn(places)));
      return [
        ...unheard.map(([word]) => ({
          file,
          place: `${place}/text`,
          message: `says "${word.exec(text)?.[0]}", and no source of it is from there`,
          repair: 'Name the source from there, give its own words in "quote", or leave the word out.',
        })),
        ...(weighing === undefined || /\breview/i.test(text) || sources.some(isReview)
          ? []
          : [
              {
                file,
                place: `${place}/text`,
                message: `says "${weighing}", which no source of it is known to say`,
                repair: 'Cite a review that says so, give the words in "quote", or say what was found and where.',
              },
            ]),
      ];
    });
  },
};

/** Where a sentence is part of an interaction, whose positions stand beside it. */
const INTERACTION = /^\/(?:withMemantine|interaction)\//;

/** Sources of the positions of an entry's or pair's interaction: a lead may sum up who was heard, and who is silent. */
function positionsOf(data: unknown): string[] {
  const { withMemantine, interaction } = data as { withMemantine?: Interaction; interaction?: Interaction };
  return [withMemantine, interaction].flatMap((found) => found?.positions?.flatMap(({ sources }) => sources) ?? []);
}

const holdsIn = (places: readonly string[]) => (source: Source) =>
  source.document?.jurisdiction !== undefined && places.includes(source.document.jurisdiction);

const isReview = ({ type }: Source): boolean => type === 'systematic-review' || type === 'guideline';
