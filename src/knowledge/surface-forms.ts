/** The names of the knowledge as the recogniser looks for them: compiled when we build, and in the worker where packs add some. */
import { KEEPING, WEAK } from '../shared/recognise/context.ts';
import { compileDictionary, type Grammar, type PackedDictionary } from '../shared/recognise/dictionary.ts';
import { fold } from '../shared/recognise/normalise.ts';
import { chosenForms, type Recognition } from '../shared/recognise/strictness.ts';
import type { CaseRule, Gate, NameKind, SurfaceForm } from '../shared/recognise/types.ts';

/** `names[]` of an entry, as the schema has it; only what the recogniser needs. */
export interface NamedForm {
  readonly form: string;
  readonly kind: NameKind;
  readonly case?: CaseRule;
  readonly gate?: Gate;
  readonly endings?: readonly string[];
  readonly cues?: readonly string[];
  readonly anticues?: readonly string[];
  readonly lang?: string;
}

/** An entry of the knowledge; only what the recogniser needs. */
export interface NamedEntry {
  readonly id: string;
  readonly kind: 'drug' | 'combination' | 'class' | 'condition';
  readonly names: readonly NamedForm[];
  readonly neverMatch?: readonly string[];
}

/** `cues.json`. */
export interface CueFile {
  readonly lists: {
    readonly [name: string]: { readonly words: readonly string[]; readonly weak?: boolean; readonly keeps?: boolean };
  };
}

const ORDER = ['drug', 'combination', 'class', 'condition'];

/** Resolves names and word lists; look-alikes (`neverMatch`) become forms without a drug. */
export function surfaceForms(entries: readonly NamedEntry[], cues: CueFile): SurfaceForm[] {
  const words = (names: readonly string[] = []): string[] =>
    names.flatMap((name) => {
      const list: CueFile['lists'][string] = Object.hasOwn(cues.lists, name) ? cues.lists[name]! : { words: [name] };
      const mark = list.weak ? WEAK : list.keeps ? KEEPING : '';
      return list.words.map((word) => mark + word);
    });
  const forms: SurfaceForm[] = [];
  // A medicine of its own keeps its names from the classes that list it as a member.
  for (const entry of [...entries].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))) {
    for (const name of entry.names) {
      for (const form of spellings(bare(name.form), name.kind)) {
        forms.push({
          form,
          drug: entry.id,
          kind: name.kind,
          case: name.case ?? 'any',
          gate: name.gate ?? 'none',
          endings: (name.endings ?? []).map(fold),
          // A name in a list of medicines is no cue for itself.
          cues: words(name.cues).filter((word) => word !== form),
          anticues: words(name.anticues),
          ...(name.lang === undefined ? {} : { lang: name.lang }),
        });
      }
    }
  }
  // Last, so that a look-alike of one entry that is a name of another stays a name.
  for (const form of entries.flatMap(({ neverMatch = [] }) => neverMatch)) {
    forms.push({ form, drug: '', kind: 'synonym', case: 'any', gate: 'none', endings: [], cues: [], anticues: [] });
  }
  return forms;
}

/** The lists of `cues.json` that belong to no single name. */
export const GRAMMAR_LISTS: Readonly<Record<keyof Grammar, string>> = {
  salts: 'salts',
  saltPrefixes: 'salt-prefixes',
  heads: 'class-heads',
  modifiers: 'class-modifiers',
  effects: 'class-effects',
  effectsBefore: 'class-effects-before',
  effectsBeside: 'class-effects-beside',
  prefixes: 'chemical-prefixes',
};

/**
 * The knowledge's dictionary, packed for shipping. `recognition` leaves names out and gates them as the reader wants.
 */
export function packKnowledge(
  entries: readonly NamedEntry[],
  cues: CueFile,
  recognition: Recognition = { languages: 'all', strictness: 'normal' },
): PackedDictionary {
  const lists = Object.entries(GRAMMAR_LISTS).map(([part, name]) => [part, (cues.lists[name]?.words ?? []).map(fold)]);
  const grammar = Object.fromEntries(lists) as Grammar;
  return compileDictionary(chosenForms(surfaceForms(entries, cues), recognition), grammar);
}

/** A form, of a class's name its spellings with one hyphen for a space ("NMDA-receptor antagonist"), of a pair its other joint. */
function spellings(form: string, kind: NameKind): string[] {
  if (kind === 'combination' && form.includes('/')) return [form, form.replaceAll('/', '-')];
  if (kind !== 'class') return [form];
  return [form, ...[...form.matchAll(/ /g)].map(({ index }) => `${form.slice(0, index)}-${form.slice(index + 1)}`)];
}

/** Without a remark in brackets at the end: "glyburide (USAN)". */
function bare(form: string): string {
  return form.replace(/\s*\([^()]*\)$/, '') || form;
}
