/**
 * `npm run -s eval:passages`: how well the use that a passage names is found, on sentences of the development corpus
 * (labels here, text there) and on the project's own sentences. Prints precision and recall; `-- --errors` lists what was
 * missed and what was found wrongly.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openKnowledge } from '../../../src/knowledge/access.ts';
import { namedUses, type PassageText } from '../../../src/shared/passage/context-indications.ts';
import { createConditionFinder } from '../../../src/shared/passage/indication-terms.ts';
import { compileKnowledge } from '../../../src/tools/knowledge/compile.ts';
import { readKnowledge } from '../../../src/tools/knowledge/read.ts';

const HERE = import.meta.dirname;
const CORPUS = process.env.LENS_CORPUS ?? resolve(HERE, '../../../../shared/corpus');

export interface Example {
  readonly name: string;
  readonly passage: PassageText;
  /** Any of these is right; none: nothing must be found. */
  readonly labels: readonly string[];
}

/** Found and right; found and wrong (nothing, or something else, was right); not found though there was something. */
export interface Score {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly quiet: number;
  readonly errors: readonly { readonly example: Example; readonly found: string | undefined }[];
}

type Row = readonly [
  file: string,
  doc: string,
  start: number,
  end: number,
  drug: string,
  at: number,
  to: number,
  labels: string[],
];

export function finder() {
  const knowledge = openKnowledge(compileKnowledge(readKnowledge(resolve(HERE, '../../../knowledge'))));
  return createConditionFinder(knowledge.indicationTerms());
}

/** Sentences of the corpus; undefined where the corpus is not there. */
export function corpusExamples(): Example[] | undefined {
  if (!existsSync(CORPUS)) return undefined;
  const { rows } = JSON.parse(readFileSync(join(HERE, 'corpus-labels.json'), 'utf8')) as { rows: Row[] };
  const texts = new Map<string, Map<string, string>>();
  for (const file of new Set(rows.map(([name]) => name))) {
    const lines = readFileSync(join(CORPUS, file), 'utf8').split('\n').filter(Boolean);
    texts.set(file, new Map(lines.map((line) => JSON.parse(line)).map(({ doc, text }) => [doc, text])));
  }
  return rows.map(([file, doc, start, end, drug, at, to, labels]) => {
    const text = texts.get(file)?.get(doc);
    if (text === undefined) throw new Error(`corpus: no ${doc} in ${file}`);
    return {
      name: `${doc} ${drug}`,
      passage: {
        sentence: text.slice(start, end),
        start: at - start,
        length: to - at,
        paragraph: text,
        heading: '',
        title: '',
      },
      labels,
    };
  });
}

interface OwnCase {
  readonly text: string;
  readonly paragraph?: string;
  readonly heading?: string;
  readonly title?: string;
  readonly is: string | readonly string[];
}

/** The project's own sentences; the mention stands in guillemets. */
export function ownExamples(): Example[] {
  const { cases } = JSON.parse(readFileSync(join(HERE, 'own-sentences.json'), 'utf8')) as { cases: OwnCase[] };
  return cases.map(({ text, paragraph, heading = '', title = '', is }) => {
    const start = text.indexOf('«');
    const length = text.indexOf('»') - start - 1;
    const sentence = text.replace(/[«»]/g, '');
    return {
      name: text,
      passage: { sentence, start, length, paragraph: `${sentence}${paragraph ?? ''}`, heading, title },
      labels: [is].flat().filter(Boolean),
    };
  });
}

export function score(examples: readonly Example[], find = finder()): Score {
  const result = { right: 0, wrong: 0, missed: 0, quiet: 0 };
  const errors: { example: Example; found: string | undefined }[] = [];
  for (const example of examples) {
    const [found] = namedUses(example.passage, find);
    const isRight = found === undefined ? example.labels.length === 0 : example.labels.includes(found);
    if (found !== undefined) result[isRight ? 'right' : 'wrong']++;
    else result[isRight ? 'quiet' : 'missed']++;
    // What was found in place of the right one was missed as well.
    if (found !== undefined && !isRight && example.labels.length > 0) result.missed++;
    if (!isRight) errors.push({ example, found });
  }
  return { ...result, errors };
}

export const precision = ({ right, wrong }: Score): number => right / (right + wrong);
export const recall = ({ right, missed }: Score): number => right / (right + missed);
