/**
 * `npm run -s eval:relations -- [--show] FILE…`: whether a sentence speaks of a medicine as a treatment of a condition,
 * on JSON lines of pairs with how strongly a crowd saw *treat* (0.7 and more is a use, 0.3 and less is none, between is
 * left out), or of sentences of labels with conditions marked TREATS, PREVENTS (uses) and others (none).
 *
 * Our own vocabulary has to find the condition. Those sentences of labels name no medicine: it is thought of before them.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { usesOfKnowledge } from '../../../src/tools/uses.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}
interface Line {
  readonly id: string;
  readonly text: string;
  readonly drug?: Span;
  readonly condition?: Span;
  readonly treat?: number;
  readonly conditions?: readonly (Span & { readonly relation: string })[];
}

const { finder } = usesOfKnowledge();
const args = process.argv.slice(2);
const show = args.includes('--show');

/** The two terms stand in capitals in one of the sources; no rule may lean on that. */
function lowered(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (all, { start, end }) => all.slice(0, start) + all.slice(start, end).toLowerCase() + all.slice(end),
    text,
  );
}

for (const file of args.filter((arg) => !arg.startsWith('--'))) {
  const count = { right: 0, wrong: 0, missed: 0, quiet: 0 };
  const lines: string[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { id, text, drug, condition, treat = 0, conditions } = JSON.parse(line) as Line;
    const labels = conditions ?? [{ ...condition!, relation: treat >= 0.7 ? 'TREATS' : treat <= 0.3 ? 'NONE' : '' }];
    const mention = drug ?? { start: 0, end: 0 };
    const uses = finder.find({
      text: drug ? lowered(text, [drug, condition!]) : text,
      start: mention.start,
      length: mention.end - mention.start,
    });
    for (const { start, end, relation } of labels) {
      if (relation === '') continue;
      const gold = finder.read(text.slice(start, end))?.concept;
      const found = uses.some(
        (use) =>
          (use.start < end && use.end > start) || (gold !== undefined && [use.concept, use.within].includes(gold)),
      );
      const isUse = relation === 'TREATS' || relation === 'PREVENTS';
      count[found ? (isUse ? 'right' : 'wrong') : isUse ? 'missed' : 'quiet']++;
      if (show && found !== isUse) {
        lines.push(
          `${id} ${found ? 'WRONG' : 'MISSED'} ${treat.toFixed(2)} ${drug ? text.slice(drug.start, drug.end) : ''} > ${text.slice(start, end)} | ${text}`,
        );
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
