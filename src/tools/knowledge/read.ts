/** Reads the knowledge folder. Node only: never imported by a script of the extension. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileTypes } from '../../knowledge/types.ts';

/** One file: its path from the knowledge folder (with `/`) and what it holds, as parsed and not yet checked. */
export interface KnowledgeFile<Data> {
  readonly file: string;
  readonly data: Data;
}

type FileOf<Kind extends keyof FileTypes> = KnowledgeFile<FileTypes[Kind]>;

/** Everything in the folder. The types are what valid files hold; `validate` says whether they do. */
export interface KnowledgeFiles {
  /** drugs, classes and conditions, in order of path. */
  readonly entries: readonly FileOf<'entry'>[];
  readonly pairs: readonly FileOf<'pair'>[];
  readonly approvedUses: readonly FileOf<'approved-uses'>[];
  readonly indications: FileOf<'indications'>;
  readonly sources: FileOf<'sources'>;
  readonly cues: FileOf<'cues'>;
  /** Places whose word alone is not enough. */
  readonly weakSources: FileOf<'weak-sources'>;
  /** What changed, edition by edition. */
  readonly changes: FileOf<'changes'>;
}

/**
 * Reads a knowledge folder.
 *
 * @throws Error naming the file, the line and how to mend it when one is missing or is no JSON.
 */
export function readKnowledge(folder: string): KnowledgeFiles {
  const one = <Data>(file: string): KnowledgeFile<Data> => ({ file, data: parse(join(folder, file), file) as Data });
  const all = <Data>(name: string): KnowledgeFile<Data>[] => {
    const files = existsSync(join(folder, name)) ? readdirSync(join(folder, name)) : [];
    const named = files.filter((file) => file.endsWith('.json')).sort();
    return named.map((file) => one(`${name}/${file}`));
  };
  return {
    entries: ['classes', 'conditions', 'drugs'].flatMap((name) => all<FileTypes['entry']>(name)),
    pairs: all('pairs'),
    approvedUses: all('approved-uses'),
    indications: one('indications.json'),
    sources: one('sources.json'),
    cues: one('cues.json'),
    weakSources: one('weak-sources.json'),
    changes: one('changes.json'),
  };
}

function parse(path: string, file: string): unknown {
  if (!existsSync(path)) throw new Error(`error knowledge/${file}\n  is not there\n  Put it back.`);
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const position = /at position (\d+)/.exec(message)?.[1];
    const line = position === undefined ? '' : `:${text.slice(0, Number(position)).split('\n').length}`;
    const repair = 'Look there, or just before, for a comma, quotation mark or bracket that is missing or too many.';
    throw new Error(`error knowledge/${file}${line}\n  is no JSON: ${message}\n  ${repair}`);
  }
}
