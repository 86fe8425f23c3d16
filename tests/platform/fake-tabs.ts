/** Tabs and the browser's buttons in memory, beside the faked storage. Set up before the modules under test are imported. */
import { type FakeBrowser, installFakeBrowser } from '../settings/fake-browser.ts';

export interface FakeTab {
  readonly id: number;
  url?: string;
  active?: boolean;
  incognito?: boolean;
  favIconUrl?: string;
  status?: string;
}

type Refused = (method: string, about: unknown) => boolean;

export interface FakeTabs extends FakeBrowser {
  readonly tabs: Map<number, FakeTab>;
  /** What the extension had the browser do, in order: method and what it was told. */
  readonly done: [method: string, ...told: unknown[]][];
  /** What the frames of tabs answer, by `tab:frame`; others are not there. */
  readonly frames: Map<string, (message: { lens: string; data: unknown }) => unknown>;
  /** Which calls the browser refuses. */
  refuses: Refused;
  /** What was done by one method. */
  readonly doneBy: (method: string) => unknown[][];
}

export function installFakeTabs(): FakeTabs {
  const storage = installFakeBrowser();
  const fake: FakeTabs = {
    ...storage,
    tabs: new Map(),
    done: [],
    frames: new Map(),
    refuses: () => false,
    doneBy: (method) => fake.done.filter(([name]) => name === method).map(([, ...told]) => told),
    reset() {
      storage.reset();
      fake.tabs.clear();
      fake.frames.clear();
      fake.done.length = 0;
      fake.refuses = () => false;
    },
  };
  const does =
    (method: string) =>
    async (...told: unknown[]): Promise<unknown> => {
      if (fake.refuses(method, told)) throw new Error(`${method} was refused`);
      fake.done.push([method, ...told]);
      return undefined;
    };
  const methods = (area: string, names: string): Record<string, unknown> =>
    Object.fromEntries(names.split(' ').map((name) => [name, does(`${area}.${name}`)]));
  const has = (tabId: number): FakeTab => {
    const tab = fake.tabs.get(tabId);
    if (!tab) throw new Error(`No tab with id: ${tabId}`);
    return tab;
  };
  Object.assign(globalThis.browser, {
    action: methods('action', 'setBadgeText setBadgeBackgroundColor setBadgeTextColor setTitle openPopup'),
    scripting: methods('scripting', 'executeScript insertCSS'),
    contextMenus: methods('contextMenus', 'removeAll create update'),
    tabs: {
      ...methods('tabs', 'create update'),
      get: async (tabId: number) => ({ ...has(tabId) }),
      query: async ({ active }: { active?: boolean }) =>
        [...fake.tabs.values()].filter((tab) => active === undefined || tab.active === active),
      sendMessage: async (tabId: number, message: { lens: string; data: unknown }, to?: { frameId: number }) => {
        fake.done.push(['tabs.sendMessage', tabId, message, to]);
        const answer = fake.frames.get(`${tabId}:${to?.frameId ?? 0}`);
        if (!answer) throw new Error('Could not establish connection. Receiving end does not exist.');
        return answer(message);
      },
    },
  });
  return fake;
}
