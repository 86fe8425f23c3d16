/** Mentions by keyboard: the commands walk them in order, focus goes into the card and back, and nothing speaks unasked. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/cli/serve.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { inExtension } from './harness/own-pages.ts';
import { cardOf, pressEscape, restOn } from './harness/pointing.ts';
import { ask, markedTexts, until } from './harness/probe.ts';

const GAP = '<div style="height:1500px"></div>';
const PAGE = `<!doctype html><meta charset="utf-8"><title>Walk</title><button id="b">here</button>
  <p>memantine</p>${GAP}<table><tr><td>amantadine</td></tr></table>${GAP}<p>ketamine</p>${GAP}
  <div style="height:100px;overflow:auto"><pre>${'line\n'.repeat(200)}warfarin\n${'line\n'.repeat(200)}</pre></div>`;

describe.each(BROWSERS)('the keyboard in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let own: Page;
  let tab: number;

  beforeAll(async () => {
    [lens, site] = await Promise.all([launch(name), serve(import.meta.dirname, { '/': PAGE })]);
    own = await lens.newPage();
    await lens.open(own, lens.extensionUrl('src/options/index.html'));
    page = await lens.newPage();
    await lens.open(page, `${site.origin}/`);
    await until(
      () => markedTexts(page),
      (texts) => texts.length === 4,
    );
    tab = await inExtension<number>(
      own,
      `(await api.tabs.query({})).find((tab) => tab.url?.startsWith(${JSON.stringify(site.origin)})).id`,
    );
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  /** What the browser's command does. */
  const tell = (message: string, data: unknown = null): Promise<boolean> =>
    inExtension<boolean>(
      own,
      `await api.tabs.sendMessage(${tab}, { lens: ${JSON.stringify(message)}, data: ${JSON.stringify(data)} }, { frameId: 0 })`,
    );
  const card = (text: RegExp) =>
    until(
      () => ask(page, 'card'),
      (view) => view !== null && text.test(view.text),
    );
  const inView = async (text: string): Promise<boolean> => {
    const ranges = (await ask(page, 'highlights')).flatMap((highlight) => highlight.ranges);
    const { y, height } = ranges.find((range) => range.text === text)!.box;
    const bottom = (await page.evaluate('innerHeight')) as number;
    return y >= 0 && y + height <= bottom;
  };

  it('says nothing and takes no focus before it is asked', async () => {
    expect(await ask(page, 'card')).toBeNull();
    expect(await page.evaluate(`document.querySelectorAll('[aria-live]').length`)).toBe(0);
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
  });

  it('walks forwards, backwards and round, each mention in view with its card', async () => {
    await page.bringToFront();
    const steps: [1 | -1, string][] = [
      [1, 'memantine'],
      [1, 'amantadine'],
      [1, 'ketamine'],
      [1, 'warfarin'],
      [1, 'memantine'],
      [-1, 'warfarin'],
      [-1, 'ketamine'],
    ];
    for (const [by, text] of steps) {
      expect(await tell('step-mention', { by })).toBe(true);
      await card(new RegExp(text, 'i'));
      expect([text, await inView(text)]).toEqual([text, true]);
    }
  });

  it('moves the focus into the card and back', async () => {
    await page.keyboard.press('Escape');
    await until(
      () => ask(page, 'card'),
      (view) => view === null,
    );
    await page.focus('#b');
    expect(await tell('open-card')).toBe(true);
    const view = await until(
      () => ask(page, 'card'),
      (open) => open?.focus !== null && open !== null,
    );
    // A screen reader speaks the name of what takes the focus.
    expect(view!.focus!.label ?? view!.text).toMatch(/ketamine/i);
    await page.keyboard.press('Escape');
    await until(
      () => ask(page, 'card'),
      (open) => open === null,
    );
    expect(await page.evaluate('document.activeElement.id')).toBe('b');
  });

  // WebDriver BiDi does not give the accessibility tree, so only Chromium is asked.
  if (name === 'chrome')
    it('is heard by a screen reader when it is asked for, and not before', async () => {
      await page.evaluate('document.activeElement.blur(); scrollTo(0, 0)');
      const session = await page.createCDPSession();
      const tree = async (): Promise<{ role: string; label: string; focused: boolean; live: boolean }[]> => {
        const { nodes } = await session.send('Accessibility.getFullAXTree');
        return nodes
          .filter(({ ignored }) => !ignored)
          .map(({ role, name: label, properties = [] }) => ({
            role: String(role?.value),
            label: String(label?.value ?? ''),
            focused: properties.some(({ name: key, value }) => key === 'focused' && value.value === true),
            live: properties.some(({ name: key, value }) => key === 'live' && /polite|assertive/.test(value.value)),
          }));
      };
      /** What would be spoken without the reader having gone there: live regions that hold something. */
      const unasked = (nodes: Awaited<ReturnType<typeof tree>>) =>
        nodes.filter(({ live, role, label }) => (live && label !== '') || role === 'alert');
      const before = await tree();
      expect(before.filter(({ role }) => role === 'dialog')).toEqual([]);
      expect(unasked(before)).toEqual([]);

      await restOn(page, 'memantine');
      await cardOf(page, 'memantine');
      const hovered = await tree();
      expect(unasked(hovered)).toEqual([]);
      expect(hovered.find(({ focused }) => focused)?.role).toBe('RootWebArea');
      await pressEscape(page);

      expect(await tell('open-card')).toBe(true);
      await card(/memantine/);
      const asked = await tree();
      expect(asked.find(({ role, focused }) => role === 'dialog' && focused)?.label).toMatch(/^memantine/i);
      expect(unasked(asked)).toEqual([]);
      await pressEscape(page);
    });
});
