/** Reads the knowledge folder. Node only: never imported by a script of the extension. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ApprovedUses,
  Changes,
  Cues,
  Entry,
  Indications,
  Pair,
  Sources,
  WeakSources,
} from '../../knowledge/schema-types.ts';

/** One file: its path from the knowledge folder (with `/`) and what it holds, as parsed and not yet checked. */
export interface KnowledgeFile<Data> {
  readonly file: string;
  readonly data: Data;
}

/** Everything in the folder. The types are what valid files hold; `validate` says whether they do. */
export interface KnowledgeFiles {
  /** drugs, classes and conditions, in order of path. */
  readonly entries: readonly KnowledgeFile<Entry>[];
  readonly pairs: readonly KnowledgeFile<Pair>[];
  readonly approvedUses: readonly KnowledgeFile<ApprovedUses>[];
  readonly indications: KnowledgeFile<Indications>;
  readonly sources: KnowledgeFile<Sources>;
  readonly cues: KnowledgeFile<Cues>;
  /** Places whose word alone is not enough. */
  readonly weakSources: KnowledgeFile<WeakSources>;
  /** What changed, edition by edition. */
  readonly changes: KnowledgeFile<Changes>;
}

/** Folders that hold entries. */
export const ENTRY_FOLDERS = ['classes', 'conditions', 'drugs'] as const;

/**
 * Reads a knowledge folder.
 *
 * @throws Error naming the file when one is missing or is no JSON.
 */
export function readKnowledge(folder: string): KnowledgeFiles {
  const one = <Data>(file: string): KnowledgeFile<Data> => ({ file, data: parse(join(folder, file), file) as Data });
  const all = <Data>(name: string): KnowledgeFile<Data>[] =>
    existsSync(join(folder, name))
      ? readdirSync(join(folder, name))
          .filter((file) => file.endsWith('.json'))
          .sort()
          .map((file) => one<Data>(`${name}/${file}`))
      : [];
  return {
    entries: ENTRY_FOLDERS.flatMap((name) => all<Entry>(name)),
    pairs: all<Pair>('pairs'),
    approvedUses: all<ApprovedUses>('approved-uses'),
    indications: one('indications.json'),
    sources: one('sources.json'),
    cues: one('cues.json'),
    weakSources: one('weak-sources.json'),
    changes: one('changes.json'),
  };
}

/** All files of a reading, in one list. */
export function allFiles(knowledge: KnowledgeFiles): KnowledgeFile<unknown>[] {
  const { entries, pairs, approvedUses, indications, sources, cues, weakSources, changes } = knowledge;
  return [...entries, ...pairs, ...approvedUses, indications, sources, cues, weakSources, changes];
}

function parse(path: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`knowledge/${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
