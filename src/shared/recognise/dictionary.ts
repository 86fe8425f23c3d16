import { fold } from './normalise.ts';
import { openPrefilter, type PackedPrefilter, type Prefilter } from './prefilter.ts';
import { packSegments, SEGMENT_LENGTH, segmentAt } from './segment-tables.ts';
import { type Commonness, chooseSegments, commonLetters, hasSegment } from './segments.ts';
import type { CaseRule, SurfaceForm } from './types.ts';

/** Word lists of the language that join a name to a longer mention, from the knowledge. */
export interface Grammar {
  /** Words that make a salt or ester of the name before them: `hydrochloride`. */
  readonly salts: readonly string[];
  /** The same before a name: `chlorhydrate de`. */
  readonly saltPrefixes?: readonly string[];
  /** Nouns that a class name may carry as an adjective: `agents`. */
  readonly heads: readonly string[];
  /** Words before a class name that belong to the mention: `long-acting`. */
  readonly modifiers: readonly string[];
  /** Words, `*` at the end for any ending, that make a class name before them an adjective of an effect: `activity`. */
  readonly effects: readonly string[];
  /** Chemical prefixes that, with a hyphen, make another substance: `nor`. */
  readonly prefixes: readonly string[];
}

/** What many forms have in common. */
export interface Style {
  /** `name` takes salts, `class` takes heads, `block` is a look-alike that hides what stands inside it. */
  readonly role: 'name' | 'class' | 'fixed' | 'block';
  readonly case: CaseRule;
  /** `term` compares exactly and counts only when the page introduced it; `page-term` when the page names a medicine. */
  readonly gate: 'none' | 'context' | 'page' | 'term' | 'page-term';
  readonly cues: readonly string[];
  readonly anticues: readonly string[];
  readonly endings: readonly string[];
}

/** A style as shipped: role, case, gate, index of its cues, index of its anticues, endings joined by spaces. */
type PackedStyle = readonly [Style['role'], CaseRule, Style['gate'], number, number, string];

/** The dictionary as it is shipped: JSON-serialisable, read by `openDictionary`. */
export interface PackedDictionary {
  readonly styles: readonly PackedStyle[];
  /** Lists of words of the styles, each joined by `|`; the first is empty. */
  readonly lists: readonly string[];
  /**
   * One line a drug: id, then its forms, separated by `;`; a form may start with `~` and its style's character, and end
   * with `^` and what it folds to, where that is more than lower case.
   */
  readonly lines: string;
  /** Of the prefilter, see there. */
  readonly stride: number;
  readonly exact: readonly string[];
  /** Segments that are part of common words, each with words of which one stands near. */
  readonly companions: Readonly<Record<string, readonly string[]>>;
  readonly grammar: Grammar;
}

/** One form, ready to match. */
export interface Entry extends Style {
  readonly key: string;
  readonly form: string;
  readonly drug: string;
}

export interface Dictionary {
  /** Sorted by key; keys are unique. */
  readonly entries: readonly Entry[];
  /** For each entry the index of the longest other entry whose key begins this one's, or -1. */
  readonly shorter: Int32Array;
  /** Compared exactly, by spelling. */
  readonly terms: ReadonlyMap<string, Entry>;
  readonly grammar: Grammar;
}

const NO_GRAMMAR: Grammar = { salts: [], heads: [], modifiers: [], effects: [], prefixes: [] };
const STYLE_MARK = '~';
/** Marks in a form the place where its segment starts. */
const SEGMENT_MARK = '_';
/** One character a style; beyond these, letters after Latin. */
const STYLE_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const STYLE_BASE = 0x400;
const LINES = '|';
const FORMS = ';';
const KEY_MARK = '^';
/** No name has them: a form that does is left out. */
const RESERVED = /[~|;_^]/;

const SALTED = new Set(['inn', 'usan', 'ban', 'synonym', 'translation', 'misspelling']);

function styleOf(form: SurfaceForm): Style {
  const short = !isExact(form) && !hasSegment(form.form);
  const gate =
    form.gate === 'introduced' || (short && form.gate === 'context') ? 'term' : short ? 'page-term' : form.gate;
  const role = form.drug === '' ? 'block' : form.kind === 'class' ? 'class' : SALTED.has(form.kind) ? 'name' : 'fixed';
  return { role, case: form.case, gate, cues: form.cues, anticues: form.anticues, endings: form.endings };
}

/** Short and compared as written: looked for as such on every page. */
function isExact({ form, case: rule, gate }: { form: string; case: CaseRule; gate: string }): boolean {
  return rule === 'exact' && (gate === 'none' || gate === 'context') && /^[A-Za-z0-9]{3,4}$/.test(form);
}

function isTerm({ gate }: Style): boolean {
  return gate === 'term' || gate === 'page-term';
}

/**
 * Packs surface forms for shipping. A form whose `drug` is empty hides others inside it. Of forms that fold to the same
 * key the first wins. A form without a word of five letters cannot be looked for on every page, unless its case is
 * exact: it counts only where the page names a medicine of ours.
 */
export function compileDictionary(
  forms: readonly SurfaceForm[],
  grammar: Grammar = NO_GRAMMAR,
  commonness: Commonness = commonLetters,
): PackedDictionary {
  const chosen: { form: SurfaceForm; style: Style; text: string }[] = [];
  const seen = new Set<string>();
  for (const form of forms) {
    const style = styleOf(form);
    const key = isTerm(style) ? STYLE_MARK + form.form : fold(form.form);
    if (key === '' || seen.has(key) || RESERVED.test(form.form)) continue;
    seen.add(key);
    chosen.push({ form, style, text: form.form });
  }
  const exact = chosen.filter(({ form }) => isExact(form)).map(({ text }) => text);
  const { stride, companions } = markSegments(
    chosen.filter(({ form, style }) => !isExact(form) && !isTerm(style)),
    commonness,
  );
  const lists = numbered<string>(['']);
  const styles = numbered<PackedStyle>([]);
  const lines = new Map<string, string[]>();
  for (const { form, style, text } of chosen) {
    const { role, case: rule, gate, cues, anticues, endings } = style;
    const index = styles.of([
      role,
      rule,
      gate,
      lists.of(cues.join('|')),
      lists.of(anticues.join('|')),
      endings.join(' '),
    ]);
    const mark = index === 0 ? '' : STYLE_MARK + (STYLE_LETTERS[index] ?? String.fromCharCode(STYLE_BASE + index));
    const line = lines.get(form.drug) ?? [];
    const key = fold(form.form);
    line.push(mark + text + (key === form.form.toLowerCase() ? '' : KEY_MARK + key));
    lines.set(form.drug, line);
  }
  const packed = [...lines].map(([drug, list]) => [drug, ...list].join(FORMS)).join(LINES);
  return { styles: styles.all, lists: lists.all, lines: packed, stride, exact, companions, grammar };
}

/** Gives equal values one number. */
function numbered<T>(all: T[]): { readonly all: readonly T[]; of(value: T): number } {
  const numbers = new Map(all.map((value, number) => [JSON.stringify(value), number]));
  return {
    all,
    of(value) {
      const id = JSON.stringify(value);
      const number = numbers.get(id) ?? all.push(value) - 1;
      numbers.set(id, number);
      return number;
    },
  };
}

/** Puts the segments' marks into the forms. Look-alikes need none. */
function markSegments(
  chosen: { style: Style; text: string }[],
  commonness: Commonness,
): Pick<PackedDictionary, 'stride' | 'companions'> {
  const sought = chosen.filter(({ style }) => style.role !== 'block');
  const { places, stride, companions } = chooseSegments(
    sought.map(({ text }) => text),
    commonness,
  );
  for (const { form, index } of [...places].sort((a, b) => b.index - a.index)) {
    const item = sought[form]!;
    item.text = item.text.slice(0, index) + SEGMENT_MARK + item.text.slice(index);
  }
  return { stride, companions };
}

/** Takes the prefilter out of a dictionary. */
export function packPrefilter({ lines, stride, exact, companions }: PackedDictionary): PackedPrefilter {
  const segments: string[] = [];
  for (let at = lines.indexOf(SEGMENT_MARK); at >= 0; at = lines.indexOf(SEGMENT_MARK, at + 1)) {
    segments.push(segmentAt(lines.slice(at + 1, at + 2 * SEGMENT_LENGTH).replaceAll(SEGMENT_MARK, ''), 0));
  }
  return { segments: packSegments(segments, companions), stride, exact };
}

/** The prefilter of a packed dictionary. */
export function openPackedPrefilter(packed: PackedDictionary): Prefilter {
  return openPrefilter(packPrefilter(packed));
}

/** Unpacks a dictionary for matching. */
export function openDictionary(packed: PackedDictionary): Dictionary {
  const terms = new Map<string, Entry>();
  const lists = packed.lists.map((list) => (list === '' ? [] : list.split('|')));
  const styles = packed.styles.map(
    ([role, rule, gate, cues, anticues, endings]): Style => ({
      role,
      case: rule,
      gate,
      cues: lists[cues]!,
      anticues: lists[anticues]!,
      endings: endings === '' ? [] : endings.split(' '),
    }),
  );
  const byKey = new Map<string, Entry>();
  for (const line of packed.lines.split(LINES)) {
    const items = line.split(FORMS);
    const drug = items[0]!;
    for (let k = 1; k < items.length; k++) {
      const item = items[k]!;
      const styled = item.startsWith(STYLE_MARK);
      const { role, case: rule, gate, cues, anticues, endings } = styles[styled ? styleNumber(item) : 0]!;
      const text = (styled ? item.slice(2) : item).replaceAll(SEGMENT_MARK, '');
      const keyAt = text.indexOf(KEY_MARK);
      const form = keyAt < 0 ? text : text.slice(0, keyAt);
      // Folding hundreds of names would take longer than reading the page.
      const key = keyAt < 0 ? form.toLowerCase() : text.slice(keyAt + 1);
      // Spelt out: spreading a style costs more than all the rest.
      const entry: Entry = { role, case: rule, gate, cues, anticues, endings, key, form, drug };
      if (gate === 'term' || gate === 'page-term') terms.set(form, entry);
      else byKey.set(key, entry);
    }
  }
  const entries = [...byKey.keys()].sort().map((key) => byKey.get(key)!);
  return { entries, shorter: linkShorter(entries), terms, grammar: packed.grammar };
}

function styleNumber(item: string): number {
  const letter = STYLE_LETTERS.indexOf(item[1]!);
  return letter >= 0 ? letter : item.charCodeAt(1) - STYLE_BASE;
}

function linkShorter(entries: readonly Entry[]): Int32Array {
  const links = new Int32Array(entries.length);
  const open: number[] = [];
  for (let i = 0; i < entries.length; i++) {
    while (open.length > 0 && !entries[i]!.key.startsWith(entries[open.at(-1)!]!.key)) open.pop();
    links[i] = open.at(-1) ?? -1;
    open.push(i);
  }
  return links;
}
