import { fold } from './normalise.ts';
import type { CaseRule, SurfaceForm } from './types.ts';

/** Word lists of the language that join a name to a longer mention, from the knowledge. */
export interface Grammar {
  /** Words that make a salt or ester of the name before them: `hydrochloride`. */
  readonly salts: readonly string[];
  /** Nouns that a class name may carry as an adjective: `agents`. */
  readonly heads: readonly string[];
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

/** The dictionary as it is shipped: JSON-serialisable, read by `openDictionary`. */
export interface PackedDictionary {
  readonly styles: readonly Style[];
  /** One line a drug: id, then its forms, tab-separated; a form may start with `\u0001` and its style's character. */
  readonly lines: string;
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

const NO_GRAMMAR: Grammar = { salts: [], heads: [], prefixes: [] };
const STYLE_MARK = '\u0001';
const STYLE_BASE = 0x30;
/** Names shorter than this are no evidence on an arbitrary page. */
const SHORT = 4;

const SALTED = new Set(['inn', 'usan', 'ban', 'synonym', 'translation', 'misspelling']);

function styleOf(form: SurfaceForm): Style {
  const short = fold(form.form).length < SHORT;
  const gate = form.gate === 'introduced' ? 'term' : form.gate === 'page' && short ? 'page-term' : form.gate;
  const role = form.drug === '' ? 'block' : form.kind === 'class' ? 'class' : SALTED.has(form.kind) ? 'name' : 'fixed';
  return { role, case: form.case, gate, cues: form.cues, anticues: form.anticues, endings: form.endings };
}

/**
 * Packs surface forms for shipping. A form whose `drug` is empty hides others inside it. Of forms that fold to the
 * same key the first wins.
 */
export function compileDictionary(forms: readonly SurfaceForm[], grammar: Grammar = NO_GRAMMAR): PackedDictionary {
  const styles: Style[] = [];
  const styleIds = new Map<string, number>();
  const lines = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const form of forms) {
    const style = styleOf(form);
    const key = style.gate.endsWith('term') ? STYLE_MARK + form.form : fold(form.form);
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    const id = JSON.stringify(style);
    let index = styleIds.get(id);
    if (index === undefined) {
      index = styles.push(style) - 1;
      styleIds.set(id, index);
    }
    const mark = index === 0 ? '' : STYLE_MARK + String.fromCharCode(STYLE_BASE + index);
    const line = lines.get(form.drug) ?? [];
    line.push(mark + form.form);
    lines.set(form.drug, line);
  }
  return {
    styles,
    lines: [...lines].map(([drug, list]) => [drug, ...list].join('\t')).join('\n'),
    grammar,
  };
}

/** Unpacks a dictionary for matching. */
export function openDictionary(packed: PackedDictionary): Dictionary {
  const entries: Entry[] = [];
  const terms = new Map<string, Entry>();
  for (const line of packed.lines.split('\n')) {
    const [drug = '', ...list] = line.split('\t');
    for (const item of list) {
      const styled = item.startsWith(STYLE_MARK);
      const style = packed.styles[styled ? item.charCodeAt(1) - STYLE_BASE : 0]!;
      const form = styled ? item.slice(2) : item;
      const entry: Entry = { ...style, key: fold(form), form, drug };
      if (style.gate === 'term' || style.gate === 'page-term') terms.set(form, entry);
      else entries.push(entry);
    }
  }
  entries.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { entries, shorter: linkShorter(entries), terms, grammar: packed.grammar };
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
