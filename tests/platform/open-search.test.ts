/** The way to the search: the popup where the browser lets us open it, a tab of its own elsewhere. */
import { beforeEach, expect, it } from 'vitest';
import { installFakeTabs } from './fake-tabs.ts';

const fake = installFakeTabs();
const { openSearch } = await import('../../src/platform/open-search.ts');
const { takeIntent } = await import('../../src/platform/intent.ts');

beforeEach(() => fake.reset());

it('opens the popup within the press that asked for it, with what to look up', async () => {
  const opening = openSearch('memantine', 4);
  // Later the browser would take it for no wish of the reader.
  expect(fake.doneBy('action.openPopup')).toHaveLength(1);
  await opening;
  expect(await takeIntent()).toEqual({ search: 'memantine' });
  expect(fake.doneBy('tabs.create')).toEqual([]);
});

it('opens in a tab, and speaks of the tab that it was asked for in, where the browser opens no popup', async () => {
  fake.refuses = (method) => method === 'action.openPopup';
  await openSearch('memantine', 4);
  await openSearch('', undefined);
  const page = 'chrome-extension://fake/src/pages/popup/index.html';
  expect(fake.doneBy('tabs.create')).toEqual([[{ url: `${page}?tab=4` }], [{ url: page }]]);
});

it('opens all the same where what to look up cannot be told', async () => {
  fake.full.add('session');
  fake.refuses = (method) => method === 'action.openPopup';
  await openSearch('memantine', 4);
  expect(fake.doneBy('tabs.create')).toHaveLength(1);
});

it('has what to look up told before the tab is there', async () => {
  fake.refuses = (method) => {
    if (method === 'tabs.create') expect(fake.session).toHaveProperty('popupIntent');
    return method === 'action.openPopup';
  };
  await openSearch('memantine', 4);
  expect(fake.doneBy('tabs.create')).toHaveLength(1);
});
