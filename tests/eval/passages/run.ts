/**
 * `npx tsx tests/eval/passages/run.ts [--show] FILE…`: how well the uses that passages name are found, and their status,
 * on JSON lines with `text`, `context`, `mention`, `occurrence`, `drug`, `uses` and `notUses`.
 *
 * A found use is right when its words overlap a labelled condition; a labelled one is found when a found use overlaps it.
 * Prints counts only; `--show` lists what is wrong.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type PassageUse, usesIn } from '../../../src/knowledge/passage-uses.ts';
import type { PassageText } from '../../../src/shared/passage/named-uses.ts';
import { stemOf, wordsOf } from '../../../src/shared/passage/words.ts';
import { usesOfKnowledge } from '../../../src/tools/uses.ts';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly context?: {
    readonly title?: string;
    readonly heading?: string;
    readonly intro?: string;
    readonly columnHead?: string;
    readonly rowHead?: string;
  };
  readonly mention: string;
  readonly occurrence: number;
  readonly drug: string;
  readonly uses: readonly { readonly condition: string; readonly status: 'approved' | 'off-label' | 'unknown' }[];
}

const { finder, knowledge } = usesOfKnowledge();

/** The passage as the card would give it. */
function passageOf({ text, context = {}, mention, occurrence }: Case): PassageText {
  let start = -1;
  for (let count = 0; count < occurrence; count++) start = text.indexOf(mention, start + 1);
  return { text, start, length: mention.length, ...context };
}

const foundIn = (test: Case): PassageUse[] => usesIn(passageOf(test), test, knowledge, finder);

const SMALL = new Set(
  'of the and or to in with for de la le les des du a en el los las y et bei mit der die das und is disease disorder syndrome'
    .split(' ')
    .map(stemOf),
);

/** Whether the words of a found use overlap those of a label: by place where the label stands in the text once, else by words. */
function overlaps(test: Case, found: PassageUse, label: string): boolean {
  const { place, start, end, concept, within } = found.named;
  const named = finder.read(label);
  if (concept && concept === named?.concept && within === named.within) return true;
  const text = place === 'text' ? test.text : (test.context?.[place] ?? '');
  let at = text.indexOf(label);
  if (at >= 0) {
    for (; at >= 0; at = text.indexOf(label, at + 1)) if (start < at + label.length && end > at) return true;
    if (
      text.indexOf(label) >= 0 &&
      text.toLowerCase().indexOf(found.condition.toLowerCase()) ===
        text.toLowerCase().lastIndexOf(found.condition.toLowerCase())
    )
      return false;
  }
  const words = (part: string): string[] =>
    wordsOf(part)
      .map(({ stem }) => stem)
      .filter((stem) => !SMALL.has(stem));
  const mine = new Set(words(found.condition));
  return words(label).some((word) => mine.has(word));
}

const args = process.argv.slice(2);
const show = args.includes('--show');
for (const file of args.filter((arg) => !arg.startsWith('--'))) {
  const cases = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Case);
  let found = 0;
  let right = 0;
  let labels = 0;
  let hit = 0;
  let status = 0;
  let lead = 0;
  let led = 0;
  let wrongly = 0;
  const lines: string[] = [];
  for (const test of cases) {
    const uses = foundIn(test);
    const notes: string[] = [];
    found += uses.length;
    for (const use of uses) {
      const label = test.uses.find(({ condition }) => overlaps(test, use, condition));
      if (label) right++;
      else notes.push(`extra “${use.condition}”`);
      if (use.status === 'approved' && label?.status !== 'approved') {
        wrongly++;
        notes.push(`APPROVED WRONGLY “${use.condition}” (${label?.status ?? 'no use'})`);
      }
    }
    for (const label of test.uses) {
      labels++;
      const use = uses.find((one) => overlaps(test, one, label.condition));
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
      if (test.uses.some(({ condition }) => overlaps(test, uses[0]!, condition))) lead++;
    }
    if (!show || notes.length === 0) continue;
    lines.push(
      `${test.id} ${test.drug}: ${notes.join('; ')}`,
      `    ${JSON.stringify(test.context ?? {})} ${test.text}`,
    );
    finder.find(passageOf(test), (why) => lines.push(`      ${why}`));
  }
  const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));
  console.log(
    `${basename(file)}: ${cases.length} passages; precision ${share(right, found)} (${right} of ${found}), recall ${share(hit, labels)} (${hit} of ${labels}), ` +
      `status ${share(status, hit)} (${status} of ${hit}), leading use right ${share(lead, led)}, approved said wrongly ${wrongly}`,
  );
  for (const line of lines) console.log(line);
}
