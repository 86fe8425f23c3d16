import type { Dictionary } from './dictionary.ts';
import { fold } from './normalise.ts';
import type { Introduction, Span } from './types.ts';

/** A bracket right after a name: its content up to a separator. */
const AFTER = /^\s?[([]\s?([^()[\];,:\s]{2,10})\s?[)\];,:]/u;
/** A short name right before a bracket that opens with the full name. */
const BEFORE = /([^()[\];,:\s]{2,10})\s?[([]\s?$/u;

/**
 * Short names that the text gives to medicines: a form of the dictionary that waits for it, or any abbreviation whose
 * letters run through the full name (the test of Schwartz and Hearst, Pac Symp Biocomput 2003: 451-62).
 */
export function introductions(dictionary: Dictionary, raw: string, spans: readonly Span[]): Introduction[] {
  const found: Introduction[] = [];
  for (const span of spans) {
    if (span.gate !== 'none') continue;
    const after = AFTER.exec(raw.slice(span.end, span.end + 16))?.[1];
    const before = BEFORE.exec(raw.slice(Math.max(0, span.start - 16), span.start))?.[1];
    for (const term of [after, before]) {
      if (term === undefined) continue;
      const entry = dictionary.terms.get(term) ?? dictionary.terms.get(term.replace(/s$/, ''));
      if (entry ? entry.drug === span.drug : abbreviates(term, fold(span.text))) {
        found.push({ term, drug: span.drug, form: entry?.form ?? term });
      }
    }
  }
  return found;
}

/** Whether `term` looks like an abbreviation and its letters run through the folded `name` in order, from the first. */
export function abbreviates(term: string, name: string): boolean {
  if (!/^\p{L}[\p{L}\p{N}-]{1,7}$/u.test(term) || !/\p{Lu}.*\p{Lu}/u.test(term)) return false;
  const letters = term.replace(/s$|[^\p{L}]/gu, '').toLowerCase();
  const full = name;
  if (letters.length < 2 || letters[0] !== full[0] || letters.length * 2 > full.length) return false;
  let at = -1;
  for (const letter of letters) {
    at = full.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
