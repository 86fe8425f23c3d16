import { continuesWord, isWord } from './characters.ts';
import { hasManyWords, hasWord, neighbourhood } from './context.ts';
import { type Dictionary, openDictionary, type PackedDictionary } from './dictionary.ts';
import { complete } from './grammar.ts';
import { introductions } from './introductions.ts';
import { type Hit, matchAcrossBrackets, matchAll } from './matcher.ts';
import { isHyphenated, LINE_LENGTH, type Normalised, normalise } from './normalise.ts';
import { packPrefilter } from './pack-prefilter.ts';
import { openPrefilter, type Prefilter } from './prefilter.ts';
import type { Analysis, Introduction, Mention, PageState, Recogniser, Span } from './types.ts';

/**
 * Opens a packed dictionary as a recogniser. The dictionary is unpacked at the first text that needs it.
 *
 * @param ready its prefilter, where that is open already
 */
export function createRecogniser(packed: PackedDictionary, ready?: Prefilter): Recogniser {
  let prefilter = ready;
  let opened: Dictionary | undefined;
  const dictionary = (): Dictionary => {
    opened ??= openDictionary(packed);
    return opened;
  };
  const recogniser: Recogniser = {
    open: dictionary,
    prefilter: (text, from = 0) => {
      prefilter ??= openPrefilter(packPrefilter(dictionary()));
      return prefilter(text, from);
    },
    termFinder,
    analyse: (text, state) => analyse(dictionary(), text, state),
    createPageState,
    learn,
    settle,
    find: (text) => {
      const state = createPageState();
      const first = analyse(dictionary(), text, state);
      const news = learn(state, first);
      return settle(news.length > 0 ? analyse(dictionary(), text, state) : first, state);
    },
  };
  return recogniser;
}

/** How far an address is followed from a name inside it. */
const ADDRESS_REACH = 80;
const LEFT_OF_TOKEN = /[^\s()[\]<>{}"“”«»,;、。，（）「」]*$/u;
const RIGHT_OF_TOKEN = /^[^\s()[\]<>{}"“”«»,;、。，（）「」]*/u;
/** A scheme, an account, a path, or a name with the ending of a site or a file; endings that are words are left out. */
const ADDRESS =
  /:\/\/|@[a-z]|\\|^www\.|^doi:|^\.{0,2}\/|^[ru]\/|\.(?:com|org|net|gov|edu|info|co|eu|uk|de|fr|ch|io|php|html?|pdf|docx?|xlsx?|pptx?|csv|tsv|txt|json|xml|png|jpe?g|gif|svg|webp|js|ts|py|zip)(?![\p{L}\p{N}])/u;

function createPageState(): PageState {
  return { drugs: new Set(), terms: new Map() };
}

/** A text is asked again and again from later places: where each term stands next is remembered. */
function termFinder(terms: Iterable<string>): (text: string, from?: number) => number {
  const list = [...terms];
  const places = list.map(() => -1);
  let asked = '';
  let since = 0;
  return (text, from = 0) => {
    const again = text === asked && from >= since;
    asked = text;
    since = from;
    let first = -1;
    list.forEach((term, k) => {
      if (!again || (places[k]! >= 0 && places[k]! < from)) places[k] = text.indexOf(term, from);
      const at = places[k]!;
      if (at >= 0 && (first < 0 || at < first)) first = at;
    });
    return first;
  };
}

function analyse(dictionary: Dictionary, raw: string, state?: PageState): Analysis {
  const spans = read(dictionary, raw, normalise(raw));
  if (raw.length > LINE_LENGTH && isHyphenated(raw)) {
    // A second reading joins what line ends cut; of it only the names count that were cut.
    for (const span of read(dictionary, raw, normalise(raw, true))) {
      if (isHyphenated(span.text)) spans.push(span);
    }
  }
  const introduced = introductions(dictionary, raw, spans);
  const terms = new Map<string, Introduction>(state?.terms);
  for (const introduction of introduced) terms.set(introduction.term, introduction);
  for (const term of terms.values()) addTerm(raw, term, spans);
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return { spans, introductions: introduced };
}

/** The dictionary's forms in one reading of the text, with case and context decided. */
function read(dictionary: Dictionary, raw: string, folded: Normalised): Span[] {
  const hits: Hit[] = [];
  for (const hit of [...matchAll(dictionary, folded.text), ...matchAcrossBrackets(dictionary, folded.text)]) {
    if (!fits(dictionary, raw, folded, hit)) continue;
    const whole = complete(dictionary.grammar, folded.text, hit);
    if (whole) hits.push(whole);
  }
  return inContext(folded.text, hits).map((hit) => toSpan(raw, folded, hit));
}

function toSpan(raw: string, folded: Normalised, { start, end, entry }: Hit): Span {
  const from = folded.starts[start]!;
  const to = folded.ends[end - 1]!;
  return {
    start: from,
    end: to,
    text: raw.slice(from, to),
    drug: entry.drug,
    form: entry.form,
    gate: entry.gate === 'page' ? 'page' : 'none',
  };
}

/** Case, and whether the surroundings make it part of an address or of another substance. */
function fits(dictionary: Dictionary, raw: string, folded: Normalised, { start, end, entry }: Hit): boolean {
  const written = raw.slice(folded.starts[start]!, folded.ends[end - 1]!);
  if (entry.case === 'exact' && !written.startsWith(entry.form)) return false;
  if (entry.case === 'initial' && written !== written.toUpperCase() && !/^\P{Ll}/u.test(written)) return false;
  if (folded.text[start - 1] === '-' && hasPrefix(dictionary.grammar.prefixes, folded.text, start - 1)) return false;
  return !inAddress(folded.text, start, end);
}

function hasPrefix(prefixes: readonly string[], text: string, dash: number): boolean {
  let from = dash;
  while (from > 0 && isWord(text.charCodeAt(from - 1))) from--;
  return prefixes.includes(text.slice(from, dash));
}

/** Whether a name is a part of an address, a path, a file's name or an identifier of a program. */
function inAddress(text: string, start: number, end: number): boolean {
  const before = LEFT_OF_TOKEN.exec(text.slice(Math.max(0, start - ADDRESS_REACH), start))![0];
  const after = RIGHT_OF_TOKEN.exec(text.slice(end, end + ADDRESS_REACH))![0];
  return (
    ADDRESS.test(before + text.slice(start, end) + after) ||
    /[\p{L}\d]=$|\p{L}_$/u.test(before) ||
    /^_\p{L}/u.test(after)
  );
}

/**
 * The hits that the words around them make medicines. An ambiguous one counts beside a cue, in a paragraph with many, or
 * beside another name that counts.
 */
function inContext(text: string, hits: readonly Hit[]): Hit[] {
  const open = hits.filter(({ start, end, entry }) => !hasWord(entry.anticues, text, start, end));
  const sure = open.filter(
    ({ start, end, entry: { gate, cues } }) =>
      gate !== 'context' || hasWord(cues, text, start, end) || hasManyWords(cues, text, start, end),
  );
  if (sure.length === open.length) return open;
  const counts = new Set(sure);
  const names = sure.filter(({ entry: { gate, role } }) => (gate === 'none' || gate === 'context') && role !== 'block');
  return open.filter((hit) => {
    if (counts.has(hit)) return true;
    const [from, to] = neighbourhood(text, hit.start, hit.end);
    return names.some(({ start, end }) => start >= from && end <= to);
  });
}

function addTerm(raw: string, { term, drug, form }: Introduction, spans: Span[]): void {
  for (let at = raw.indexOf(term); at >= 0; at = raw.indexOf(term, at + term.length)) {
    let end = at + term.length;
    if (raw[end] === 's') end++;
    if (continuesWord(raw, at) || (end < raw.length && continuesWord(raw, end))) continue;
    spans.push({ start: at, end, text: raw.slice(at, end), drug, form, gate: 'none' });
  }
}

function learn(state: PageState, analysis: Analysis): readonly string[] {
  const news: string[] = [];
  const put = (introduction: Introduction): void => {
    if (state.terms.has(introduction.term)) return;
    state.terms.set(introduction.term, introduction);
    news.push(introduction.term);
  };
  for (const span of analysis.spans) if (span.gate === 'none' && span.drug !== '') state.drugs.add(span.drug);
  analysis.introductions.forEach(put);
  return news;
}

function settle(analysis: Analysis, state: PageState): Mention[] {
  const mentions: Mention[] = [];
  let end = 0;
  for (const span of analysis.spans) {
    if (span.start < end || (span.gate === 'page' && state.drugs.size === 0)) continue;
    end = span.end;
    if (span.drug !== '') mentions.push({ start: span.start, end, text: span.text, drug: span.drug, form: span.form });
  }
  return mentions;
}
