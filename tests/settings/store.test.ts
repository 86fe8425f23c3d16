import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/settings/schema.ts';
import type { SetAside } from '../../src/settings/store.ts';
import { installFakeBrowser } from './fake-browser.ts';

const fake = installFakeBrowser();
// Only now: the polyfill looks for the browser when it is imported.
const store = await import('../../src/settings/store.ts');
const sites = await import('../../src/settings/site-rule.ts');

beforeEach(() => fake.reset());

describe('reading', () => {
  test('nothing stored gives the defaults', async () => {
    expect((await store.loadSettings()).settings).toEqual(DEFAULT_SETTINGS);
  });

  test('only what the reader set is stored, and defaults of today hold for the rest', async () => {
    await store.setSetting('marks.style', 'dotted');
    expect(fake.local.settings).toEqual({ version: 1, marks: { style: 'dotted' } });
    expect((await store.loadSettings()).settings.marks).toEqual({ ...DEFAULT_SETTINGS.marks, style: 'dotted' });
  });

  test('a setting that is put back to its default is stored no more', async () => {
    await store.setSetting('marks.style', 'dotted');
    await store.setSetting('marks.style', undefined);
    expect((await store.loadSettings()).settings).toEqual(DEFAULT_SETTINGS);
  });

  test.each<[string, unknown]>([
    ['text', 'broken'],
    ['a list', [1]],
    ['null', null],
    ['a number for a section', { version: 1, marks: 5 }],
  ])('%s where settings should be gives the defaults', async (_, stored) => {
    fake.local.settings = stored;
    expect((await store.loadSettings()).settings).toEqual(DEFAULT_SETTINGS);
  });

  test('a broken field falls back alone; the others stand', async () => {
    fake.local.settings = { version: 1, enabled: false, marks: { style: 'wavy', quiet: 'first-per-page' } };
    const { settings } = await store.loadSettings();
    expect(settings.enabled).toBe(false);
    expect(settings.marks.style).toBe('underline');
    expect(settings.marks.quiet).toBe('first-per-page');
  });

  test('broken settings are set aside as they were before the first write, and stay until dismissed', async () => {
    const broken = { version: 1, marks: { style: 'wavy' }, gone: true };
    fake.local.settings = structuredClone(broken);
    await store.setSetting('enabled', false);
    const aside = (await store.loadSetAside()) as SetAside;
    expect(aside.data).toEqual(broken);
    expect(aside.problems.join()).toContain('marks.style');
    expect(aside.problems.join()).toContain('gone');
    await store.setSetting('enabled', true);
    expect(await store.loadSetAside()).toEqual(aside);
    await store.dismissSetAside();
    expect(await store.loadSetAside()).toBeUndefined();
  });

  test('settings without a version, as they were written before there were versions, are read and get one', async () => {
    const written = { enabled: false, marks: { style: 'dotted' } };
    fake.local.settings = written;
    expect((await store.loadSettings()).own).toEqual(written);
    await store.refreshSettings();
    expect(fake.local.settings).toEqual({ version: 1, ...written });
    expect(await store.loadSetAside()).toBeUndefined();
  });

  test('settings of a newer version: what we know is used, the whole is set aside', async () => {
    const future = { version: 99, enabled: false, hologram: 'on' };
    fake.local.settings = structuredClone(future);
    expect((await store.loadSettings()).settings.enabled).toBe(false);
    await store.refreshSettings();
    expect((await store.loadSetAside())?.data).toEqual(future);
    expect(fake.local.settings).toEqual({ version: 1, enabled: false });
  });
});

describe('changing', () => {
  test('two windows that edit at once lose nothing', async () => {
    await Promise.all([
      store.setSetting('marks.style', 'background'),
      store.setSetting('marks.quiet', 'first-per-page'),
      store.setSetting('opening.on', 'click'),
      sites.switchSite('https://a.example/', 'a.example', 'off'),
      sites.switchSite('https://b.example/', 'b.example', 'off'),
    ]);
    const { settings } = await store.loadSettings();
    expect(settings.marks.style).toBe('background');
    expect(settings.marks.quiet).toBe('first-per-page');
    expect(settings.opening.on).toBe('click');
    expect(settings.sites).toEqual({ 'a.example': 'off', 'b.example': 'off' });
  });

  test('watchers hear of it', async () => {
    const heard = new Promise<boolean>((done) => store.watchSettings(({ settings }) => done(settings.enabled)));
    await store.setSetting('enabled', false);
    expect(await heard).toBe(false);
  });
});

describe('an administrator', () => {
  test('presets hold until the reader chooses', async () => {
    fake.managed.policy = { settings: { marks: { style: 'dotted' }, sites: { '*.example': 'off' } } };
    expect((await store.loadSettings()).settings.marks.style).toBe('dotted');
    await store.setSetting('marks.style', 'background');
    expect((await store.loadSettings()).settings.marks.style).toBe('background');
    expect((await store.loadSettings()).settings.sites).toEqual({ '*.example': 'off' });
  });

  test('what is locked cannot be changed, whole sections included', async () => {
    fake.managed.policy = { settings: { marks: { style: 'dotted' } }, locked: ['marks', 'siteMode'] };
    await store.setSetting('marks.style', 'background');
    await store.setSetting('siteMode', 'chosen');
    const { settings, managed } = await store.loadSettings();
    expect(settings.marks.style).toBe('dotted');
    expect(settings.siteMode).toBe('everywhere');
    expect(managed.locked).toContain('marks.quiet');
  });

  test("a locked list of sites is the administrator's alone", async () => {
    fake.managed.policy = { settings: { sites: { 'a.example': 'off' } }, locked: ['sites'] };
    await sites.switchSite('https://a.example/', 'a.example', 'on');
    expect((await store.loadSettings()).settings.sites).toEqual({ 'a.example': 'off' });
  });

  test('a preset rule can be answered by the reader where it is not locked', async () => {
    fake.managed.policy = { settings: { sites: { '*.a.example': 'off' } } };
    const { settings } = await sites.switchSite('https://www.a.example/', '*.a.example', 'on');
    expect(settings.sites).toEqual({ '*.a.example': 'on' });
  });

  test('nonsense in a policy is left out', async () => {
    fake.managed.policy = { settings: { marks: { style: 'wavy', quiet: 'first-per-page' } }, locked: 'everything' };
    const { settings, managed } = await store.loadSettings();
    expect(settings.marks).toEqual({ ...DEFAULT_SETTINGS.marks, quiet: 'first-per-page' });
    expect(managed.locked).toEqual([]);
  });
});
