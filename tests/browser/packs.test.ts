/** Knowledge packs of the reader: added, shown as their own, removed; a big one works. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import {
  choose,
  giveFile,
  inExtension,
  openPopup,
  press,
  savedText,
  stored,
  tick,
  untilSays,
} from './harness/own-pages.ts';
import { ask, markedTexts, until } from './harness/probe.ts';
import { packDrug, packOf } from './harness/sample-pack.ts';
import { onStage } from './harness/stage.ts';

const PAGE = `<!doctype html><html lang="en"><title>Ward</title>
<p>The ward gave memantine, then zephyrazole, and at night Zephyr Plus.</p>
<p>Others took blokumine.</p>
<p>In trial 4711 it was drugalia-4711 that failed.</p></html>`;

describe.each(BROWSERS)('knowledge packs in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;

  onStage(name, { '/': PAGE }, async (stage) => {
    ({ lens, site, page, own: options } = stage);
    await lens.open(page, `${site.origin}/`);
  });

  const marks = (texts: readonly string[]) =>
    until(
      () => markedTexts(page),
      (found) => JSON.stringify(found.toSorted()) === JSON.stringify([...texts].toSorted()),
      30_000,
    );

  /** Gives the options page a file as the file dialog would. */
  const add = (file: string, content: string): Promise<void> => giveFile(options, '#pack-add', file, content);

  /** What of the notice about a file the reader sees: what to do, and not what lies behind a fold. */
  const told = (words: string) =>
    until(
      () => options.$eval('#pack-problems', (element) => (element as HTMLElement).innerText),
      (text) => text.includes(words),
    );

  it('says how to mend a pack that is wrong, where behind a fold, and does not take it', async () => {
    await add(
      'broken.json',
      JSON.stringify({ ...packOf('Broken', [{ ...packDrug('x', ['x-drug']), group: 'unknown' }]) }),
    );
    const said = await told('In “group”, use one of: memantine, ');
    expect(said).toContain('broken.json was not added: one thing has to be mended.');
    expect(said).not.toContain('/entries');
    const fold = (await options.$('#pack-problems details'))!;
    expect(await fold.evaluate((details) => [(details as HTMLDetailsElement).open, details.textContent])).toEqual([
      false,
      expect.stringContaining('/entries/0/group'),
    ]);
    expect(await stored(options, 'packs')).toBeNull();
    await add('torn.json', '{ "format": ');
    expect(await told('torn.json')).toContain('Check the commas and quotation marks');
  });

  it('refuses a combination that contains itself, and names that are none', async () => {
    const cycle = { ...packDrug('za', ['zephyraone']), kind: 'combination', members: ['za', 'memantine'] };
    await add('cycle.json', JSON.stringify(packOf('Cycle', [cycle])));
    await told('Take “za” out of its own "members" and "classes".');
    await add('names.json', JSON.stringify(packOf('Names', [packDrug('zs', ['zephyratwo', ' ', '.', 'the'])])));
    const said = await told('Remove the name “the”, or add "gate": "introduced"');
    for (const short of [' ', '.']) expect(said).toContain(`Give the name “${short}” in full`);
    expect(await stored(options, 'packs')).toBeNull();
  });

  it('says at once what is wrong in a large broken file', async () => {
    await add('large.json', JSON.stringify({ ...packOf('Large', []), entries: Array(40_000).fill({ a: 1 }) }));
    await told('large.json was not added');
  });

  it('marks the names of a pack in open pages and shows them as the reader’s own', async () => {
    await marks(['memantine']);
    await add('ward.json', JSON.stringify(packOf('Ward', [packDrug('zephyrazole', ['zephyrazole', 'Zephyr Plus'])])));
    await marks(['memantine', 'zephyrazole', 'Zephyr Plus']);
    await untilSays(options, '[data-pack="Ward"]', 'Made for a test.');
    const popup = await openPopup(lens, options, site.origin);
    await popup.waitForSelector('[data-drug="zephyrazole"]');
    expect(await popup.$eval('[data-drug="zephyrazole"]', (button) => button.textContent)).toContain('Ward');
    await page.bringToFront();
    await press(popup, '[data-drug="zephyrazole"]');
    const card = await until(
      () => ask(page, 'card'),
      (view) => view !== null,
    );
    expect(card?.text).toContain('Ward');
    expect(card?.text).toMatch(/a medicine of the ward for tests/i);
    await popup.close();
  });

  it('marks the names of a pack by their group and by the severity of their interaction, as any others', async () => {
    const number = async (): Promise<unknown> =>
      ((await stored(options, 'pageSettings')) as { dictionary: number }).dictionary;
    const before = await number();
    const blocker = {
      ...packDrug('blokumine', ['blokumine']),
      group: 'nmda-antagonists',
      classes: ['nmda-antagonists'],
    };
    await add('blocker.json', JSON.stringify(packOf('Blocker', [blocker])));
    const all = ['memantine', 'zephyrazole', 'Zephyr Plus', 'blokumine'];
    await marks(all);
    await tick(options, '#marks-groups-nmda-antagonists', false);
    await marks(all.slice(0, 3));
    await tick(options, '#marks-groups-nmda-antagonists', true);
    await marks(all);
    // Of the other one nothing is said with memantine; this one is of a class to avoid.
    await choose(options, '#marks-floor', 'avoid');
    await marks(['memantine', 'blokumine']);
    await choose(options, '#marks-floor', 'everything');
    await marks(all);
    expect(await number()).not.toBe(before);
    await press(options, '[data-pack="Blocker"] button');
    await marks(all.slice(0, 3));
    // The names are those of before: pages that have them need not read again.
    expect(await number()).toBe(before);
  });

  it('comes back with a backup, marked and shown as before', async () => {
    const backup = await savedText(options, '#backup-save');
    await press(options, '[data-pack="Ward"] button');
    await marks(['memantine']);
    await giveFile(options, '#backup-restore', 'backup.json', backup);
    await marks(['memantine', 'zephyrazole', 'Zephyr Plus']);
    await options.waitForSelector('[data-pack="Ward"]');
  });

  it('takes 5,000 medicines', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => packDrug(`drugalia-${index}`, [`drugalia-${index}`]));
    await add('many.json', JSON.stringify(packOf('Many', many)));
    await marks(['memantine', 'zephyrazole', 'Zephyr Plus', 'drugalia-4711']);
    await until(
      () => stored(options, 'packs') as Promise<{ pack: { name: string } }[]>,
      (packs) => packs.map(({ pack }) => pack.name).join() === 'Ward,Many',
    );
  });

  it('removes packs, and their names from open pages', async () => {
    await press(options, '[data-pack="Many"] button');
    await marks(['memantine', 'zephyrazole', 'Zephyr Plus']);
    await press(options, '[data-pack="Ward"] button');
    await marks(['memantine']);
    expect(await stored(options, 'dictionary')).toBeNull();
  });

  it('goes on with the sound packs where something broke among the stored ones', async () => {
    const sound = {
      pack: packOf('Ward', [packDrug('zephyrazole', ['zephyrazole'])]),
      addedOn: '2026-01-01',
      managed: false,
    };
    await inExtension(options, `await api.storage.local.set({ packs: [3, ${JSON.stringify(sound)}] })`);
    await marks(['memantine', 'zephyrazole']);
    expect(await stored(options, 'packsSetAside')).toEqual([3]);
  });
});
