/** The number on the toolbar button. */
import { beforeEach, expect, it } from 'vitest';
import { installFakeTabs } from '../platform/fake-tabs.ts';

const fake = installFakeTabs();
const { clearBadge, takeReport } = await import('../../src/worker/badge.ts');
const { framesOf } = await import('../../src/platform/frames.ts');

beforeEach(() => fake.reset());

const texts = () => fake.doneBy('action.setBadgeText').map(([about]) => about);
const names = (tab: number, frame: number, ...drugs: string[]) =>
  takeReport(tab, frame, { drugs, mentions: drugs.length });

it('counts each medicine once, over all frames of the tab and no other', async () => {
  await names(1, 0, 'memantine', 'warfarin');
  await names(1, 5, 'warfarin', 'ketamine');
  await names(12, 0, 'amantadine');
  expect(texts().at(-2)).toEqual({ tabId: 1, text: '3' });
});

it('is not there where no medicine is named', async () => {
  await clearBadge(1);
  expect(texts()).toEqual([{ tabId: 1, text: '' }]);
});

it('goes with what the tab named, when it is left', async () => {
  await names(1, 0, 'memantine');
  await clearBadge(1);
  expect(texts().at(-1)).toEqual({ tabId: 1, text: '' });
  expect((await framesOf(1)).size).toBe(0);
});

it('can be read: white on a colour of its own, in every tab', async () => {
  await names(1, 0, 'memantine');
  const [[{ color, tabId }]] = fake.doneBy('action.setBadgeBackgroundColor') as [[{ color: string; tabId: number }]];
  const { contrast } = await import('../../src/pages/options/contrast.ts');
  expect(tabId).toBe(1);
  expect(contrast(color, '#ffffff')).toBeGreaterThan(7);
  expect(fake.doneBy('action.setBadgeTextColor')).toEqual([[{ tabId: 1, color: '#ffffff' }]]);
});

it('is no trouble where the tab was closed meanwhile', async () => {
  fake.refuses = (method) => method.startsWith('action.');
  await expect(names(1, 0, 'memantine')).resolves.toBeUndefined();
});
