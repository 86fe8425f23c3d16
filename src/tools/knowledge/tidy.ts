/**
 * Mends what needs no judgement: order, the strongest sources, unused sources, empty lists. `npm run -s knowledge --
 * --fix` writes the result.
 */

import common from '../../../knowledge/schema/common.schema.json' with { type: 'json' };
import { citedIn, isSentence } from '../../knowledge/sentences.ts';
import { strongest } from '../../knowledge/source-rank.ts';
import type { Name, Source } from '../../knowledge/types.ts';
import { compare, withoutEmpty } from './compile.ts';
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
  const { file, data } = files.sources;
  const byId = new Map(data.sources.map((source) => [source.id, source]));
  const facts = [
    ...files.entries.map(({ file, data }) => {
      const names = [...data.names].sort(compareNames);
      return { file, data: withoutEmpty(withSchema('../schema/entry', { ...data, names })) };
    }),
    ...files.pairs.map(({ file, data }) => ({ file, data: withoutEmpty(withSchema('../schema/pair', data)) })),
    ...files.approvedUses,
    files.indications,
  ].map(({ file, data }) => ({ file, data: withStrongest(data, byId) }));
  const used = citedIn(facts);
  const sources = data.sources.filter(({ id }) => used.has(id)).sort((a, b) => compare(a.id, b.id));
  const wanted = [...facts, { file, data: withSchema('schema/sources', { ...data, sources }) }];
  const before = [...factFiles(files), files.sources];
  return wanted.filter(({ data }, index) => JSON.stringify(data) !== JSON.stringify(before[index]?.data));
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
const withSchema = (schema: string, data: object): object => ({ $schema: `${schema}.schema.json`, ...data });
