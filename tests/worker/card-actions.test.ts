/** What a card asks the service worker to remember. The browser's storage is faked. */
import { beforeEach, expect, test } from 'vitest';
import { installFakeBrowser } from '../settings/fake-browser.ts';

const fake = installFakeBrowser();
const { BACKGROUND_CHECKS } = await import('../../src/platform/message-checks.ts');
const { watchDrug } = await import('../../src/worker/card-actions.ts');
const { loadSettings } = await import('../../src/settings/store.ts');
const watched = async () => (await loadSettings()).settings.watched;

beforeEach(() => fake.reset());

test('a medicine is watched beside memantine, once, and no longer', async () => {
  await watchDrug('warfarin', true);
  await watchDrug('warfarin', true);
  expect(await watched()).toEqual(['memantine', 'warfarin']);
  await watchDrug('warfarin', false);
  expect(await watched()).toEqual(['memantine']);
});

test.each([[{ drug: '<b>', on: true }], [{ drug: 'warfarin', on: 'yes' }], [{ drug: 'warfarin' }]])(
  '%j is no wish to watch',
  (data) => {
    expect(BACKGROUND_CHECKS['watch-drug'](data, {})).toBe(false);
  },
);
