/** The ages of people that a text names: "aged 6 to 12 years", "a 10-month-old", "infants", in four languages. */

/** Years, both ends included; months and weeks as parts of a year. */
export interface Ages {
  readonly from: number;
  readonly to: number;
}

const SPAN = String.raw`(\d{1,3})(?:(?: ?- ?| (?:to|and|bis|und|a|et|y) )(\d{1,3}))?`;
const UNIT = String.raw`(years?|yrs?|months?|weeks?|jahr|monat|woche|ans?\b|mois|semaines?|ano|mes(?:es)?\b|semanas?)`;

/** Figures with a word that they are an age: how long a treatment lasted is none. */
const FIGURES: readonly RegExp[] = [
  new RegExp(String.raw`\b${SPAN}[- ]?${UNIT}s?[- ]old`),
  new RegExp(String.raw`\b${SPAN}[- ]?${UNIT}(?:e|s)?(?:ig|lich)`),
  new RegExp(String.raw`\bage[ds]? (?:of |from |between )?${SPAN}(?:[- ]?${UNIT})?`),
  new RegExp(String.raw`\bim alter (?:von|zwischen|ab) ${SPAN} ${UNIT}`),
  new RegExp(String.raw`\bagee?s? (?:de|entre) ${SPAN} ${UNIT}`),
  new RegExp(String.raw`\b(?:edad|ninos|ninas|pacientes|enfants|adolescentes|bebes?)(?: de| entre)* ${SPAN} ${UNIT}`),
];

const LESS =
  '(?:under|below|younger than|before(?: the)?(?: age of)?|unter|junger als|avant|moins de|menores de|antes de los)';
const MORE = '(?:over|above|older than|from|ab|uber|alter als|a partir de|plus de|mayores de|desde los)';
/** "Under 18 years", "children under 12". */
const BELOW = new RegExp(
  String.raw`\b${LESS} (\d{1,2})(?= ?(?:years?|yrs?|jahre|ans\b|anos))|\b(?:child\w*|people|patients|those|anyone|kinder\w*|enfants|ninos) ${LESS} (\d{1,2})\b(?! ?(?:mg|kg|ml|%|weeks|days))`,
);
/** "From 6 years", not "for over 10 years". */
const ABOVE = new RegExp(
  String.raw`(?<!\bfor )\b${MORE} (\d{1,2})(?= ?(?:years? of age|years?(?! ago)|jahren?|ans\b|anos)(?! (?:of|later|after)))`,
);

/** Words for ages; adults where nobody younger is named. */
const WORDS: readonly (readonly [RegExp, Ages])[] = [
  [/\b(?:newborns?|neonat\w*|neugeborene\w*|nouveau-nes?|recien nacid\w*)\b/, { from: 0, to: 0.1 }],
  [/\b(?:infants?|bab(?:y|ies)|saugling\w*|nourrissons?|lactantes?|bebes?)\b/, { from: 0, to: 1 }],
  [/\b(?:toddlers?|kleinkind\w*)\b/, { from: 1, to: 3 }],
  [
    /^(?!.*\b(?:adult|erwachsen|child|kid|kind|enfant|nin[oa])).*\b(?:adolescents?|teen(?:ager)?s?|jugendlich\w*|adolescentes?)\b/,
    { from: 13, to: 17 },
  ],
  [
    /^(?!.*\b(?:child|kid|kind|enfant|nin[oa]|pediatr|paediatr|adolesc|teen|jugendlich|boy|girl|school)).*\b(?:adults?|erwachsene\w*|adultes?|adultos?)\b/,
    { from: 18, to: 120 },
  ],
];

/** @param text folded, as `plain` makes it */
export function agesIn(text: string): Ages | undefined {
  for (const pattern of FIGURES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [, first, last = first, unit = 'years'] = match;
    const years = /^(?:mo|mes)/.test(unit) ? 1 / 12 : /^(?:we|wo|se)/.test(unit) ? 1 / 52 : 1;
    return { from: Number(first) * years, to: Number(last) * years };
  }
  const below = BELOW.exec(text);
  if (below) return { from: 0, to: Number(below[1] ?? below[2]) - 0.1 };
  const above = ABOVE.exec(text)?.[1];
  if (above !== undefined) return { from: Number(above), to: 120 };
  return WORDS.find(([pattern]) => pattern.test(text))?.[1];
}
