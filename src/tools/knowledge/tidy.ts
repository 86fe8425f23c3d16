/** Mends what needs no judgement: order, unused sources, empty lists. `npm run -s knowledge -- --fix` writes the result. */

import { walk } from '../../knowledge/sentences.ts';
import type { Name, Source } from '../../knowledge/types.ts';
import type { KnowledgeFile, KnowledgeFiles } from './read.ts';
import { factFiles } from './validate/rule.ts';

/** Kinds of names in the order of the schema. */
const KINDS: readonly Name['kind'][] = [
  'inn',
  'usan',
  'ban',
  'brand',
  'salt',
  'combination',
  'class',
  'condition',
  'abbreviation',
  'synonym',
  'code',
  'translation',
  'misspelling',
];

/** Order of an entry's names: by kind, then by form without regard to case. */
export function compareNames(a: Name, b: Name): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    compare(a.form.toLowerCase(), b.form.toLowerCase()) ||
    compare(a.form, b.form)
  );
}

/** The files that change, with what they should hold. Pure. */
export function tidied(knowledge: KnowledgeFiles): KnowledgeFile<unknown>[] {
  const used = new Set<unknown>();
  for (const { data } of factFiles(knowledge)) {
    for (const { key, node } of walk(data))
      if (key === 'sources' && Array.isArray(node)) for (const id of node) used.add(id);
  }
  const { sources } = knowledge;
  const kept = sources.data.sources.filter(({ id }: Source) => used.has(id)).sort((a, b) => compare(a.id, b.id));
  const wanted: KnowledgeFile<unknown>[] = [
    ...knowledge.entries.map(({ file, data }) => ({
      file,
      data: withoutEmptyLists(withSchema(file, 'entry', { ...data, names: [...data.names].sort(compareNames) })),
    })),
    ...knowledge.pairs.map(({ file, data }) => ({ file, data: withoutEmptyLists(withSchema(file, 'pair', data)) })),
    { file: sources.file, data: withSchema(sources.file, 'sources', { ...sources.data, sources: kept }) },
  ];
  const before = new Map([...knowledge.entries, ...knowledge.pairs, sources].map(({ file, data }) => [file, data]));
  return wanted.filter(({ file, data }) => JSON.stringify(data) !== JSON.stringify(before.get(file)));
}

/** Editors complete and check while typing when a file names its schema, first of all. */
function withSchema(file: string, schema: string, data: object): object {
  const up = file.includes('/') ? '../' : '';
  return { $schema: `${up}schema/${schema}.schema.json`, ...data };
}

/** `positions` is required and may be empty. */
function withoutEmptyLists(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutEmptyLists);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key, value]) => key === 'positions' || !isEmpty(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutEmptyLists(value)]));
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.values(value).every(isEmpty);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
