/**
 * `npx tsx tests/eval/passages/run.ts [--show] FILE…`: how well the uses that passages name are found, and their status,
 * on JSON lines with `text`, `context`, `mention`, `occurrence`, `drug`, `uses` and `notUses`.
 *
 * A found use is right when its words overlap a labelled condition; a labelled one is found when a found use overlaps it.
 * Prints counts only; `--show` lists what is wrong.
 */
import { basename } from 'node:path';
import { finder, foundIn, labelOf, overlaps, passageOf, readCases } from './cases.ts';

const args = process.argv.slice(2);
const show = args.includes('--show');
const files = args.filter((arg) => !arg.startsWith('--'));
if (files.length === 0) console.error('Name files: npm run -s eval:passages -- tests/eval/passages/D-frozen.jsonl');
for (const file of files) {
  const cases = readCases(file);
  let found = 0;
  let right = 0;
  let labels = 0;
  let hit = 0;
  let status = 0;
  let lead = 0;
  let led = 0;
  let wrongly = 0;
  let unknown = 0;
  const lines: string[] = [];
  for (const test of cases) {
    const uses = foundIn(test);
    const notes: string[] = [];
    found += uses.length;
    for (const use of uses) {
      const label = labelOf(test, use.named);
      if (label) right++;
      else notes.push(`extra “${use.condition}”`);
      if (use.status === 'approved' && label?.status !== 'approved') {
        if (label?.status === 'unknown') unknown++;
        else wrongly++;
        notes.push(`APPROVED WRONGLY “${use.condition}” (${label?.status ?? 'no use'})`);
      }
    }
    for (const label of test.uses) {
      labels++;
      const use =
        uses.find((one) => labelOf(test, one.named) === label) ??
        uses.find((one) => overlaps(test, one.named, label.condition));
      if (!use) {
        notes.push(`missed “${label.condition}”`);
        continue;
      }
      hit++;
      const isRight = use.status === label.status || (label.status === 'unknown' && use.status !== 'approved');
      if (isRight) status++;
      else notes.push(`status ${use.status} for ${label.status} “${use.condition}”`);
    }
    if (uses[0]) {
      led++;
      if (test.uses.some(({ condition }) => overlaps(test, uses[0]!.named, condition))) lead++;
    }
    if (!show || notes.length === 0) continue;
    lines.push(
      `${test.id} ${test.drug}: ${notes.join('; ')}`,
      `    ${JSON.stringify(test.context ?? {})} ${test.text}`,
    );
    finder.find(passageOf(test), ({ use, scope, verdict }) =>
      lines.push(`      ${scope} “${use.condition}”: ${use.certainty.toFixed(2)}, by the rules ${verdict}`),
    );
  }
  const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));
  console.log(
    `${basename(file)}: ${cases.length} passages; precision ${share(right, found)} (${right} of ${found}), recall ${share(hit, labels)} (${hit} of ${labels}), ` +
      `status ${share(status, hit)} (${status} of ${hit}), leading use right ${share(lead, led)}, approved said wrongly ${wrongly}, where the label does not know ${unknown}`,
  );
  for (const line of lines) console.log(line);
}
