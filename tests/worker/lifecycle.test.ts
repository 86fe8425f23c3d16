/** What is done once, whatever the browser tells; and the rules of marks that a frame asks for. */
import { beforeEach, describe, expect, it } from 'vitest';
import { installFakeTabs } from '../platform/fake-tabs.ts';

const fake = installFakeTabs();
const { runtime } = globalThis.browser as unknown as { runtime: { getManifest: () => object } };
runtime.getManifest = () => ({ version: '1', content_scripts: [{ js: ['guard.js', 'main.js'] }, { css: ['x'] }] });
const { startInOpenTabs, startOnce, welcome } = await import('../../src/worker/lifecycle.ts');
const { paintStyle } = await import('../../src/worker/paint.ts');
const { setSetting } = await import('../../src/settings/store.ts');

beforeEach(() => fake.reset());

const started = () =>
  fake.doneBy('scripting.executeScript').map(([about]) => (about as { target: { tabId: number } }).target.tabId);

describe('the page of the first run', () => {
  it('is shown once ever', async () => {
    await welcome();
    await welcome();
    expect(fake.doneBy('tabs.create')).toEqual([[{ url: 'chrome-extension://fake/src/pages/welcome/index.html' }]]);
  });
});

describe('tabs that were open before the extension', () => {
  beforeEach(() => {
    for (const id of [1, 2, 3]) fake.tabs.set(id, { id, url: `https://${id}.example/` });
  });

  it('get all scripts in all their frames', async () => {
    await startInOpenTabs();
    expect(fake.doneBy('scripting.executeScript')[0]).toEqual([
      { target: { tabId: 1, allFrames: true }, files: ['guard.js', 'main.js'] },
    ]);
    expect(started()).toEqual([1, 2, 3]);
  });

  it('do not wait for one that takes none', async () => {
    fake.refuses = (_, told) => JSON.stringify(told).includes('"tabId":2');
    await expect(startInOpenTabs()).resolves.toBeUndefined();
    expect(started()).toEqual([1, 3]);
  });

  it('get them once while the extension is on, and again after it was switched off', async () => {
    await startOnce();
    await startOnce();
    expect(started()).toEqual([1, 2, 3]);
    // What the browser forgets with the extension.
    for (const key of Object.keys(fake.session)) delete fake.session[key];
    await startOnce();
    expect(started()).toHaveLength(6);
  });
});

describe('rules of marks', () => {
  const names = {
    avoid: 'aaaaaaaa',
    caution: 'bbbbbbbb',
    watch: 'cccccccc',
    other: 'dddddddd',
    memantine: 'eeeeeeee',
    flash: 'ffffffff',
  };
  const rules = () => fake.doneBy('scripting.insertCSS') as [{ css: string; origin: string; target: object }][];

  it('come into the frame that asked alone, under its names and in the look of the present settings', async () => {
    await setSetting('marks.color', '#aa0000');
    await paintStyle(3, 7, names);
    const { css, target } = rules()[0]![0];
    expect(rules()).toHaveLength(1);
    expect(target).toEqual({ tabId: 3, frameIds: [7] });
    for (const name of Object.values(names)) expect(css).toContain(`::highlight(${name})`);
    expect(css).toContain('#aa0000');
    expect(css).toMatch(/^@media not print/);
  });

  it('are for print, too, where the reader wants that', async () => {
    await setSetting('marks.inPrint', true);
    await paintStyle(3, 7, names);
    expect(rules()[0]![0].css).not.toContain('print');
  });
});
