/** Mends what needs no judgement: order, the strongest sources, unused sources, empty lists. `npm run -s knowledge -- --fix` writes the result. */

import common from '../../../knowledge/schema/common.schema.json' with { type: 'json' };
import { citedIn, isSentence } from '../../knowledge/sentences.ts';
import { strongest } from '../../knowledge/source-rank.ts';
import type { Name, Source } from '../../knowledge/types.ts';
import { compare, isEmpty, KEPT_EMPTY } from './compile.ts';
import type { KnowledgeFile, KnowledgeFiles } from './read.ts';
import { factFiles } from './validate/rule.ts';

/** Kinds of names in the order of the schema. */
const KINDS: readonly string[] = common.$defs.name.properties.kind.enum;

/** Order of an entry's names: by kind, then by form without regard to case. */
export function compareNames(a: Name, b: Name): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    compare(a.form.toLowerCase(), b.form.toLowerCase()) ||
    compare(a.form, b.form)
  );
}

/** The files that change, with what they should hold. Pure. */
export function tidied(files: KnowledgeFiles): KnowledgeFile<unknown>[] {
  const byId = new Map(files.sources.data.sources.map((source) => [source.id, source]));
  const knowledge: KnowledgeFiles = {
    ...files,
    entries: files.entries.map(({ file, data }) => ({ file, data: withStrongest(data, byId) })),
    pairs: files.pairs.map(({ file, data }) => ({ file, data: withStrongest(data, byId) })),
    approvedUses: files.approvedUses.map(({ file, data }) => ({ file, data: withStrongest(data, byId) })),
    indications: { ...files.indications, data: withStrongest(files.indications.data, byId) },
  };
  const used = citedIn(factFiles(knowledge));
  const { sources } = knowledge;
  const kept = sources.data.sources.filter(({ id }: Source) => used.has(id)).sort((a, b) => compare(a.id, b.id));
  const wanted: KnowledgeFile<unknown>[] = [
    ...knowledge.entries.map(({ file, data }) => ({
      file,
      data: withoutEmptyLists(withSchema(file, 'entry', { ...data, names: [...data.names].sort(compareNames) })),
    })),
    ...knowledge.pairs.map(({ file, data }) => ({ file, data: withoutEmptyLists(withSchema(file, 'pair', data)) })),
    ...knowledge.approvedUses,
    knowledge.indications,
    { file: sources.file, data: withSchema(sources.file, 'sources', { ...sources.data, sources: kept }) },
  ];
  const before = new Map(
    [...files.entries, ...files.pairs, ...files.approvedUses, files.indications, sources].map(({ file, data }) => [
      file,
      data,
    ]),
  );
  return wanted.filter(({ file, data }) => JSON.stringify(data) !== JSON.stringify(before.get(file)));
}

/** Each sentence with its strongest sources first, and no more than it shows. Ids that are not there stay, at the end. */
function withStrongest<T>(node: T, byId: ReadonlyMap<string, Source>): T {
  if (Array.isArray(node)) return node.map((part) => withStrongest(part, byId)) as T;
  if (typeof node !== 'object' || node === null) return node;
  if (isSentence(node)) {
    const known = node.sources.flatMap((id) => byId.get(id) ?? []);
    const unknown = node.sources.filter((id) => !byId.has(id));
    return { ...node, sources: [...strongest(known).map(({ id }) => id), ...unknown] };
  }
  return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, withStrongest(part, byId)])) as T;
}

/** Editors complete and check while typing when a file names its schema, first of all. */
function withSchema(file: string, schema: string, data: object): object {
  const up = file.includes('/') ? '../' : '';
  return { $schema: `${up}schema/${schema}.schema.json`, ...data };
}

function withoutEmptyLists(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutEmptyLists);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key, value]) => KEPT_EMPTY.has(key) || !isEmpty(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutEmptyLists(value)]));
}
