/** From the files that editors write to the one value that the extension is built with. */
import type { CompiledKnowledge } from '../../knowledge/types.ts';
import type { KnowledgeFile, KnowledgeFiles } from './read.ts';

/**
 * Puts valid files together as one value. Whatever an editor writes only for editing (`$schema`) and what says nothing
 * (empty lists) is left out.
 */
export function compileKnowledge(files: KnowledgeFiles): CompiledKnowledge {
  const { indications, sources } = files;
  return {
    format: 'memantine-lens-knowledge',
    version: 1,
    entries: files.entries.map(factsOf).sort(byId),
    pairs: files.pairs.map(factsOf).sort((a, b) => compare(a.drugs.join(' '), b.drugs.join(' '))),
    approvedUses: files.approvedUses.map(factsOf).sort((a, b) => compare(a.drug, b.drug)),
    indications: withoutEmpty(indications.data.indications).sort(byId),
    sources: withoutEmpty(sources.data.sources).sort(byId),
    additions: [],
  };
}

function factsOf<T extends { $schema?: string }>({ data }: KnowledgeFile<T>): Omit<T, '$schema'> {
  const { $schema: _, ...facts } = data;
  return withoutEmpty(facts);
}

/** Lists that the schema requires and that may be empty. */
const KEPT_EMPTY: ReadonlySet<string> = new Set(['positions', 'approved']);

/** A copy without members that say nothing. */
export function withoutEmpty<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutEmpty) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, part]) => KEPT_EMPTY.has(key) || !isEmpty(part));
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutEmpty(part)])) as T;
}

/** Whether a value says nothing: an empty list, or an object of such. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.values(value).every(isEmpty);
}

const byId = (a: { id: string }, b: { id: string }): number => compare(a.id, b.id);

/** By code unit, the same in every language. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
