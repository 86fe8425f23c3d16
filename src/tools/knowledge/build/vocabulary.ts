/**
 * Compiles the vocabulary of conditions: the pruned Disease Ontology, our own names in four languages, and the terms of
 * the indications become one list of concepts.
 *
 * A row of our own names joins the concept that has its first name; any other name that the ontology has keeps the
 * ontology's concept.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Indications } from '../../../knowledge/types.ts';
import { formKey, type PackedVocabulary } from '../../../shared/passage/vocabulary.ts';
import { UNSPACED } from '../../../shared/recognise/characters.ts';

interface Draft {
  name: string;
  doid: string;
  kind: 'd' | 's' | 'e';
  parents: string[];
  readonly forms: Set<string>;
}

/** Short names in capitals count in this case only. */
const CAPITALS = /^[A-ZÄÖÜ][A-Z0-9/-]{1,5}s?$/;

/** Names with their stage: the stage is read apart. */
const STAGED = /^(?:mild|moderate|severe|early|late|advanced|prodromal|preclinical)[ -]/i;

/** Words of an indication that name a procedure or what it is for, not what is treated. */
const PROCEDURE =
  /radi(?:o|ation)|irradiation|electroconvuls|electrochoc|elettroconvuls|elektrokonvuls|\bECT\b|metasta|prevention|prophyla/i;

const formOf = (name: string): string =>
  UNSPACED.test(name) ? `~${name}` : CAPITALS.test(name) ? `=${name}` : formKey(name);

/** @param folder knowledge/vocabulary */
export function compileVocabulary(folder: string, indications: Indications): PackedVocabulary {
  const drafts: Draft[] = [];
  const begin = (name: string, doid = '', parents: string[] = []): Draft => {
    const draft: Draft = { name, doid, kind: 'd', parents, forms: new Set() };
    drafts.push(draft);
    return draft;
  };
  const owner = new Map<string, Draft>();
  const claim = (draft: Draft, name: string): void => {
    const form = formOf(name);
    if (form === '' || owner.has(form)) return;
    owner.set(form, draft);
    draft.forms.add(form);
  };
  for (const [doid = '', name = '', parents = '', forms = ''] of rows(folder, 'diseases.tsv')) {
    const draft = begin(name, doid, parents.split('|'));
    for (const form of forms.split('|')) claim(draft, form);
  }
  /** "Agitation in Alzheimer's dementia": two names and a word between them, which are read apart. */
  const isCompound = (form: string): boolean => {
    const words = formKey(form).split(' ');
    return words.some(
      (_, first) =>
        owner.has(words.slice(0, first + 1).join(' ')) &&
        words.some((__, next) => next > first + 1 && owner.has(words.slice(next).join(' '))),
    );
  };
  const named = new Set<Draft>();
  for (const [kind = '', ...languages] of rows(folder, 'terms.tsv')) {
    const names = languages.flatMap((list) => list.split('|')).filter(Boolean);
    const first = names[0]!;
    // The ontology may have the disease, and not this form of its name.
    const draft = owner.get(formOf(first)) ?? drafts.find(({ name }) => name === first) ?? begin(first);
    draft.kind = kind === 'symptom' ? 's' : kind === 'effect' ? 'e' : 'd';
    for (const name of names) {
      const other = owner.get(formOf(name));
      // What the ontology has as a disease of its own is of the row's kind all the same.
      if (other && !named.has(other)) other.kind = draft.kind;
      claim(draft, name);
    }
    named.add(draft);
  }
  for (const { name, terms } of indications.indications) {
    const free = terms
      .filter(({ gate, form }) => gate !== 'introduced' && !STAGED.test(form) && !PROCEDURE.test(form))
      .map(({ form }) => form);
    if (free.every(isCompound)) continue;
    const draft = free.map((form) => owner.get(formOf(form))).find((one) => one !== undefined) ?? begin(name);
    for (const form of free) if (!isCompound(form)) claim(draft, form);
  }
  for (const [name = '', broader = ''] of rows(folder, 'kinds.tsv')) {
    const [draft, parent] = [name, broader].map((one) => owner.get(formOf(one)));
    if (!draft || !parent) throw new Error(`kinds.tsv: no condition has the name "${draft ? broader : name}"`);
    if (draft !== parent) draft.parents.push(parent.name);
  }
  const numbers = new Map(drafts.map(({ name }, index) => [name, index]));
  const concepts = drafts.map(({ name, doid, kind, parents, forms }) => {
    const numbered = parents.flatMap((parent) => numbers.get(parent)?.toString(36) ?? []);
    return [name, doid.replace('DOID:', ''), kind === 'd' ? '' : kind, numbered.join(','), [...forms].join('|')].join(
      '\t',
    );
  });
  const shapes = JSON.parse(readFileSync(join(folder, 'shapes.json'), 'utf8')) as Omit<PackedVocabulary, 'concepts'>;
  return { concepts: concepts.join('\n'), ...shapes };
}

function rows(folder: string, file: string): string[][] {
  const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
  return lines.slice(1).map((line) => line.split('\t'));
}
