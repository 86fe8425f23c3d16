import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isClassNoun, ourEntry } from './ours.ts';

/** Where the annotated corpora lie; they are not part of the repository. */
export const CORPUS = join(import.meta.dirname, '../../../shared/corpus/annotated');

export interface Gold {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: string;
  readonly mesh?: string;
  readonly discontinuous?: boolean;
  /** Id of our entry, absent for what is not ours. */
  readonly drug: string | undefined;
  readonly noun: boolean;
}

export interface Document {
  readonly doc: string;
  readonly text: string;
  readonly gold: readonly Gold[];
  /** Whether the corpus marks up nouns for classes of medicines ("antacids"): DDI does, CDR by whim. */
  readonly marksClasses: boolean;
}

/** Documents of every corpus, by the corpus's file name; empty when the corpora are not there. */
export function readCorpora(folder: string): Map<string, Document[]> {
  const corpora = new Map<string, Document[]>();
  if (!existsSync(folder)) return corpora;
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()) {
    corpora.set(
      file.replace(/\.jsonl$/, ''),
      readFileSync(join(folder, file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => parse(line, file.startsWith('ddi'))),
    );
  }
  return corpora;
}

function parse(line: string, marksClasses: boolean): Document {
  const { doc, text, mentions } = JSON.parse(line) as {
    doc: string;
    text: string;
    mentions: Omit<Gold, 'drug' | 'noun'>[];
  };
  return {
    doc,
    text,
    marksClasses,
    gold: mentions.map((mention) => ({
      ...mention,
      drug: ourEntry(mention),
      noun: isClassNoun(mention.text),
    })),
  };
}
