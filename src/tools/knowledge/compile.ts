/** From the files that editors write to the one value that the extension is built with. */
import type { CompiledKnowledge } from '../../knowledge/types.ts';
import type { KnowledgeFiles } from './read.ts';

/**
 * Puts valid files together as one value. Whatever an editor writes only for editing (`$schema`) and what says nothing
 * (empty lists) is left out.
 */
export function compileKnowledge({
  entries,
  pairs,
  approvedUses,
  indications,
  sources,
}: KnowledgeFiles): CompiledKnowledge {
  return {
    format: 'memantine-lens-knowledge',
    version: 1,
    entries: entries.map(({ data }) => trimmed(data)).sort(byId),
    pairs: pairs.map(({ data }) => trimmed(data)).sort((a, b) => compare(a.drugs.join(' '), b.drugs.join(' '))),
    approvedUses: approvedUses.map(({ data }) => trimmed(data)).sort((a, b) => compare(a.drug, b.drug)),
    indications: indications.data.indications.map(trimmed).sort(byId),
    sources: sources.data.sources.map(trimmed).sort(byId),
    additions: [],
  };
}

/** Lists that the schema requires and that may be empty. */
export const KEPT_EMPTY: ReadonlySet<string> = new Set(['positions', 'approved']);

function trimmed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(trimmed) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .filter(([key, part]) => key !== '$schema' && (KEPT_EMPTY.has(key) || !isEmpty(part)))
    .map(([key, part]) => [key, trimmed(part)]);
  return Object.fromEntries(kept) as T;
}

/** Whether a value says nothing: an empty list, or an object of such. */
export function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.values(value).every(isEmpty);
}

function byId(a: { id: string }, b: { id: string }): number {
  return compare(a.id, b.id);
}

/** By code unit, the same in every language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
