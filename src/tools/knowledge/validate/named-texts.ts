/**
 * Who writes "the US label" or "EU texts" cites such a document: the sentence's own sources hold a label from there, or
 * one whose title says that it gives a label back. An authority's own document is a text, though no label.
 */
import type { Source } from '../../../knowledge/types.ts';
import { EUROPE, holdsIn } from './attribution.ts';
import { allSentences, rule, sourceReader } from './rule.ts';

/** Adjectives of places, and where a label must hold to be a text of that place. An EU text may be read in a member's copy. */
const PLACES: readonly (readonly [string, readonly string[]])[] = [
  ['US|American', ['US']],
  ['EU|European', [...EUROPE, 'GB']],
  ['UK|British', ['GB']],
  ['Swiss', ['CH']],
  ['Japanese', ['JP']],
  ['Turkish', ['TR']],
  ['German', ['DE']],
  ['French', ['FR']],
  ['Spanish', ['ES']],
  ['Italian', ['IT']],
  ['Dutch', ['NL']],
  ['Belgian', ['BE']],
  ['Irish', ['IE']],
  ['Swedish', ['SE']],
  ['Danish', ['DK']],
  ['Polish', ['PL']],
  ['Canadian', ['CA']],
  ['Australian', ['AU']],
  ['Maltese', ['MT']],
  ['Cypriot', ['CY']],
  ['Norwegian', ['NO']],
  ['Austrian', ['AT']],
  ['Czech', ['CZ']],
  ['Philippine', ['PH']],
  ['Indonesian', ['ID']],
  ['Malaysian', ['MY']],
  ['Indian', ['IN']],
  ['Korean', ['KR']],
  ['Brazilian', ['BR']],
];

/** What follows such an adjective where it means a medicine's official text: "US label", "EU and Swiss texts". */
const TEXT =
  '(?:,? (?:and |or )?[A-Z]\\w+)*(?: patient| boxed| drug| package)* (texts?|labels?|leaflets?|warnings?|(?:product|prescribing|patient|professional) information)\\b';

const NAMED = PLACES.map(([words, places]) => [new RegExp(`\\b(?:${words})${TEXT}`), places] as const);

/** Titles of copies and reports that say whose text they hold, whatever kind of work printed it. */
const HOLDS_A_LABEL =
  /label|leaflet|(?:product|prescribing|patient|medicine) information|product characteristics|package insert/i;

export const namedTexts = rule('named-texts', (knowledge, found) => {
  const read = sourceReader(knowledge);
  for (const { file, place, text, quote, sources } of allSentences(knowledge)) {
    if (quote !== undefined) continue;
    for (const [words, places] of NAMED) {
      const [named, noun = ''] = words.exec(text) ?? [];
      const isCited = read(sources)
        .filter(holdsIn(places))
        .some((source) => isText(source, noun));
      if (named === undefined || isCited) continue;
      const repair = 'Cite the label itself, or name what was read: a reference work, a report, a study.';
      found(file, `${place}/text`, `says "${named}", and cites no such document`, repair);
    }
  }
});

const isText = ({ type, document }: Source, noun: string): boolean =>
  type === 'label' || HOLDS_A_LABEL.test(document?.title ?? '') || (type === 'authority' && noun.startsWith('text'));
