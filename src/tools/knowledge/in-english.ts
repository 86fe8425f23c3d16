/** Repairs in English, for the command line: the words are those of the interface, which has each in one place. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Repair } from '../../knowledge/explain-schema-error.ts';

const FILE = resolve(import.meta.dirname, '../../static/_locales/en/messages.json');
const messages = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, { message: string }>;

/** A repair with its values, as one sentence. Throws where there are no words for it. */
export function inEnglish([key, ...values]: Repair): string {
  const found = messages[key];
  if (!found) throw new Error(`There are no words for "${key}".`);
  return found.message.replace(/\$(\d)/g, (_, index: string) => values[Number(index) - 1] ?? '');
}
