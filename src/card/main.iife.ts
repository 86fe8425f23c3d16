/** The injected part: puts the card's port where the content script of the same frame finds it. */
import { bugs } from '../../package.json' with { type: 'json' };
import { createCard } from './controller.ts';
import { usesOfPassage } from './passage-uses.ts';
import { CARD_PORT, type CardPort } from './port.ts';
import type { Words } from './words.ts';

// The polyfill would cost three kilobytes for two calls that both browsers have.
const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
const words: Words = (key, ...values) => api.i18n.getMessage(key, values.map(String)) || key;

const port: CardPort = createCard({
  wording: { words, language: words('language') },
  version: api.runtime.getManifest().version,
  reportTo: bugs.url,
  isAlive: () => api.runtime?.id !== undefined,
  usesOf: usesOfPassage,
  print: (view) => view.print(),
});

// Injected again, the script takes over from the one before.
const world = globalThis as unknown as Record<string, CardPort | undefined>;
world[CARD_PORT]?.destroy();
world[CARD_PORT] = port;
