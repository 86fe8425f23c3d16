/**
 * The dictionary: all forms of names, with what decides whether they count, as they are shipped and as they are
 * matched. Forms with the same rules share a style (`Style` in `types.ts`) and name it by its number, if it is not the
 * first.
 *
 *     \tmemantine            the forms of a drug follow its id
 *     memantine              a form in the first style
 *     Namenda\t3             one in another style
 *     mémantine\t2\tmemantine  one that folds to more than its lower case
 */
import { remembering } from '../remembering.ts';
import { fold } from './normalise.ts';
import type { Style, SurfaceForm } from './types.ts';

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
  /** The same where the noun comes first: `effetti`. */
  readonly effectsBefore?: readonly string[];
  /** Effects that make one of a class name beside them in a list: `sedation`. */
  readonly effectsBeside?: readonly string[];
  /** Chemical prefixes that, with a hyphen, make another substance: `nor`. */
  readonly prefixes: readonly string[];
}

/** A style as shipped: role, case, gate, index of its cues, index of its anticues, endings joined by spaces. */
type PackedStyle = readonly [Style['role'], Style['case'], Style['gate'], number, number, string];

/** The dictionary as it is shipped: JSON-serialisable, read by `openDictionary`. */
export interface PackedDictionary {
  readonly styles: readonly PackedStyle[];
  /** Lists of words of the styles, each joined by `|`; the first is empty. */
  readonly lists: readonly string[];
  /** Drugs and forms, see above. */
  readonly lines: string;
  readonly grammar: Grammar;
}

/** One form, ready to match. */
export interface Entry extends Omit<SurfaceForm, 'lang'> {
  /** Folded. */
  readonly key: string;
}

export interface Dictionary {
  /** Sorted by key; keys are unique. */
  readonly entries: readonly Entry[];
  /** For each entry the index of the longest other entry whose key begins this one's, or -1. */
  readonly shorter: Int32Array;
  /** Short names that count where the page introduces them, by their exact spelling. */
  readonly terms: ReadonlyMap<string, Entry>;
  readonly grammar: Grammar;
}

const NO_GRAMMAR: Grammar = { salts: [], heads: [], modifiers: [], effects: [], prefixes: [] };
const LINES = '\n';
const FIELDS = '\t';

/**
 * Packs surface forms for shipping. A form whose `drug` is empty hides others inside it. Of forms that fold to the same
 * key the first wins; a drug's later ones add their endings, for a name that languages share is declined in each of them.
 */
export function compileDictionary(forms: readonly SurfaceForm[], grammar: Grammar = NO_GRAMMAR): PackedDictionary {
  const lists = numbered<string>();
  lists.of('');
  const styles = numbered<PackedStyle>();
  const lines = new Map<string, string[]>();
  for (const { form, key, drug, role, case: rule, gate, cues, anticues, endings } of distinct(forms)) {
    const [cue, anticue] = [lists.of(cues.join('|')), lists.of(anticues.join('|'))];
    const index = styles.of([role, rule, gate, cue, anticue, endings.join(' ')]);
    const fields = [form, index === 0 ? '' : String(index), key === form.toLowerCase() ? '' : key];
    const line = lines.get(drug) ?? [FIELDS + drug];
    line.push(fields.join(FIELDS).trimEnd());
    lines.set(drug, line);
  }
  return { styles: styles.all, lists: lists.all, lines: [...lines.values()].flat().join(LINES), grammar };
}

/** The forms that differ, in their order; short names that a page introduces differ by their spelling, others by their key. */
function distinct(forms: readonly SurfaceForm[]): Iterable<Entry> {
  const entries = new Map<string, Entry>();
  for (const surface of forms) {
    const form = surface.form.trim().replace(/\s+/g, ' ');
    const key = fold(form);
    if (key === '') continue;
    const own = surface.gate === 'introduced' ? FIELDS + form : key;
    const first = entries.get(own);
    if (!first) entries.set(own, { ...surface, form, key });
    else if (first.drug === surface.drug)
      entries.set(own, { ...first, endings: [...new Set([...first.endings, ...surface.endings])] });
  }
  return entries.values();
}

/** Gives equal values one number. */
function numbered<T>(): { readonly all: readonly T[]; of(value: T): number } {
  const all: T[] = [];
  const numberOf = remembering((id: string) => all.push(JSON.parse(id) as T) - 1);
  return { all, of: (value) => numberOf(JSON.stringify(value)) };
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
  let drug = '';
  for (const line of packed.lines.split(LINES)) {
    const [form = '', style = '', spelt = ''] = line.split(FIELDS);
    if (form === '') {
      drug = style;
      continue;
    }
    const { role, case: rule, gate, cues, anticues, endings } = styles[Number(style)]!;
    // Folding hundreds of names would take longer than reading the page.
    const key = spelt === '' ? form.toLowerCase() : spelt;
    // Spelt out: spreading a style costs more than all the rest.
    const entry: Entry = { role, case: rule, gate, cues, anticues, endings, key, form, drug };
    if (gate === 'introduced') terms.set(form, entry);
    else byKey.set(key, entry);
  }
  const entries = [...byKey.keys()].sort().map((key) => byKey.get(key)!);
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
