/** How much work the largest message of each kind makes for the service worker, before it is answered. */
import { expect, test, vi } from 'vitest';
import { bundledKnowledge } from '../../src/knowledge/bundled.ts';
import type { ToBackground } from '../../src/platform/messages.ts';
import { knock, PAGE } from '../worker/doors.ts';

const IDS = bundledKnowledge().entries.map(({ id }) => id);
/** As many as a message may hold: all that there are, again and again. */
const MANY = Array.from({ length: 20_000 }, (_, index) => IDS[index % IDS.length]!);
const PART = 'Ice and ecstasy, an alcohol of the UTI, special k with PCP and a plant-based diet; ';
const TEXT = PART.repeat(50_000 / PART.length);

const LARGEST: readonly (readonly [keyof ToBackground, unknown])[] = [
  ['frame-report', { drugs: MANY, mentions: 200_000 }],
  ['need-reader', { readings: [TEXT, TEXT] }],
  ['need-reader', { readings: ['('.repeat(50_000), ' '.repeat(50_000)] }],
  ['need-reader', { readings: ['memantine-'.repeat(5_000), 'a-\n'.repeat(16_000)] }],
  // As long as is read.
  ['need-reader', { readings: [TEXT.slice(0, 6_000), TEXT.slice(0, 6_000)] }],
  ['need-reader', { readings: ['memantine-'.repeat(600), 'a-\n'.repeat(2_000)] }],
  ['knowledge-for', { drugs: MANY }],
  [
    'paint-style',
    {
      ...{ avoid: 'abcdefgh', caution: 'abcdefgi', watch: 'abcdefgm', other: 'abcdefgj', memantine: 'abcdefgk' },
      flash: 'abcdefgl',
    },
  ],
  ['set-professional', { on: true }],
  ['hide-drug', { drug: 'ketamine' }],
  ['except-text', { text: 'x'.repeat(2_000) }],
  ['watch-drug', { drug: 'warfarin', on: true }],
  ['leave-site', undefined],
  ['top-url', undefined],
  ['publish', undefined],
];

vi.spyOn(console, 'warn').mockImplementation(() => undefined);

/** Milliseconds of the processor, of several times the fewest: what others do on the machine is none of ours. */
async function cost(name: keyof ToBackground, data: unknown): Promise<number> {
  const costs: number[] = [];
  for (let k = 0; k < 8; k++) {
    const before = process.cpuUsage();
    expect(await knock(name, data, PAGE)).not.toBe('ignored');
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1_000);
  }
  return Math.min(...costs);
}

test.each(LARGEST)('%s is answered with little work', async (name, data) => {
  const spent = await cost(name, data);
  console.log(`${name}: ${spent.toFixed(1)} ms`);
  expect(spent).toBeLessThan(50);
});
