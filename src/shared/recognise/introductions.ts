/** Short names that a text gives to medicines: "dextromethorphan (DXM)". */
import type { Dictionary } from './dictionary.ts';
import { fold } from './normalise.ts';
import type { Introduction, Span } from './types.ts';

const TERM = '["“‘\']?([^()[\\],;:/="“”‘’\'\\s]{2,10})["”’\']?';
/** What a bracket right after a name says, its first words if it is long; the name may stand inside the bracket. */
const AFTER = /^\s?(?:[([]([^()[\]]{2,40})|[,;=]\s?([^()[\]]{2,40})[)\]])(?![\p{L}\p{N}])/u;
/** A short name of the dictionary that follows in the sentence: "dextromethorphan, or DXM". */
const SAME = new RegExp(
  `^,? (?:or|aka|a\\.k\\.a\\.|also (?:known as|called)|abbreviated(?: as| to)?|,) ?${TERM}`,
  'iu',
);
/** A short name right before a bracket that opens with the full name, or before "=" and the full name. */
const BEFORE = new RegExp(`${TERM}\\s?[([=]\\s?$`, 'u');
const REACH = 48;

/**
 * Short names that the text gives to medicines: a form of the dictionary that waits for it, or any abbreviation whose
 * letters run through the full name (the test of Schwartz and Hearst, Pac Symp Biocomput 2003: 451-62).
 */
export function introductions(dictionary: Dictionary, raw: string, spans: readonly Span[]): Introduction[] {
  const found: Introduction[] = [];
  const take = (span: Span, term: string | undefined, known: boolean): void => {
    if (term === undefined) return;
    const entry = dictionary.terms.get(term) ?? dictionary.terms.get(term.replace(/s$/, ''));
    const isMeant = entry
      ? entry.drug === span.drug
      : !known && abbreviates(term, fold(span.text)) && !isPart(dictionary, term, span);
    if (!isMeant) return;
    // The plural of an abbreviation introduces its singular.
    const singular = term.replace(/(?<=\p{Lu})s$/u, '');
    found.push({ term: singular, drug: span.drug, form: entry?.form ?? singular });
  };
  for (const span of spans) {
    if (span.gate !== 'none' || span.drug === '') continue;
    const after = raw.slice(span.end, span.end + REACH);
    const inside = AFTER.exec(after);
    const terms = (inside?.[1] ?? inside?.[2])?.split(/\s*(?:[,;:/=]|\bor\b)\s*/u) ?? [];
    for (const term of terms) take(span, term.replace(/^["“‘']|["”’']$/gu, ''), false);
    take(span, SAME.exec(after)?.[1], true);
    take(span, BEFORE.exec(raw.slice(Math.max(0, span.start - REACH), span.start))?.[1], false);
  }
  return found;
}

/** Whether a term is a word inside longer names of the same drug: "NMDA" stands for the receptor, not for its antagonists. */
function isPart({ entries }: Dictionary, term: string, { drug }: Span): boolean {
  const word = fold(term);
  return entries.some((entry) => entry.drug === drug && entry.key.startsWith(`${word} `));
}

/** Whether `term` looks like an abbreviation and its letters run through the folded `name` in order, from the first. */
function abbreviates(term: string, name: string): boolean {
  if (!/^\p{L}[\p{L}\p{N}-]{1,7}$/u.test(term) || !/\p{Lu}.*\p{Lu}/u.test(term)) return false;
  const letters = term.replace(/s$|[^\p{L}]/gu, '').toLowerCase();
  if (letters.length < 2 || letters[0] !== name[0] || letters.length * 2 > name.length) return false;
  let at = -1;
  for (const letter of letters) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
