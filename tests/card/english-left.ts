/** Which English words stand in what a reader of another language is shown, outside of what says that it is English. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledKnowledge } from '../../src/knowledge/bundled.ts';
import { inLanguage } from '../../src/knowledge/in-language.ts';
import { messagesOf } from './words.ts';

const TABLE = readFileSync(join(import.meta.dirname, '../../knowledge/vocabulary/names.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((row) => row.split('\t'));

/** Without addresses, which are of no language. */
const wordsOf = (texts: readonly string[]): string[] =>
  texts
    .join(' ')
    .toLowerCase()
    .replaceAll(/\S+\.\S+/g, ' ')
    .match(/\p{L}{2,}/gu) ?? [];
const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(2026, month, 15));
const said = (language: string): string[] =>
  wordsOf(Object.values(messagesOf(language)).map(({ message }) => message.replaceAll(/\$\d/g, ' ')));

/**
 * @returns takes the texts of a page and gives their English words, each once. A word is English where the interface, the
 * phrases or the names of our knowledge have it in English and none of these has it in the reader's language. Names
 * that companies gave are those of every language.
 */
export function englishLeftIn(language: string): (texts: readonly string[]) => string[] {
  const knowledge = bundledKnowledge();
  const shown = inLanguage(knowledge, language);
  const column = TABLE[0]!.indexOf(language);
  const own = new Set([
    ...said(language),
    ...wordsOf(TABLE.map((row) => row[column]!)),
    ...wordsOf(shown.entries.map(({ name }) => name)),
    ...wordsOf(MONTHS.map((month) => new Intl.DateTimeFormat(language, { month: 'short' }).format(month))),
    ...wordsOf(
      shown.entries.flatMap(({ names }) =>
        names
          .filter(({ kind, lang }) => kind === 'brand' || kind === 'code' || lang === language)
          .map(({ form }) => form),
      ),
    ),
  ]);
  const english = new Set([
    ...said('en'),
    ...wordsOf(TABLE.filter(([of]) => of !== 'use' && of !== 'entry').map(([, phrase]) => phrase!)),
    ...wordsOf(knowledge.entries.map(({ name }) => name)),
    ...wordsOf(knowledge.indications.map(({ name }) => name)),
    ...wordsOf(['of the and with from for not this that are was were by to is it its']),
  ]);
  return (texts) => [...new Set(wordsOf(texts).filter((word) => english.has(word) && !own.has(word)))];
}
