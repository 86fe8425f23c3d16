/** Strings of the interface, from `_locales`. */
import { dayIn } from '../shared/day.ts';
import { native } from './native.ts';

/** The string of a key, `$1` … replaced by the arguments. A missing key shows itself, so that it is seen and mended. */
export function t(key: string, ...values: readonly (string | number)[]): string {
  return native.i18n.getMessage(key, values.map(String)) || key;
}

/** The string of a key for a number: `keyOne` or `keyOther`, by the rules of the interface's language; `$1` is it. */
export function plural(key: string, count: number, ...values: readonly (string | number)[]): string {
  const one = new Intl.PluralRules(language()).select(count) === 'one';
  return t(`${key}${one ? 'One' : 'Other'}`, formatNumber(count), ...values);
}

export const formatNumber = (value: number): string => new Intl.NumberFormat(language()).format(value);

/** A calendar day (`2026-11-24`) as the reader's language writes it. */
export const formatDay = (day: string): string => dayIn(language(), day, 'long');

/** BCP 47 language of the interface: the one that `_locales` has strings for, English otherwise. */
export const language = (): string => t('language');
