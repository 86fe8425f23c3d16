/**
 * What the fields of a form hold. It is drawn and is no part of a page's text, so that names in it have a page and no
 * place where they could be marked. Pure.
 */
import type { Block } from './reading-text.ts';

/** A field, as PDF.js's `getFieldObjects` gives it. */
export interface Field {
  /** `text`, `combobox`, `listbox`, or another that holds no words. */
  readonly type?: string;
  readonly value?: unknown;
  /** Index of its page, from 0. */
  readonly page?: number;
  readonly hidden?: boolean;
  readonly password?: boolean;
}

/** Fields by their name in the document, which several may share; null where it has none. */
export type Fields = Readonly<Record<string, readonly (Field | null)[]>> | null;

/** In place of the number of a string on the page: there is none. */
export const NO_RUN = -1;

const WITH_WORDS = new Set(['text', 'combobox', 'listbox']);

/** What is filled in on a page, numbered from 1, a block for each field. */
export function blocksOfFields(fields: Fields, page: number): Block[] {
  return Object.values(fields ?? {})
    .flat()
    .filter((field) => field?.page === page - 1 && !field.hidden && !field.password)
    .flatMap((field) => {
      const { type = '', value: text } = field!;
      if (!WITH_WORDS.has(type) || typeof text !== 'string' || text === '') return [];
      const part = { start: 0, length: text.length, run: NO_RUN, page, at: (index: number) => index };
      // No height, so that it is neither a heading nor below one.
      return { text, size: Number.NaN, parts: [part] };
    });
}
