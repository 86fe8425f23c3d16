/**
 * How a card puts things into words: verdicts, days, regions, who gives an advice, what an entry is. Strings and
 * language are given by whoever shows the card (`Wording`).
 */

import type { PairWord } from '../knowledge/pair-word.ts';
import { CLASS_REASONING, OUR_READING } from '../knowledge/wordings.ts';
import { dayIn } from '../shared/day.ts';
import { baseLanguage } from '../shared/shapes.ts';
import { withoutAccents } from '../shared/without-accents.ts';
import { keyOf } from '../ui/keys.ts';
import type { CardModel } from './model.ts';

/** The string of a key of `_locales`, `$1` … replaced by the values. */
export type Words = (key: string, ...values: (string | number)[]) => string;

/** Words with what depends on their language. */
export interface Wording {
  readonly words: Words;
  /** BCP 47 language of `words`. */
  readonly language: string;
}

/** Between parts of one line; never ends a line. */
export const DOT = ' ·\u00a0';

/** Scripts that run from right to left. */
const RTL_SCRIPT = /^(Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa)$/;

/** Which way a language runs, where its tag is one. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RTL_SCRIPT.test(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** With a capital at its beginning. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Avoid with memantine`, `With warfarin: caution`. */
export function verdictOn(action: PairWord, other: string | undefined, { words }: Wording): string {
  if (other === undefined) return words(keyOf('cardVerdict', action));
  return words('cardVerdictOf', other, words(keyOf('cardAction', action)));
}

/** A calendar day as the language writes it. */
export const day = (iso: string, { language }: Wording): string => dayIn(language, iso, 'medium');

/** A year, or the month of a date, as the language writes it: `2018`, `Nov 2018`. */
export function month(date: string, { language }: Wording): string {
  const [year, number] = date.split('-');
  if (number === undefined || !/^(0[1-9]|1[0-2])$/.test(number)) return date;
  const first = new Date(`${year}-${number}-01T12:00:00Z`);
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(first);
}

/** A region code of the knowledge: `US` and `EU` in short, as the language has it, other countries spelled out. */
export function region(code: string, { words, language }: Wording): string {
  if (code === 'INT') return words('cardRegionInternational');
  if (code === 'US' || code === 'EU') return words(keyOf('cardRegion', code.toLowerCase()));
  // English has a short name for it that everybody knows.
  const style = code === 'GB' && language.startsWith('en') ? 'short' : 'long';
  return new Intl.DisplayNames([language], { type: 'region', style, fallback: 'code' }).of(code) ?? code;
}

/** Whether a name says of itself where it is from: `US label`, `Swiss product information`. */
export function namesRegion(name: string, code: string): boolean {
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' }).of(code) ?? code;
  const stem = withoutAccents(english).slice(0, 3);
  return withoutAccents(name)
    .split(/[^a-z]+/)
    .some((word) => word === code.toLowerCase() || (code === 'GB' && word === 'uk') || word.startsWith(stem));
}

/** Who gives an advice: an authority by its name, ourselves in words that a lay reader understands. */
export function whoSays(by: string, wording: Wording): string {
  const { words } = wording;
  if (by === OUR_READING) return words('cardByUs');
  if (by === CLASS_REASONING) return words('cardByClass');
  return words('cardBy', authority(by, wording));
}

/** Whose texts authorities call by their adjectives. */
const ADJECTIVES: Readonly<Record<string, string>> = {
  ...{ US: 'US', EU: 'EU', European: 'EU', UK: 'GB', Swiss: 'CH', Japanese: 'JP', German: 'DE', Italian: 'IT' },
  ...{ Thai: 'TH', Turkish: 'TR', Indonesian: 'ID', Malaysian: 'MY', Philippine: 'PH', Polish: 'PL', Czech: 'CZ' },
};
const TEXT = /^(\w+) (label|product information|package leaflet|patient information)(?: (?:of )?(\S.*))?$/;

/** An authority's text in the reader's language: `Swiss product information of lithium`; other names stay as they are. */
export function authority(by: string, wording: Wording): string {
  const { words, language } = wording;
  const [, adjective = '', text, rest] = TEXT.exec(by) ?? [];
  const code = ADJECTIVES[adjective];
  if (language.startsWith('en') || code === undefined) return by;
  const kind = words(text === 'label' || text === 'product information' ? 'cardSourceLabel' : 'cardSourceLeaflet');
  const where = words('cardSourceOf', kind, region(code, wording));
  return rest === undefined ? where : `${where}, ${rest.replace(/^\(|\)$/g, '')}`;
}

/** The line under the card's title: `memantine · extended-release capsules · brand (US)`; empty where that is all said. */
export function whatItIs(model: CardModel, wording: Wording): string {
  const { entry, form, title, members } = model;
  const parts: string[] = [];
  // `Namzaric (memantine with donepezil)` under the title `Namzaric` repeats nothing.
  const [, start, inside] = /^(.+?) \((.+)\)$/.exec(entry.name) ?? [];
  if (start?.toLowerCase() === title.toLowerCase()) parts.push(inside!);
  else if (entry.name.toLowerCase() !== title.toLowerCase()) parts.push(entry.name);
  if (form?.note) parts.push(form.note);
  parts.push(...kindOfName(model, wording));
  const named = members.every((member) => parts[0]?.includes(member));
  if (entry.kind === 'combination' && !named) parts.push(members.join(' + '));
  return parts.join(DOT);
}

/** Nothing where it would say no more than that it is a medicine, or that this is its usual name. */
function kindOfName({ entry, form }: CardModel, wording: Wording): string[] {
  const { words } = wording;
  // What the reader's own language says is no other language's name.
  const own = form?.kind === 'translation' && baseLanguage(form.lang ?? '') === baseLanguage(wording.language);
  if (!form || own || ['inn', 'class', 'condition', 'combination'].includes(form.kind)) {
    return entry.kind === 'drug' ? [] : [words(keyOf('cardKind', entry.kind))];
  }
  const kind = words(keyOf('cardName', form.kind));
  const where = form.regions?.map((code) => region(code, wording)).join(', ');
  const written = form.kind === 'translation' && form.lang;
  const more = where || (written && new Intl.DisplayNames([wording.language], { type: 'language' }).of(written));
  return [more ? `${kind} (${more})` : kind];
}
