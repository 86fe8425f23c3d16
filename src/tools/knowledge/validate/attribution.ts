/**
 * A sentence says nothing in somebody's name that its sources do not carry: who is named must be among them; words that
 * weigh texts or studies need a review that does so, or the source's own words (`quote`).
 */
import type { Source } from '../../../knowledge/types.ts';
import { allInteractions, allSentences, rule, sourceReader } from './rule.ts';

/** Countries of the European Union whose texts may speak for it, and the EU itself. */
export const EUROPE = 'EU AT BE CZ DE DK ES FI FR GR IE IT NL PL PT SE'.split(' ');

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

export const attribution = rule('attribution', (knowledge, found) => {
  const read = sourceReader(knowledge);
  // A lead may sum up who was heard, and who is silent: the positions stand beside it.
  const positions = new Map(allInteractions(knowledge).map(({ file, interaction }) => [file, interaction.positions]));
  for (const { file, place, text, quote, sources: cited } of allSentences(knowledge)) {
    if (quote !== undefined) continue;
    const beside = INTERACTION.test(place) ? (positions.get(file) ?? []) : [];
    const sources = read([...cited, ...beside.flatMap((position) => position.sources)]);
    for (const [word, places] of PLACES) {
      const named = word.exec(text)?.[0];
      if (named === undefined || sources.some(holdsIn(places))) continue;
      const repair = 'Name the source from there, give its own words in "quote", or leave the word out.';
      found(file, `${place}/text`, `says "${named}", and no source of it is from there`, repair);
    }
    const weighing = WEIGHING.exec(text)?.[0];
    if (weighing === undefined || /\breview/i.test(text) || sources.some(isReview)) continue;
    const repair = 'Cite a review that says so, give the words in "quote", or say what was found and where.';
    found(file, `${place}/text`, `says "${weighing}", which no source of it is known to say`, repair);
  }
});

/** Where a sentence is part of an interaction. */
const INTERACTION = /^\/(?:withMemantine|interaction)\//;

/** Whether a source's document holds in one of the places. */
export const holdsIn = (places: readonly string[]) => (source: Source) =>
  places.includes(source.document?.jurisdiction ?? '');

const isReview = ({ type }: Source): boolean => type === 'systematic-review' || type === 'guideline';
