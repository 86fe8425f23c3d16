/** When the lens runs on a document, and what it answers. The browser's API is faked. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Names, Running } from '../../../src/frame/session/life.ts';
import type { PageSettings } from '../../../src/settings/page-settings.ts';
import { DEFAULT_SETTINGS } from '../../../src/settings/schema.ts';
import { NO_WATCHED } from '../../../src/shared/policy/marks.ts';

type OnMessage = (message: unknown, sender: object, reply: (value: unknown) => void) => boolean;
type OnChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

const stored: Record<string, unknown> = {};
const reports: unknown[] = [];
const listeners: { message: OnMessage[]; change: OnChanged[] } = { message: [], change: [] };
Object.assign(globalThis, {
  chrome: {
    runtime: {
      id: 'fake',
      getURL: (path: string) => `chrome-extension://fake/${path}`,
      sendMessage: async ({ data }: { data: unknown }) => void reports.push(data),
      onMessage: { addListener: (listener: OnMessage) => listeners.message.push(listener) },
    },
    storage: {
      session: {
        get: async (key: string) => {
          if (key === 'dictionary') await namesCome;
          return structuredClone({ [key]: stored[key] });
        },
      },
      onChanged: { addListener: (listener: OnChanged) => listeners.change.push(listener) },
    },
  },
});
/** When the names in use can be read. */
let namesCome: Promise<void> | undefined;
const { createLife } = await import('../../../src/frame/session/life.ts');

const ON: PageSettings = { ...DEFAULT_SETTINGS, dictionary: 0, packs: 0, watchedVerdicts: NO_WATCHED };
const OFF: PageSettings = { ...ON, sites: { 'example.org': 'off' } };
const MENTION = { drug: 'memantine', form: 'memantine', text: 'Memantine' };

describe('the lens on a document', () => {
  let log: string[];
  let names: Names[];
  let site: () => string | undefined | Promise<string>;
  let life: ReturnType<typeof createLife>;

  beforeEach(() => {
    for (const key of Object.keys(stored)) delete stored[key];
    for (const list of [reports, listeners.message, listeners.change]) list.length = 0;
    [log, names, namesCome] = [[], [], undefined];
    site = () => 'https://example.org/page';
    stored.pageSettings = ON;
    life = createLife<typeof MENTION>({
      site: () => site(),
      begin(given, settings) {
        names.push(given);
        log.push(`begin ${settings.card.theme}`);
        return running();
      },
      ended: () => void log.push('ended'),
      url: () => 'https://example.org/page#here',
      title: () => 'Title',
      exported: (mentions) => mentions.map((mention, index) => ({ ...mention, index }) as never),
    });
  });

  function running(): Running<typeof MENTION> {
    return {
      mentions: () => [MENTION],
      counts: () => new Map([['memantine', 1]]),
      goTo: async (index) => index === 0,
      step: async (by) => by === 1,
      openNearest: async () => true,
      change: ({ card, excepted }) =>
        void log.push(`change ${card.theme}${excepted?.('memantine') ? ' without memantine' : ''}`),
      stop: () => void log.push('stop'),
    };
  }
  const settled = () => new Promise((done) => setTimeout(done));
  /** What the worker tells changes. */
  async function change(pageSettings: PageSettings): Promise<void> {
    stored.pageSettings = pageSettings;
    for (const listener of listeners.change) listener({ pageSettings: { newValue: pageSettings } }, 'session');
    await settled();
  }
  const themed = (theme: 'dark' | 'light'): PageSettings => ({ ...ON, card: { ...ON.card, theme } });
  /** The answer to a message; undefined where it is not heard. */
  async function ask(lens: string, data?: unknown, sender: object = { id: 'fake' }): Promise<unknown> {
    let answer: unknown;
    for (const listener of listeners.message) {
      listener({ lens, data }, sender, (value) => {
        answer = value;
      });
    }
    await settled();
    return answer;
  }

  it('does not begin by itself, and begins by the settings', async () => {
    await settled();
    expect(log).toEqual([]);
    stored.pageSettings = themed('dark');
    await life.follow();
    expect(log).toEqual(['begin dark']);
    expect(names[0]!.recogniser.find('Take memantine.').map(({ text }) => text)).toEqual(['memantine']);
    expect(names[0]!.traits.get('memantine')?.group).toBe('memantine');
  });

  it.each<[string, PageSettings]>([
    ['on this site', OFF],
    ['everywhere', { ...ON, enabled: false }],
    ['where it was not chosen', { ...ON, siteMode: 'chosen' }],
  ])('is off where the reader switched it off %s, and on again at once', async (_, off) => {
    await life.follow();
    await change(off);
    expect(log).toEqual(['begin auto', 'ended', 'stop']);
    await change(off);
    await change(ON);
    expect(log.filter((entry) => entry !== 'ended')).toEqual(['begin auto', 'stop', 'begin auto']);
  });

  it('follows settings without beginning anew', async () => {
    await life.follow();
    await change(themed('dark'));
    await change({ ...ON, marks: { ...ON.marks, exceptions: ['example.org memantine'] } });
    expect(log).toEqual(['begin auto', 'change dark', 'change auto without memantine']);
  });

  it('begins anew with other names', async () => {
    await life.follow();
    await change({ ...ON, dictionary: 7 });
    expect(log).toEqual(['begin auto', 'ended', 'stop', 'begin auto']);
    expect(names[1]!.recogniser).not.toBe(names[0]!.recogniser);
    await change({ ...ON, dictionary: 7, packs: 1 });
    expect(log).toHaveLength(5);
  });

  it('begins anew where somebody wrote the names anew, and not where settings came with them', async () => {
    await life.follow();
    for (const changes of [{ dictionary: {}, pageSettings: {} }, { other: {} }, { prefilter: {} }]) {
      for (const listener of listeners.change) listener(changes, 'session');
      await settled();
    }
    expect(log.filter((entry) => entry.startsWith('begin'))).toHaveLength(2);
  });

  it('lets an answer be that comes after the next change', async () => {
    const waiting: ((site: string) => void)[] = [];
    site = () => new Promise((done) => waiting.push(done));
    const first = life.follow();
    await settled();
    await change(themed('dark'));
    waiting[1]!('https://example.org/');
    waiting[0]!('https://example.org/');
    await first;
    await settled();
    expect(log).toEqual(['begin dark']);
  });

  it('lets names be that come after the next change', async () => {
    await life.follow();
    let come: () => void = () => undefined;
    namesCome = new Promise((done) => {
      come = done;
    });
    await change({ ...themed('dark'), dictionary: 7 });
    await change(themed('light'));
    come();
    await settled();
    expect(log).toEqual(['begin auto', 'change light']);
  });

  it('rests until the next change, even if it was about to begin', async () => {
    let come: (site: string) => void = () => undefined;
    site = () =>
      new Promise((done) => {
        come = done;
      });
    void life.follow();
    await settled();
    life.rest();
    come('https://example.org/');
    await settled();
    expect(log).toEqual(['ended']);
    site = () => 'https://example.org/';
    await change(ON);
    expect(log).toEqual(['ended', 'begin auto']);
  });

  it('is not on where there is nothing to read', async () => {
    site = () => undefined;
    await life.follow();
    expect(log).toEqual(['ended']);
  });

  it('tells at once that it is off', async () => {
    await life.follow();
    life.reporter.now();
    await change(OFF);
    expect(reports).toEqual([
      { drugs: ['memantine'], mentions: 1 },
      { drugs: [], mentions: 0 },
    ]);
  });

  it('answers what it has, and where it is off that it has nothing', async () => {
    const page = { url: 'https://example.org/page#here', title: 'Title' };
    expect(await ask('list-mentions')).toEqual({ ...page, active: false, mentions: [] });
    expect([await ask('go-to-mention', { index: 0 }), await ask('step-mention', { by: 1 })]).toEqual([false, false]);
    expect([await ask('open-card'), await ask('export-mentions')]).toEqual([false, []]);
    await life.follow();
    expect(await ask('list-mentions')).toEqual({ ...page, active: true, mentions: [{ ...MENTION, index: 0 }] });
    expect([await ask('go-to-mention', { index: 0 }), await ask('go-to-mention', { index: 3 })]).toEqual([true, false]);
    expect([await ask('step-mention', { by: 1 }), await ask('step-mention', { by: -1 })]).toEqual([true, false]);
    expect([await ask('open-card'), await ask('export-mentions')]).toEqual([true, [{ ...MENTION, index: 0 }]]);
  });

  it('reports again where it is asked, even what it told before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const following = life.follow();
    await vi.advanceTimersByTimeAsync(1_000);
    await following;
    life.reporter.now();
    for (const listener of listeners.message) listener({ lens: 'report-again' }, { id: 'fake' }, () => undefined);
    await vi.advanceTimersByTimeAsync(1_000);
    vi.useRealTimers();
    expect(reports).toHaveLength(2);
  });

  it('answers nobody else', async () => {
    await life.follow();
    const inPage = { id: 'fake', tab: {}, url: 'https://evil.example/' };
    expect(await ask('list-mentions', undefined, { id: 'other' })).toBeUndefined();
    expect(await ask('list-mentions', undefined, inPage)).toBeUndefined();
    expect(await ask('constructor')).toBeUndefined();
    expect(await ask('go-to-mention', { index: -1 })).toBeUndefined();
  });
});
