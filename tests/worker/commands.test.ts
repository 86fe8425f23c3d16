/** Keys of the reader, and the entries of the browser's menu. */
import { beforeEach, describe, expect, it } from 'vitest';
import { installFakeTabs } from '../platform/fake-tabs.ts';

const fake = installFakeTabs();
const { runCommand } = await import('../../src/worker/commands.ts');
const { createMenu, followTab, onMenu } = await import('../../src/worker/menu.ts');
type Tab = Parameters<typeof followTab>[0];
const { putFrame } = await import('../../src/platform/frames.ts');
const { takeIntent } = await import('../../src/platform/intent.ts');
const { rememberPdf } = await import('../../src/platform/pdf-tabs.ts');
const { loadSettings } = await import('../../src/settings/store.ts');

const { i18n } = globalThis.browser as unknown as { i18n: { getMessage: (key: string, values?: string[]) => string } };
i18n.getMessage = (key, values = []) => (key === 'language' ? 'en' : [key, ...values].join(' '));

beforeEach(() => {
  fake.reset();
  fake.tabs.set(1, { id: 1, url: 'https://www.a.example/x', active: true });
  fake.tabs.set(2, { id: 2, url: 'https://b.example/' });
});

const asked = () =>
  fake.doneBy('tabs.sendMessage').map(([tab, message, to]) => {
    const { lens, data } = message as { lens: string; data: unknown };
    return [tab, (to as { frameId: number }).frameId, lens, ...(data ? [data] : [])];
  });
const sites = async () => (await loadSettings()).settings.sites;

describe('a key', () => {
  it('goes to the next mention in the first frame that has one, the top frame before all others', async () => {
    await putFrame(1, 9, { drugs: ['memantine'], mentions: 1 });
    await putFrame(1, 4, { drugs: ['memantine'], mentions: 1 });
    fake.frames
      .set('1:0', () => false)
      .set('1:4', () => true)
      .set('1:9', () => true);
    await runCommand('next-mention', 1);
    expect(asked()).toEqual([
      [1, 0, 'step-mention', { by: 1 }],
      [1, 4, 'step-mention', { by: 1 }],
    ]);
  });

  it('asks each frame once, and passes over those that are gone', async () => {
    await putFrame(1, 0, { drugs: ['memantine'], mentions: 1 });
    await putFrame(1, 4, { drugs: ['memantine'], mentions: 1 });
    await runCommand('previous-mention', 1);
    expect(asked()).toEqual([
      [1, 0, 'step-mention', { by: -1 }],
      [1, 4, 'step-mention', { by: -1 }],
    ]);
  });

  it('opens a card in the tab in front where the browser names no tab', async () => {
    fake.frames.set('1:0', () => true);
    await runCommand('open-card', undefined);
    expect(asked()).toEqual([[1, 0, 'open-card']]);
  });

  it('switches the site of the tab off and on again', async () => {
    await runCommand('toggle-site', 1);
    expect(await sites()).toEqual({ 'www.a.example': 'off' });
    await runCommand('toggle-site', 1);
    expect(await sites()).toEqual({});
  });

  it('switches no site where a tab has none', async () => {
    fake.tabs.set(1, { id: 1, url: 'about:blank', active: true });
    await runCommand('toggle-site', 1);
    fake.tabs.set(1, { id: 1, active: true });
    await runCommand('toggle-site', 1);
    expect(await sites()).toEqual({});
  });

  it('in our viewer of PDF documents switches the site of the document', async () => {
    const file = encodeURIComponent('https://papers.example/a.pdf');
    fake.tabs.set(1, { id: 1, url: `chrome-extension://fake/src/pages/pdf/index.html?file=${file}` });
    await runCommand('toggle-site', 1);
    expect(await sites()).toEqual({ 'papers.example': 'off' });
  });

  it('opens the search, even where no tab is in front', async () => {
    fake.tabs.clear();
    await runCommand('search', undefined);
    expect(fake.doneBy('action.openPopup')).toHaveLength(1);
    expect(await takeIntent()).toEqual({ search: '' });
  });

  it('does nothing where no tab is in front, or the command is none of ours', async () => {
    await runCommand('constructor', 1);
    fake.tabs.clear();
    await runCommand('next-mention', undefined);
    await runCommand('toggle-site', undefined);
    expect(fake.done).toEqual([]);
    expect(fake.local).toEqual({});
  });

  it('reads the PDF document of the tab', async () => {
    fake.tabs.set(1, { id: 1, url: 'https://a.example/a.pdf' });
    await runCommand('read-pdf', 1);
    expect(JSON.stringify(fake.doneBy('tabs.update'))).toContain('pdf/index.html?file=');
  });
});

describe('the menu', () => {
  const made = () => fake.doneBy('contextMenus.create').map(([entry]) => entry as Record<string, unknown>);
  const entry = (title: RegExp, context: string) =>
    made().find((one) => title.test(String(one.title)) && (one.contexts as string[]).includes(context))!;

  it('is made anew as a whole, so that no entry is there twice', async () => {
    await createMenu();
    expect(fake.done[0]).toEqual(['contextMenus.removeAll']);
    expect(new Set(made().map(({ id }) => id)).size).toBe(made().length);
  });

  it('offers to look up what is selected, in the words of the selection', async () => {
    await createMenu();
    // The browser puts the selection there.
    expect(entry(/menuLookUp/, 'selection').title).toBe('menuLookUp %s');
  });

  it('offers to read links to PDF documents and no others, and documents by their address', async () => {
    await createMenu();
    const fits = (patterns: unknown, url: string): boolean =>
      (patterns as string[]).some((pattern) =>
        new RegExp(
          `^${pattern
            .split('*')
            .map((part) => part.replace(/[.?/]/g, '\\$&'))
            .join('.*')}$`,
        ).test(url),
      );
    for (const patterns of [entry(/pdfRead/, 'link').targetUrlPatterns, entry(/pdfRead/, 'page').documentUrlPatterns]) {
      for (const url of ['https://a.example/b/c.pdf', 'http://a.example/C.PDF?x', 'file:///c.pdf'])
        expect(fits(patterns, url)).toBe(true);
      for (const url of ['https://a.example/pdf', 'ftp://a.example/c.pdf', 'https://a.example/c.pdf.html'])
        expect(fits(patterns, url)).toBe(false);
    }
  });

  it('looks up what was selected: without space around, and no whole page', async () => {
    await onMenu({ menuItemId: 'look-up', selectionText: '  Namenda \n' }, 1);
    expect(await takeIntent()).toEqual({ search: 'Namenda' });
    await onMenu({ menuItemId: 'look-up', selectionText: 'memantine '.repeat(10_000) }, 1);
    expect(((await takeIntent()) as { search: string }).search.length).toBeLessThanOrEqual(100);
    await onMenu({ menuItemId: 'look-up' }, 1);
    expect(await takeIntent()).toEqual({ search: '' });
  });

  it('opens a linked document beside the tab, and nothing for an entry without a link', async () => {
    await onMenu({ menuItemId: 'read-pdf-link', linkUrl: 'https://a.example/a.pdf' }, 1);
    await onMenu({ menuItemId: 'read-pdf-link' }, 1);
    const opened = fake.doneBy('tabs.create') as [{ url: string; openerTabId: number }][];
    expect(opened).toHaveLength(1);
    expect(opened[0]![0].openerTabId).toBe(1);
    expect(new URL(opened[0]![0].url).searchParams.get('file')).toBe('https://a.example/a.pdf');
  });

  it('shows its entry for documents of any address only while such a one is in front', async () => {
    const url = 'https://journal.example/article/12';
    await rememberPdf(1, url);
    const tab = { id: 1, url, active: true } as Tab;
    const shown = () =>
      fake.doneBy('contextMenus.update').map(([, change]) => (change as { visible: boolean }).visible);
    await followTab(tab);
    await followTab({ ...tab, url: 'https://journal.example/' });
    // By their address they have an entry already.
    await followTab({ ...tab, url: 'https://journal.example/a.pdf' });
    expect(shown()).toEqual([true, false, false]);
    await followTab({ ...tab, active: false });
    expect(shown()).toHaveLength(3);
  });

  it('is no trouble while it is not made yet', async () => {
    fake.refuses = (method) => method === 'contextMenus.update';
    await expect(followTab({ id: 1, url: 'https://a.example/', active: true } as Tab)).resolves.toBeUndefined();
  });
});
