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
const ENTRY_FOLDERS = ['classes', 'conditions', 'drugs'] as const;

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

/** `readKnowledge` for commands: a file that is missing or no JSON ends them with where, what and how to mend it. */
export function readKnowledgeOrEnd(folder: string): KnowledgeFiles {
  try {
    return readKnowledge(folder);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

function parse(path: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(unreadable(file, existsSync(path) ? readFileSync(path, 'utf8') : undefined, error));
  }
}

/** Where a file stops being JSON, by line, and what to do about it. */
function unreadable(file: string, text: string | undefined, error: unknown): string {
  if (text === undefined) return `error knowledge/${file}\n  is not there\n  Put it back.`;
  const { message } = error as Error;
  const position = /at position (\d+)/.exec(message)?.[1];
  const line = position === undefined ? '' : `:${text.slice(0, Number(position)).split('\n').length}`;
  return `error knowledge/${file}${line}\n  is no JSON: ${message}\n  Look there, or just before, for a comma, quotation mark or bracket that is missing or too many.`;
}
