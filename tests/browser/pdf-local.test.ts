/** PDF documents on the reader's own computer: what each browser lets an extension do with them, and what is said where it does not. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { inExtension, openOptions, press, tick } from './harness/own-pages.ts';
import { pdfOf } from './harness/pdf.ts';
import { until } from './harness/probe.ts';

describe.each(BROWSERS)('local PDF documents in %s', (name) => {
  let lens: Lens;
  let page: Page;
  let options: Page;
  let address: string;

  beforeAll(async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'lens-')), 'own.pdf');
    writeFileSync(file, pdfOf('Take memantine'));
    address = pathToFileURL(file).href;
    lens = await launch(name);
    options = await openOptions(lens);
    page = await lens.newPage();
  });

  afterAll(() => lens?.close());

  const tabs = () =>
    inExtension<{ id: number; url?: string }[]>(
      options,
      '(await api.tabs.query({})).map(({ id, url }) => ({ id, url }))',
    );
  const tabAt = async (url: string) => {
    const all = await until(tabs, (list) => list.some((tab) => tab.url === url));
    return all.find((tab) => tab.url === url)!;
  };
  const says = () => page.$$eval('[data-says]', (all) => all.map((one) => (one as HTMLElement).dataset.says));

  it('are shown in the browser’s own viewer on demand; where it refuses, the reader is told how to get there', async () => {
    await lens.open(page, lens.extensionUrl(viewerPath(address)));
    await page.bringToFront();
    if (name === 'chrome') {
      await press(page, '#original');
      await tabAt(address);
      // And what Chrome does where it is not allowed.
      await lens.open(page, lens.extensionUrl(viewerPath(address)));
      await page.waitForSelector('.textLayer span');
      await page.evaluate(() => {
        chrome.runtime.sendMessage = (async ({ lens: message }: { lens: string }) =>
          message === 'show-original' ? false : undefined) as unknown as typeof chrome.runtime.sendMessage;
      });
      await press(page, '#original');
      expect(await until(says, (all) => all.length > 0)).toEqual(['pdfSaysRefused']);
      return;
    }
    await until(says, (all) => all.includes('FilesNever'));
    await press(page, '#original');
    expect(await until(says, (all) => all.length > 1)).toEqual(['pdfSaysRefused', 'FilesNever']);
    // Once, however often it is asked for, until it is closed.
    await press(page, '#original');
    await press(page, '[data-says="pdfSaysRefused"] button');
    await until(says, (all) => all.join() === 'FilesNever');
  });

  it('are opened by themselves once the reader wants that, where the browser hands them over', async () => {
    await tick(options, '#pdf-always', true);
    page.goto(address).catch(() => undefined);
    if (name === 'chrome') await tabAt(lens.extensionUrl(viewerPath(address)));
    else {
      const { id } = await tabAt(address);
      // What is said where nothing is opened.
      await until(
        () => inExtension<string>(options, `await api.action.getBadgeText({ tabId: ${id} })`),
        (badge) => badge === 'PDF',
      );
      expect((await tabAt(address)).id).toBe(id);
    }
    await tick(options, '#pdf-always', false);
  });
});
