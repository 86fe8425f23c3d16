/**
 * `npm run -s eval:relations -- [--show] FILE…`: whether a sentence speaks of a medicine as a treatment of a condition,
 * on JSON lines of pairs with how strongly a crowd saw *treat* (0.7 and more is a use, 0.3 and less is none, between is
 * left out), or of sentences of labels with conditions marked TREATS, PREVENTS (uses) and others (none).
 *
 * Our own vocabulary has to find the condition. Those sentences of labels name no medicine: it is thought of before them.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { usesIn } from '../../../src/knowledge/passage-uses.ts';
import { usesOfKnowledge } from '../../../src/tools/recogniser.ts';
import { isAt, isPair, isUse, type Pair, type Span, usesOfPair } from './pairs.ts';

interface Label {
  readonly text: string;
  readonly conditions: readonly (Span & { readonly relation: string })[];
}

const { finder, knowledge } = usesOfKnowledge();
const args = process.argv.slice(2);
const show = args.includes('--show');

const files = args.filter((arg) => !arg.startsWith('--'));
if (files.length === 0) console.error('Name files: npm run -s eval:relations -- FILE…');
for (const file of files) {
  const count = { right: 0, wrong: 0, missed: 0, quiet: 0 };
  const lines: string[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const read = JSON.parse(line) as Pair | (Label & { readonly id: string });
    const { id, text } = read;
    if (!isPair(read) && read.conditions === undefined) {
      throw new Error(
        `${file}: "${id}" has no "treat" and no "conditions". Passages have a command of their own, eval:passages.`,
      );
    }
    const labels = isPair(read)
      ? [{ ...read.condition, isUse: isUse(read) }]
      : read.conditions.map(({ relation, ...span }) => ({ ...span, isUse: /^(?:TREATS|PREVENTS)$/.test(relation) }));
    const uses = isPair(read)
      ? usesOfPair(read, knowledge, finder)
      : usesIn({ text, start: 0, length: 0 }, { drug: '' }, knowledge, finder);
    for (const { isUse: expected, ...span } of labels) {
      if (expected === undefined) continue;
      const found = uses.some((use) => isAt(use.named, text, span, finder));
      count[found ? (expected ? 'right' : 'wrong') : expected ? 'missed' : 'quiet']++;
      if (show && found !== expected) {
        const medicine = isPair(read)
          ? `${read.treat.toFixed(2)} ${text.slice(read.drug.start, read.drug.end)} > `
          : '';
        lines.push(`${id} ${found ? 'WRONG' : 'MISSED'} ${medicine}${text.slice(span.start, span.end)} | ${text}`);
      }
    }
  }
  const { right, wrong, missed, quiet } = count;
  console.log(
    `${basename(file)}: precision ${(right / (right + wrong)).toFixed(3)}, recall ${(right / (right + missed)).toFixed(3)} ` +
      `(${right} right, ${wrong} wrong, ${missed} missed, ${quiet} rightly silent)`,
  );
  for (const line of lines) console.log(line);
}
