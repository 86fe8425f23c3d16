/** English of the interface for tests, from the shipped file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Wording } from '../../src/card/words.ts';

export type Messages = Record<string, { message: string; description?: string }>;

export function messagesOf(language: string): Messages {
  const file = join(import.meta.dirname, `../../src/static/_locales/${language}/messages.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

const messages = messagesOf('en');

/** Fails on a key that is not in the English file. */
export const english: Wording = {
  language: 'en',
  words(key, ...values) {
    const message = messages[key]?.message;
    if (message === undefined) throw new Error(`_locales/en: no ${key}`);
    return message.replace(/\$(\d)/g, (_match, index: string) => String(values[Number(index) - 1] ?? ''));
  },
};
