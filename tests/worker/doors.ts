/**
 * The service worker as a whole behind its one door for messages, in a faked browser: what tests knock at with anything.
 */
import { vi } from 'vitest';
import type { ToBackground } from '../../src/platform/messages.ts';
import { installFakeBrowser } from '../settings/fake-browser.ts';

type Sender = chrome.runtime.MessageSender;
type Listener = (message: unknown, sender: Sender, reply: (value: unknown) => void) => boolean;

export const fake = installFakeBrowser();
const listeners: Listener[] = [];
const event = { addListener: () => undefined, removeListener: () => undefined };
const does = () => Promise.resolve();

const { runtime } = globalThis.browser as unknown as { runtime: object };
Object.assign(runtime, {
  onMessage: { addListener: (listener: Listener) => listeners.push(listener), removeListener: () => undefined },
  onInstalled: event,
  onStartup: event,
});
Object.assign(globalThis.browser, {
  tabs: {
    ...{ onActivated: event, onUpdated: event, onRemoved: event, onReplaced: event },
    ...{ query: async () => [], get: async () => ({}), update: does, create: does, sendMessage: does },
  },
  permissions: { onAdded: event },
  scripting: { executeScript: does, insertCSS: does },
  action: {
    setBadgeText: does,
    setBadgeBackgroundColor: does,
    setBadgeTextColor: does,
    setTitle: does,
    openPopup: does,
  },
});
vi.mock('../../src/card/main.iife?script&iife', () => ({ default: '/card.js' }));
vi.mock('../../src/card/vocabulary.iife?script&iife', () => ({ default: '/vocabulary.js' }));
vi.mock('../../src/frame/reader.iife?script&iife', () => ({ default: '/reader.js' }));
await import('../../src/worker/main.ts');

export const PAGE = {
  id: 'fake',
  url: 'https://page.example/a',
  frameId: 0,
  tab: { id: 7, url: 'https://page.example/a' },
} as Sender;
export const OWN = { id: 'fake', url: 'chrome-extension://fake/src/pages/options/index.html' } as Sender;

/** What the worker answers; `ignored` where it does not take the message. */
export function knock(name: keyof ToBackground, data: unknown, sender: Sender): Promise<unknown> {
  return new Promise((done) => {
    const taken = listeners.map((listener) => listener({ lens: name, data }, sender, done));
    if (!taken.includes(true)) done('ignored');
  });
}
