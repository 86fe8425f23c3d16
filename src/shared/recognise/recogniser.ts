/** Finds mentions in text: prefilter, matcher, grammar and context, put together. */
import { continuesWord } from './characters.ts';
import { hasManyWords, hasWord, neighbourhood, REACH, WEAK } from './context.ts';
import { type Dictionary, type Grammar, openDictionary, type PackedDictionary } from './dictionary.ts';
import { complete } from './grammar.ts';
import { introductions } from './introductions.ts';
import { type Hit, matchAcrossBrackets, matchAll, seamsOf } from './matcher.ts';
import { isHyphenated, type Normalised, normalise } from './normalise.ts';
import { packPrefilter } from './pack-prefilter.ts';
import { openPrefilter, type Prefilter } from './prefilter.ts';
import { hasChemicalPrefix, hasChemicalSuffix, inAddress, inReceptorName } from './surroundings.ts';
import type { Analysis, Introduction, Mention, PageState, Span } from './types.ts';

/** Finds the dictionary's forms in text. Pure: equal inputs give equal results. */
export type Recogniser = ReturnType<typeof createRecogniser>;

/**
 * Opens a packed dictionary as a recogniser. The dictionary is unpacked at the first text that needs it.
 *
 * @param ready its prefilter, where that is open already
 */
export function createRecogniser(packed: PackedDictionary, ready?: Prefilter) {
  let prefilter = ready;
  let opened: Dictionary | undefined;
  const dictionary = (): Dictionary => {
    opened ??= openDictionary(packed);
    return opened;
  };
  return {
    /** Unpacks the dictionary now, which takes some milliseconds, rather than at the first text that needs it. */
    open: dictionary,
    /**
     * Over raw text of any size, block structure unknown: an index at or after `from` inside the first possible
     * mention (a block that holds no such index has no mention by `analyse`, page terms apart), or -1.
     * False alarms are rare, misses impossible.
     */
    prefilter(text: string, from = 0): number {
      prefilter ??= openPrefilter(packPrefilter(dictionary()));
      return prefilter(text, from);
    },
    termFinder,
    /** Everything in the text of one block. Terms of `state` are looked for as well. */
    analyse: (text: string, state?: PageState) => analyse(dictionary(), text, state),
    createPageState,
    learn,
    settle,
    /** Analyse, learn and settle one text that is a whole page. */
    find(text: string): Mention[] {
      const state = createPageState();
      const first = analyse(dictionary(), text, state);
      const news = learn(state, first);
      return settle(news.length > 0 ? analyse(dictionary(), text, state) : first, state);
    },
  };
}

function createPageState(): PageState {
  return { drugs: new Set(), forms: new Set(), terms: new Map() };
}

/**
 * The prefilter's question for `terms`, the exact short names that `learn` returned. A text is asked again and again from
 * later places: where each term stands next is remembered.
 */
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
  if (isHyphenated(raw)) {
    // A second reading joins what line ends cut; of it only the names count that were cut.
    for (const span of read(dictionary, raw, normalise(raw, true))) {
      if (isHyphenated(span.text)) spans.push(span);
    }
  }
  const introduced = introductions(dictionary, raw, spans);
  const terms = new Map([...(state?.terms ?? []), ...introduced.map((one) => [one.term, one] as const)]);
  for (const term of terms.values()) addTerm(dictionary, raw, term, spans);
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return { spans, introductions: introduced };
}

/** The dictionary's forms in one reading of the text, with case and context decided. */
function read(dictionary: Dictionary, raw: string, folded: Normalised): Span[] {
  const hits: Hit[] = [];
  const seams = seamsOf(raw);
  const isSeam = (index: number) => seams.has(folded.starts[index]!);
  for (const hit of [...matchAll(dictionary, folded.text, isSeam), ...matchAcrossBrackets(dictionary, folded.text)]) {
    if (!fits(dictionary, raw, folded, hit)) continue;
    const whole = complete(dictionary.grammar, folded.text, hit);
    if (whole && !isAnother(folded.text, whole)) hits.push(whole);
  }
  return inContext(folded.text, outsideBlocks(hits)).map(([hit, gate]) => toSpan(raw, folded, hit, gate));
}

/** Without what stands inside a look-alike: that it is no mention must say nothing about the page either. */
function outsideBlocks(hits: Hit[]): Hit[] {
  let hidden = 0;
  return hits
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ end, entry: { role } }) => {
      if (role !== 'block') return end > hidden;
      hidden = Math.max(hidden, end);
      return true;
    });
}

function toSpan(raw: string, folded: Normalised, { start, end, entry }: Hit, gate: Span['gate']): Span {
  const from = folded.starts[start]!;
  const to = folded.ends[end - 1]!;
  return { start: from, end: to, text: raw.slice(from, to), drug: entry.drug, form: entry.form, gate };
}

/** Case, and whether it is a part of an address, of another substance or of a receptor's name. */
function fits(dictionary: Dictionary, raw: string, folded: Normalised, { start, end, entry }: Hit): boolean {
  const [from, to] = [folded.starts[start]!, folded.ends[end - 1]!];
  const written = raw.slice(from, to);
  if (entry.case === 'exact' && !written.startsWith(entry.form)) return false;
  if (entry.case === 'initial' && written !== written.toUpperCase() && !/^\P{Ll}/u.test(written)) return false;
  return !(isPart(dictionary.grammar, folded.text, start, end) || inAddress(raw, from, to));
}

/** Whether it is a part of another substance's name or of a receptor's. */
function isPart({ prefixes }: Grammar, text: string, start: number, end: number): boolean {
  return hasChemicalPrefix(prefixes, text, start, end) || inReceptorName(text, start, end);
}

/** Whether what follows makes it another substance. Behind a class name, words are dealt with; see `complete`. */
function isAnother(text: string, { end, entry: { role } }: Hit): boolean {
  if (role === 'block' || (role === 'class' && /^(?: |-like)/.test(text.slice(end, end + 5)))) return false;
  return hasChemicalSuffix(text, end);
}

/**
 * What the hits still need to count. An ambiguous one needs nothing beside a cue, in a paragraph with many, or beside
 * another name that counts. Elsewhere the page decides: the name of a substance counts where the page has it as a
 * medicine somewhere, a short or a brand name where the page names its drug. In a paragraph with many words of another
 * matter none is left but beside a word that keeps it, and what counts there says nothing about the rest of the page.
 */
function inContext(text: string, hits: readonly Hit[]): (readonly [Hit, Span['gate']])[] {
  const isOther = ({ start, end, entry: { anticues } }: Hit) =>
    anticues.some((word) => word.startsWith(WEAK)) && hasManyWords(anticues, text, start, end);
  const isPlain = ({ start, end, entry }: Hit) => !hasWord(entry.anticues, text, start, end);
  const hasCue = ({ start, end, entry: { cues } }: Hit) =>
    hasWord(cues, text, start, end) || hasManyWords(cues, text, start, end);
  const others = new Set(hits.filter(isOther));
  const sure = new Set(hits.filter((hit) => isPlain(hit) && (hit.entry.gate !== 'context' || hasCue(hit))));
  const names = [...sure].filter((hit) => !others.has(hit) && hit.entry.gate !== 'page' && hit.entry.role !== 'block');
  const besideName = ({ start, end, entry: { drug } }: Hit, ofIts = true) => {
    const around = neighbourhood(text, start, end);
    return names.some((name) => {
      // Another name of the same substance says only where it is near what this one means.
      const isIts = name.entry.drug === drug;
      const [from, to] = isIts ? [start - REACH, end + REACH] : around;
      return (ofIts || !isIts) && name.start >= from && name.end <= to;
    });
  };
  const isKept = (hit: Hit) => hasWord(hit.entry.cues, text, hit.start, hit.end, 'keeping') || besideName(hit, false);
  return hits.flatMap((hit): (readonly [Hit, Span['gate']])[] => {
    const { gate, role } = hit.entry;
    const none = others.has(hit) ? 'here' : 'none';
    if (none === 'here' && !isKept(hit)) return [];
    if (sure.has(hit)) return [[hit, gate === 'page' ? 'page' : none]];
    const plain = isPlain(hit);
    if (plain && besideName(hit)) return [[hit, none]];
    if (role === 'name') return [[hit, 'form']];
    return plain ? [[hit, role === 'class' ? 'form' : 'drug']] : [];
  });
}

function addTerm({ grammar }: Dictionary, raw: string, { term, drug, form }: Introduction, spans: Span[]): void {
  const lower = raw.toLowerCase();
  for (let at = raw.indexOf(term); at >= 0; at = raw.indexOf(term, at + term.length)) {
    let end = at + term.length;
    if (raw[end] === 's') end++;
    if (continuesWord(raw, at) || (end < raw.length && continuesWord(raw, end))) continue;
    if (isPart(grammar, lower, at, end) || hasChemicalSuffix(lower, end)) continue;
    spans.push({ start: at, end, text: raw.slice(at, end), drug, form, gate: 'none' });
  }
}

/**
 * Adds what an analysis shows. Returns the short names that came into force by it: blocks that contain one
 * (`termFinder`) have to be analysed again with the state, and earlier analyses settled again.
 */
function learn(state: PageState, { spans, introductions: introduced }: Analysis): readonly string[] {
  for (const { gate, drug, form } of spans) {
    if (gate !== 'none' || drug === '') continue;
    state.drugs.add(drug);
    state.forms.add(form);
  }
  const news: string[] = [];
  for (const introduction of introduced) {
    if (state.terms.has(introduction.term)) continue;
    state.terms.set(introduction.term, introduction);
    news.push(introduction.term);
  }
  return news;
}

/** The mentions of an analysis under a state: gates applied, leftmost-longest, in order, disjoint. */
function settle(analysis: Analysis, state: PageState): Mention[] {
  const mentions: Mention[] = [];
  let end = 0;
  for (const span of analysis.spans) {
    if (span.start < end || !counts(span, state)) continue;
    end = span.end;
    if (span.drug !== '') mentions.push({ start: span.start, end, text: span.text, drug: span.drug, form: span.form });
  }
  return mentions;
}

function counts({ gate, drug, form }: Span, state: PageState): boolean {
  if (gate === 'page') return state.drugs.size > 0;
  if (gate === 'drug') return state.drugs.has(drug);
  return gate !== 'form' || state.forms.has(form);
}
