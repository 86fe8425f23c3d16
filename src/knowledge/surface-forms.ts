/**
 * The names of the knowledge as the recogniser looks for them: compiled when we build, and in the worker where packs
 * add some.
 */
import { KEEPING, WEAK } from '../shared/recognise/context.ts';
import { compileDictionary, type Grammar, type PackedDictionary } from '../shared/recognise/dictionary.ts';
import { fold } from '../shared/recognise/normalise.ts';
import { chosenForms, type Recognition } from '../shared/recognise/strictness.ts';
import type { SurfaceForm } from '../shared/recognise/types.ts';
import type { Cues, Entry, Name } from './types.ts';

/** An entry of the knowledge; only what the recogniser needs. */
export type NamedEntry = Pick<Entry, 'id' | 'kind' | 'neverMatch'> & { readonly names: readonly Name[] };

/** `cues.json`. */
type CueFile = Pick<Cues, 'lists'>;

const ORDER = ['drug', 'combination', 'class', 'condition'];
/** Kinds of names that a salt may follow. */
const SALTED: ReadonlySet<Name['kind']> = new Set(['inn', 'usan', 'ban', 'synonym', 'translation', 'misspelling']);

/** Resolves names and word lists; look-alikes (`neverMatch`) become forms without a drug. */
export function surfaceForms(entries: readonly NamedEntry[], cues: CueFile): SurfaceForm[] {
  const words = (names: readonly string[] = []): string[] =>
    names.flatMap((name) => {
      const list = Object.hasOwn(cues.lists, name) ? cues.lists[name] : undefined;
      const mark = list?.weak ? WEAK : list?.keeps ? KEEPING : '';
      return (list?.words ?? [name]).map((word) => mark + word);
    });
  const forms: SurfaceForm[] = [];
  // A medicine of its own keeps its names from the classes that list it as a member.
  for (const entry of [...entries].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))) {
    for (const name of entry.names) {
      for (const form of spellings(bare(name.form), name.kind)) {
        forms.push({
          form,
          drug: entry.id,
          role: name.kind === 'class' ? 'class' : SALTED.has(name.kind) ? 'name' : 'fixed',
          case: name.case ?? 'any',
          gate: name.gate ?? 'none',
          endings: (name.endings ?? []).map(fold),
          // A name in a list of medicines is no cue for itself.
          cues: words(name.cues).filter((word) => word !== form),
          anticues: words(name.anticues),
          lang: name.lang,
        });
      }
    }
  }
  // Last, so that a look-alike of one entry that is a name of another stays a name.
  for (const form of entries.flatMap(({ neverMatch = [] }) => neverMatch)) {
    forms.push({ form, drug: '', role: 'block', case: 'any', gate: 'none', endings: [], cues: [], anticues: [] });
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

/** The knowledge's dictionary, packed for shipping. `recognition` leaves names out and gates them as the reader wants. */
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
function spellings(form: string, kind: Name['kind']): string[] {
  if (kind === 'combination' && form.includes('/')) return [form, form.replaceAll('/', '-')];
  if (kind !== 'class') return [form];
  return [form, ...[...form.matchAll(/ /g)].map(({ index }) => `${form.slice(0, index)}-${form.slice(index + 1)}`)];
}

/** Without a remark in brackets at the end: "glyburide (USAN)". */
function bare(form: string): string {
  return form.replace(/\s*\([^()]*\)$/, '') || form;
}
