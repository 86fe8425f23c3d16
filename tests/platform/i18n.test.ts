/** Words of the interface in the browser's language. */
import { beforeEach, expect, it } from 'vitest';
import { installFakeBrowser } from '../settings/fake-browser.ts';

installFakeBrowser();
const { i18n } = globalThis.browser as unknown as { i18n: { getMessage: (key: string, values?: string[]) => string } };
const { formatDay, formatNumber, language, plural, t } = await import('../../src/platform/i18n.ts');

const strings: Record<string, string> = {};
i18n.getMessage = (key, values = []) => {
  // As browsers do.
  if (values.some((value) => typeof value !== 'string')) throw new TypeError('Error at parameter substitutions');
  return (strings[key] ?? '').replace(/\$(\d)/g, (_, index: string) => values[Number(index) - 1]!);
};

beforeEach(() => {
  for (const key of Object.keys(strings)) delete strings[key];
  Object.assign(strings, { language: 'en', hitsOne: '$1 hit in $2', hitsOther: '$1 hits in $2', since: '$1 to $2' });
});

it('numbers stand in a sentence as text', () => {
  expect(t('since', 3, 'today')).toBe('3 to today');
});

it('a string that is missing shows its key', () => {
  expect(t('noSuchString', 1)).toBe('noSuchString');
});

it('one and many have words of their own, and large numbers are written as the language does', () => {
  expect(plural('hits', 1, 'Ward')).toBe('1 hit in Ward');
  expect(plural('hits', 0, 'Ward')).toBe('0 hits in Ward');
  expect(plural('hits', 12_345, 'Ward')).toBe('12,345 hits in Ward');
});

it('what is one follows the language of the words, not of the machine', () => {
  Object.assign(strings, { language: 'fr' });
  // In French nothing is singular.
  expect(plural('hits', 0, 'Ward')).toBe('0 hit in Ward');
  expect(language()).toBe('fr');
  expect(formatNumber(1.5)).toBe('1,5');
});

it('a day is written as the language does, whatever the time zone; what is no day stays', () => {
  expect(formatDay('2026-11-24')).toBe('November 24, 2026');
  Object.assign(strings, { language: 'de' });
  expect(formatDay('2026-11-24')).toBe('24. November 2026');
  expect(formatDay('long ago')).toBe('long ago');
  expect(formatDay('')).toBe('');
});
