/** What pages are told, and packs: kept whole or not at all, mended at the next start. The browser's storage is faked. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageSettings } from '../../src/settings/page-settings.ts';
import { DEFAULT_SETTINGS } from '../../src/settings/schema.ts';
import { NO_WATCHED } from '../../src/shared/policy/marks.ts';
import { packDrug, packOf } from '../browser/harness/sample-pack.ts';
import { installFakeBrowser } from '../settings/fake-browser.ts';

const fake = installFakeBrowser();
const { publish } = await import('../../src/worker/publish.ts');
const { changePacks, takeManagedPacks } = await import('../../src/worker/pack-store.ts');
const { setSetting } = await import('../../src/settings/store.ts');
const { needsReader } = await import('../../src/worker/reader.ts');
const { numberOf } = await import('../../src/worker/names-in-use.ts');
const { soundPacks } = await import('../../src/worker/sound-packs.ts');

beforeEach(() => {
  fake.reset();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

const copy = () => fake.session.pageSettings as PageSettings;
const names = () => JSON.stringify(fake.session.dictionary ?? '');
const kept = () => (fake.local.packs as { pack: { name: string } }[]).map(({ pack }) => pack.name);
const ward = packOf('Ward', [packDrug('zephyrazole', ['zephyrazole'])]);
const clinic = packOf('Clinic', [packDrug('klinamine', ['klinamine'])]);

describe('the copy for pages', () => {
  test('holds the settings in force, and nothing of it is where settings are', async () => {
    await setSetting('card.theme', 'dark');
    await publish();
    expect(copy()).toEqual({
      ...DEFAULT_SETTINGS,
      card: { ...DEFAULT_SETTINGS.card, theme: 'dark' },
      dictionary: 0,
      packs: 0,
      watchedVerdicts: NO_WATCHED,
    });
    expect(fake.local).not.toHaveProperty('pageSettings');
  });

  test('says by verdict what is to be heard of with the medicines that the reader watches, and nothing more', async () => {
    await setSetting('watched', ['memantine', 'warfarin']);
    await publish();
    const { watchedVerdicts } = copy();
    expect(watchedVerdicts.avoid.split(' ')).toContain('ketamine');
    expect(Object.values(watchedVerdicts).join(' ').split(' ')).toContain('memantine');
    await setSetting('watched', undefined);
    await publish();
    expect(copy().watchedVerdicts).toEqual(NO_WATCHED);
  });

  test('is mended where somebody else wrote it', async () => {
    await publish();
    const before = copy();
    fake.session.pageSettings = { ...before, marks: { ...before.marks, color: 'red}*{display:none' } };
    fake.session.dictionary = { lines: 'evil' };
    await publish();
    expect(copy()).toEqual(before);
    expect(fake.session).not.toHaveProperty('dictionary');
  });

  test('holds names that were written by us alone, whatever number they stand under', async () => {
    await changePacks({ add: [ward], remove: [] });
    const before = structuredClone(fake.session);
    const evil = { ...(before.dictionary as object), lines: '\tmemantine\nthe' };
    fake.session.dictionary = evil;
    expect(await needsReader(['take the water'])).toBe(true);
    await publish();
    expect(fake.session.dictionary).toEqual(before.dictionary);
    expect(fake.session.prefilter).toEqual(before.prefilter);
    // Neither with the proof of other names, nor without any.
    await changePacks({ add: [clinic], remove: ['Ward'] });
    Object.assign(fake.session, { dictionary: evil, prefilter: before.prefilter, namesProof: before.namesProof });
    await publish();
    expect(names()).toContain('klinamine');
    delete fake.session.namesProof;
    fake.session.prefilter = { ...(fake.session.prefilter as object), plain: '(a+)+$' };
    await publish();
    expect(JSON.stringify(fake.session.prefilter)).not.toContain('(a+)+$');
  });

  test('is not written again where it is ours', async () => {
    await changePacks({ add: [ward], remove: [] });
    const before = structuredClone(fake.session);
    await publish();
    expect(fake.session).toEqual(before);
  });

  test('names are compiled anew where settings or packs changed, and not otherwise', async () => {
    await setSetting('recognition.strictness', 'strict');
    await publish();
    const first = copy().dictionary;
    expect(first).not.toBe(0);
    await setSetting('card.theme', 'dark');
    await publish();
    expect(copy().dictionary).toBe(first);
    await setSetting('recognition.strictness', 'loose');
    await publish();
    expect(copy().dictionary).not.toBe(first);
  });
});

describe('packs', () => {
  test('are kept with their names in one go', async () => {
    expect(await changePacks({ add: [ward], remove: [] })).toBe('done');
    expect(copy().packs).toBe(1);
    expect(names()).toContain('zephyrazole');
    expect(await changePacks({ add: [clinic], remove: ['Ward'] })).toBe('done');
    expect(names()).toContain('klinamine');
    expect(names()).not.toContain('zephyrazole');
  });

  test.each(['session', 'local'])('without room in %s all is as before, and the reader is told', async (area) => {
    await changePacks({ add: [ward], remove: [] });
    fake.full.add(area);
    expect(await changePacks({ add: [clinic], remove: ['Ward'] }).catch(String)).toBe('no-room');
    fake.full.clear();
    await publish();
    expect((fake.local.packs as { pack: { name: string } }[]).map(({ pack }) => pack.name)).toEqual(['Ward']);
    expect(names()).toContain('zephyrazole');
    expect(names()).not.toContain('klinamine');
  });

  test('a backup without room changes no setting either', async () => {
    await setSetting('card.theme', 'dark');
    fake.full.add('local');
    expect(await changePacks({ add: [ward], remove: [], settings: { card: { theme: 'light' } } })).toBe('no-room');
    expect(fake.local.settings).toEqual({ version: 1, card: { theme: 'dark' } });
  });

  test('names that a stop in between left unwritten are written at the next start', async () => {
    fake.local.packs = [{ pack: ward, addedOn: '2026-01-01', managed: false }];
    await publish();
    expect(names()).toContain('zephyrazole');
  });

  test.each([
    ['a word', 'nonsense'],
    ['a list of nonsense', [1, null, { pack: 3 }]],
    ['a pack without its parts', [{ pack: { name: 'Ward' }, addedOn: '2026-01-01', managed: false }]],
    ['an entry without names', [{ pack: { ...ward, entries: [{ id: 'x' }] }, addedOn: '2026-01-01', managed: false }]],
  ])('%s in their place is set aside, and the sound ones work', async (_, broken) => {
    const good = { pack: clinic, addedOn: '2026-01-01', managed: false };
    fake.local.packs = Array.isArray(broken) ? [...broken, good] : broken;
    await publish();
    const sound = Array.isArray(broken) ? [good] : [];
    expect(fake.local.packs).toEqual(sound);
    expect(fake.local.packsSetAside).toEqual(Array.isArray(broken) ? broken : [broken]);
    expect(copy().packs).toBe(sound.length);
  });

  test('what is no pack is refused', async () => {
    expect(await changePacks({ add: [{ name: 'x' }], remove: [] })).toBe('refused');
    expect(fake.local).not.toHaveProperty('packs');
  });

  test("an administrator's take the place of the reader's of the same name, and stay", async () => {
    await changePacks({ add: [ward, clinic], remove: [] });
    fake.managed.policy = { packs: [packOf('Ward', [packDrug('policine', ['policine'])])] };
    await takeManagedPacks();
    await changePacks({ add: [ward], remove: ['Ward'] });
    expect(names()).toContain('policine');
    expect(names()).not.toContain('zephyrazole');
  });

  test("an administrator's that holds no more is left out, and the others stand", async () => {
    fake.managed.policy = { packs: [ward, { name: 'Broken' }, '{"name": ', JSON.stringify(clinic)] };
    await takeManagedPacks();
    expect(kept()).toEqual(['Ward', 'Clinic']);
    fake.managed.policy = { packs: [clinic] };
    await takeManagedPacks();
    expect(kept()).toEqual(['Clinic']);
    fake.managed.policy = undefined;
    await takeManagedPacks();
    expect(kept()).toEqual([]);
  });

  describe('on another day', () => {
    afterEach(() => vi.useRealTimers());
    const on = (day: string): void => void vi.useFakeTimers({ now: new Date(`${day}T12:00:00Z`), toFake: ['Date'] });
    const days = () => (fake.local.packs as { addedOn: string }[]).map(({ addedOn }) => addedOn);

    test("an administrator's keeps the day on which it came, however the browser sorts what it stores", async () => {
      on('2026-01-01');
      fake.managed.policy = { packs: [ward] };
      await takeManagedPacks();
      const [{ pack, addedOn, managed }] = fake.local.packs as [{ pack: object; addedOn: string; managed: boolean }];
      const sorted = Object.fromEntries(Object.entries(pack).sort(([a], [b]) => (a < b ? -1 : 1)));
      fake.local.packs = [{ addedOn, managed, pack: sorted }];
      const written = vi.spyOn((globalThis.browser as unknown as typeof chrome).storage.local, 'set');
      on('2026-02-02');
      await takeManagedPacks();
      expect(days()).toEqual(['2026-01-01']);
      expect(written).not.toHaveBeenCalled();
      written.mockRestore();
      fake.managed.policy = { packs: [{ ...ward, about: 'Another edition.' }] };
      await takeManagedPacks();
      expect(days()).toEqual(['2026-02-02']);
    });
  });

  test('of one name take its place in the list, and a name that shadows a property is a name', async () => {
    await changePacks({ add: [ward, clinic], remove: ['constructor', '__proto__'] });
    await changePacks({ add: [{ ...ward, about: 'Another edition.' }, packOf('__proto__', [])], remove: [] });
    expect(kept()).toEqual(['Ward', 'Clinic', '__proto__']);
    expect(JSON.stringify(fake.local.packs)).toContain('Another edition.');
    await changePacks({ add: [], remove: ['__proto__'] });
    expect(kept()).toEqual(['Ward', 'Clinic']);
  });

  test('that are broken are set aside once each, beside those of before', async () => {
    fake.local.packsSetAside = [{ old: true }];
    for (const broken of [{ pack: 3 }, { pack: 3 }, { pack: 4 }]) {
      fake.local.packs = [broken];
      expect(await soundPacks()).toEqual([]);
    }
    expect(fake.local.packsSetAside).toEqual([{ old: true }, { pack: 3 }, { pack: 4 }]);
  });

  test('that are broken stay where they are while there is no room to set them aside', async () => {
    const good = { pack: clinic, addedOn: '2026-01-01', managed: false };
    fake.local.packs = [{ pack: 3 }, good];
    fake.full.add('local');
    expect(await soundPacks()).toEqual([good]);
    expect(fake.local).toEqual({ packs: [{ pack: 3 }, good] });
  });
});

describe('the number of the names in use', () => {
  const stored = (pack: object) => ({ pack: pack as never, addedOn: '2026-01-01', managed: false });

  test('is the same for the same names alone: days, order of keys and other settings do not matter', async () => {
    const one = await numberOf(DEFAULT_SETTINGS, [stored(ward)]);
    expect(Number.isSafeInteger(one)).toBe(true);
    const turned = Object.fromEntries(Object.entries(ward).reverse());
    const later = { ...stored(turned), addedOn: '2026-02-02', managed: true };
    expect(await numberOf({ ...DEFAULT_SETTINGS, enabled: false }, [later])).toBe(one);
    const strict = {
      ...DEFAULT_SETTINGS,
      recognition: { ...DEFAULT_SETTINGS.recognition, strictness: 'strict' },
    } as const;
    const others = await Promise.all([
      numberOf(DEFAULT_SETTINGS, [stored(clinic)]),
      numberOf(DEFAULT_SETTINGS, []),
      numberOf(strict, [stored(ward)]),
    ]);
    expect(new Set([one, ...others]).size).toBe(4);
    // Zero says that the built-in names serve.
    expect(others).not.toContain(0);
  });

  test('is another one with the next version of the extension', async () => {
    const one = await numberOf(DEFAULT_SETTINGS, []);
    const { runtime } = globalThis.browser as unknown as { runtime: { getManifest: () => { version: string } } };
    const next = vi.spyOn(runtime, 'getManifest').mockReturnValue({ version: '2' });
    expect(await numberOf(DEFAULT_SETTINGS, [])).not.toBe(one);
    next.mockRestore();
  });
});

describe('the large script comes to a page', () => {
  test('where a name counts in one of the ways to read it, and not where it can be none', async () => {
    await publish();
    const recipe = 'Pour the alcohol over the cherries and wait.';
    expect(await needsReader([recipe])).toBe(false);
    expect(await needsReader([recipe, recipe])).toBe(false);
    expect(await needsReader([recipe, 'She takes memantine.'])).toBe(true);
  });

  test('in doubt: where the text cannot be told, or is too long to be read for all pages', async () => {
    await publish();
    expect(await needsReader([])).toBe(true);
    const recipe = 'Pour the alcohol over the cherries and wait. ';
    expect(await needsReader([recipe.repeat(100)])).toBe(false);
    expect(await needsReader([recipe.repeat(200)])).toBe(true);
  });
});
