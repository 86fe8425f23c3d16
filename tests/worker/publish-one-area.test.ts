/** The same where copies and originals lie in one area, as in Firefox: whatever a stop left half done, and full storage. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { PageSettings } from '../../src/settings/page-settings.ts';
import { packDrug, packOf } from '../browser/harness/sample-pack.ts';
import { installFakeBrowser } from '../settings/fake-browser.ts';

const fake = installFakeBrowser();
vi.mock('../../src/settings/frame-area.ts', () => {
  const area = () => (globalThis.browser as unknown as typeof chrome).storage.local;
  return {
    FRAME_AREA: 'local',
    frameArea: area,
    readForFrames: async (key: string) => (await area().get(key))[key],
    setAccess: async () => undefined,
  };
});
const { publish } = await import('../../src/worker/publish.ts');
const { changePacks } = await import('../../src/worker/pack-store.ts');

beforeEach(() => {
  fake.reset();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

const copy = () => fake.local.pageSettings as PageSettings;
const names = () => JSON.stringify(fake.local.dictionary ?? '');
const ward = packOf('Ward', [packDrug('zephyrazole', ['zephyrazole'])]);
const clinic = packOf('Clinic', [packDrug('klinamine', ['klinamine'])]);
const COPIES = ['pageSettings', 'dictionary', 'prefilter', 'namesProof'];

test('packs without their copies, and copies without their packs, are mended at the next start', async () => {
  await publish();
  await changePacks({ add: [ward], remove: [] });
  const whole = structuredClone(fake.local);
  for (const key of COPIES) delete fake.local[key];
  await publish();
  expect(copy()).toEqual(whole.pageSettings);
  expect(fake.local.dictionary).toEqual(whole.dictionary);
  fake.local.packs = [];
  await publish();
  expect(copy()).toMatchObject({ packs: 0, dictionary: 0 });
  expect(names()).toBe('""');
});

test.each(COPIES)('of the copies without %s', async (key) => {
  await changePacks({ add: [ward], remove: [] });
  const { namesProof, ...whole } = structuredClone(fake.local);
  delete fake.local[key];
  await publish();
  expect(fake.local).toMatchObject(whole);
  expect(typeof namesProof).toBe('string');
});

test('without room all is as before, and the reader is told', async () => {
  await changePacks({ add: [ward], remove: [] });
  const before = structuredClone(fake.local);
  fake.full.add('local');
  const change = { add: [clinic], remove: ['Ward'], settings: { card: { theme: 'dark' as const } } };
  expect(await changePacks(change)).toBe('no-room');
  fake.full.clear();
  await publish();
  expect(fake.local).toEqual(before);
});
