/** A tab shows a PDF document: our viewer or the offer of it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installFakeTabs } from '../platform/fake-tabs.ts';

const fake = installFakeTabs();
const { onLoaded, onPdf, readLink, readPdfOf } = await import('../../src/worker/pdf.ts');
type Tab = Parameters<typeof onLoaded>[0];
const { isKnownPdf, showOriginal } = await import('../../src/platform/pdf-tabs.ts');
const { setSetting } = await import('../../src/settings/store.ts');

const URL_ = 'https://papers.example/a.pdf';

beforeEach(() => {
  fake.reset();
  fake.tabs.set(1, { id: 1, url: URL_ });
});
afterEach(() => vi.unstubAllGlobals());

/** What the reader sees: our viewer, the offer, or nothing of ours. */
function seen(): string {
  if (fake.doneBy('tabs.update').length > 0) return 'viewer';
  const [offer] = fake.doneBy('action.setBadgeText');
  return offer ? String((offer[0] as { text: string }).text) : 'nothing';
}

describe('a PDF document', () => {
  it('is offered to be read, and stays where it is', async () => {
    await onPdf(1, URL_);
    expect(seen()).toBe('PDF');
    expect(fake.doneBy('action.setTitle')).toEqual([[{ tabId: 1, title: 'pdfRead' }]]);
    expect(await isKnownPdf({ id: 1, url: URL_ })).toBe(true);
  });

  it('opens in our viewer where the reader wants that always', async () => {
    await setSetting('pdf.always', true);
    await onPdf(1, URL_);
    expect(seen()).toBe('viewer');
  });

  it.each<[string, string, unknown]>([
    ['the extension is off', 'enabled', false],
    ['its site is off', 'sites', { 'papers.example': 'off' }],
    ['only other sites were chosen', 'siteMode', 'chosen'],
  ])('does not where %s', async (_, path, value) => {
    await setSetting('pdf.always', true);
    await setSetting(path, value);
    await onPdf(1, URL_);
    expect(seen()).toBe('PDF');
  });

  it('does not where the reader just asked for the original, and does in the next tab', async () => {
    await setSetting('pdf.always', true);
    await showOriginal(1, URL_);
    fake.done.length = 0;
    await onPdf(1, URL_);
    expect(seen()).toBe('PDF');
    fake.tabs.set(2, { id: 2, url: URL_ });
    await onPdf(2, URL_);
    expect(seen()).toBe('viewer');
  });

  it('is left alone in a private window, where Chrome shows no viewer of ours', async () => {
    fake.tabs.set(1, { id: 1, url: URL_, incognito: true });
    await setSetting('pdf.always', true);
    await onPdf(1, URL_);
    await readPdfOf(1);
    await readLink(URL_, 1);
    expect(fake.done).toEqual([]);
  });

  it('is left alone where the tab was closed or went elsewhere meanwhile', async () => {
    await setSetting('pdf.always', true);
    await onPdf(1, 'https://papers.example/other.pdf');
    await onPdf(9, URL_);
    expect(fake.done).toEqual([]);
  });

  it('is no trouble where the tab is closed before the offer is there', async () => {
    fake.refuses = (method) => method.startsWith('action.');
    await expect(onPdf(1, URL_)).resolves.toBeUndefined();
  });

  it('of a local file opens in Chrome by itself and is offered in Firefox, which gives it to no extension', async () => {
    const file = 'file:///home/me/a.pdf';
    fake.tabs.set(1, { id: 1, url: file });
    await setSetting('pdf.always', true);
    vi.stubGlobal('__BROWSER__', 'firefox');
    await onPdf(1, file);
    expect(seen()).toBe('PDF');
    vi.unstubAllGlobals();
    await onPdf(1, file);
    expect(seen()).toBe('viewer');
  });
});

describe('a loaded tab', () => {
  const tab = { id: 1, url: URL_ } as Tab;

  it('tells in Firefox that it shows one, where no script of ours could', async () => {
    vi.stubGlobal('__BROWSER__', 'firefox');
    await onLoaded(tab);
    expect(seen()).toBe('PDF');
  });

  it('tells nothing in Chrome, where our script does, and nothing where it shows a page', async () => {
    await onLoaded(tab);
    vi.stubGlobal('__BROWSER__', 'firefox');
    fake.tabs.set(1, { id: 1, url: 'https://papers.example/' });
    await onLoaded({ ...tab, url: 'https://papers.example/' });
    const { url, ...unknown } = tab;
    await onLoaded(unknown as Tab);
    expect(fake.done).toEqual([]);
  });
});

describe('asked by the reader,', () => {
  it('the document of the tab is read in its place', async () => {
    await readPdfOf(1);
    expect(seen()).toBe('viewer');
  });

  it('nothing happens in a tab that shows none', async () => {
    fake.tabs.set(1, { id: 1, url: 'https://papers.example/' });
    fake.tabs.set(2, { id: 2 });
    await readPdfOf(1);
    await readPdfOf(2);
    expect(fake.done).toEqual([]);
  });

  it('a link opens in a tab of its own, from a window without tabs as well', async () => {
    await readLink(URL_, undefined);
    const [[about]] = fake.doneBy('tabs.create') as [[object]];
    expect(about).not.toHaveProperty('openerTabId');
    expect(fake.doneBy('tabs.update')).toEqual([]);
  });
});
