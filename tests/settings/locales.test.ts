/** Every interface string is there in every language, with the same places for values. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../../src/static/_locales');
type Messages = Record<string, { message: string }>;
const read = (language: string): Messages =>
  JSON.parse(readFileSync(join(FOLDER, language, 'messages.json'), 'utf8')) as Messages;
const places = ({ message }: { message: string }): string[] => (message.match(/\$\d/g) ?? []).toSorted();

/** Strings of the reader's controls; the card's have their own tests. */
const ours = (messages: Messages): string[] =>
  Object.keys(messages)
    .filter((key) => !key.startsWith('card'))
    .toSorted();

describe.each(['de', 'es', 'fr'])('strings in %s', (language) => {
  const [english, other] = [read('en'), read(language)];

  test('are the same as in English', () => {
    expect(ours(other)).toEqual(ours(english));
    expect(other.language?.message).toBe(language);
  });

  test.each(ours(english))('%s has the values of the English one', (key) => {
    expect(places(other[key]!)).toEqual(places(english[key]!));
    expect(other[key]!.message.trim()).not.toBe('');
  });

  test('the description fits into the stores', () => {
    expect(other.extensionDescription!.message.length).toBeLessThanOrEqual(132);
  });
});
