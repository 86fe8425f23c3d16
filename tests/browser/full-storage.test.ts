/** A browser that has no room: packs and backups change nothing then, and the options say so. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { giveFile, inExtension, savedText, stored, tick } from './harness/own-pages.ts';
import { markedTexts, until } from './harness/probe.ts';
import { packDrug, packOf } from './harness/sample-pack.ts';
import { onStage } from './harness/stage.ts';

const PAGE =
  '<!doctype html><html lang="en"><title>Ward</title><p>The ward gave memantine, zephyrazole and klinamine.</p></html>';
const WARD = packOf('Ward', [packDrug('zephyrazole', ['zephyrazole'])]);
/** Larger than what is left. */
const CLINIC = packOf('Clinic', [
  packDrug('klinamine', ['klinamine']),
  ...Array.from({ length: 400 }, (_, index) => packDrug(`many-${index}`, [`manyzole${index}`])),
]);

describe.each(BROWSERS)('full storage in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;

  onStage(name, { '/': PAGE }, async (stage) => {
    ({ lens, site, page, own: options } = stage);
    await lens.open(page, `${site.origin}/`);
  });

  /** Leaves a few kilobytes of an area. Firefox sets no bound that a test could reach: there the worker is told so. */
  const fill = (area: string): Promise<unknown> =>
    inExtension(
      options,
      name === 'chrome'
        ? `await (async () => {
            const used = await api.storage.${area}.getBytesInUse(null);
            await api.storage.${area}.set({ junk: 'x'.repeat(api.storage.${area}.QUOTA_BYTES - used - 8_000) });
          })()`
        : `await (async () => {
            const { storage } = (await api.runtime.getBackgroundPage()).browser;
            globalThis.set = storage.local.set;
            storage.local.set = () => Promise.reject(new Error('QuotaExceededError'));
          })()`,
    );
  const empty = (area: string): Promise<unknown> =>
    inExtension(
      options,
      name === 'chrome'
        ? `await api.storage.${area}.remove('junk')`
        : `((await api.runtime.getBackgroundPage()).browser.storage.local.set = globalThis.set, 0)`,
    );
  /** In Firefox both lie in one. */
  const areas = name === 'chrome' ? ['local', 'session'] : ['local'];

  const give = (selector: string, file: string, content: string): Promise<void> =>
    giveFile(options, selector, file, content);
  const saying = (selector: string, words: string): Promise<unknown> =>
    until(
      () => options.$eval(selector, (element) => element.textContent),
      (text) => text!.includes(words),
    );
  const marks = (texts: readonly string[]): Promise<unknown> =>
    until(
      () => markedTexts(page),
      (found) => found.toSorted().join() === texts.toSorted().join(),
    );
  const packs = async (): Promise<string> =>
    ((await stored(options, 'packs')) as { pack: { name: string } }[]).map(({ pack }) => pack.name).join();

  it.each(areas)('a pack for which %s has no room is refused with words, and all stays as it was', async (area) => {
    await give('#pack-add', 'ward.json', JSON.stringify(WARD));
    await marks(['memantine', 'zephyrazole']);
    await fill(area);
    await give('#pack-add', 'clinic.json', JSON.stringify(CLINIC));
    await saying('#pack-problems', 'no room');
    await empty(area);
    expect(await packs()).toBe('Ward');
    await lens.open(page, `${site.origin}/`);
    await marks(['memantine', 'zephyrazole']);
  });

  it.each(areas)('a backup for which %s has no room says so and changes nothing', async (area) => {
    await tick(options, '#marks-inPrint', true);
    await until(
      () => stored(options, 'settings'),
      (settings) => JSON.stringify(settings).includes('inPrint'),
    );
    const backup = JSON.parse(await savedText(options, '#backup-save')) as { packs: unknown[]; settings: object };
    const before = await stored(options, 'settings');
    await fill(area);
    const other = { ...backup, packs: [CLINIC], settings: { version: 1, card: { theme: 'dark' } } };
    await give('#backup-restore', 'backup.json', JSON.stringify(other));
    await saying('#said', 'no room');
    await empty(area);
    expect(await stored(options, 'settings')).toEqual(before);
    expect(await packs()).toBe('Ward');
    await give('#backup-restore', 'backup.json', JSON.stringify(other));
    await saying('#said', 'restored');
    await marks(['memantine', 'zephyrazole', 'klinamine']);
    await give('#backup-restore', 'before.json', JSON.stringify(backup));
    await inExtension(
      options,
      `await api.runtime.sendMessage({ lens: 'change-packs', data: { add: [], remove: ['Clinic'] } })`,
    );
    await marks(['memantine', 'zephyrazole']);
  });
});
