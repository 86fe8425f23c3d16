/**
 * The card's script, injected into a frame when its first card is needed (`need-card`). Makes the card and leaves its
 * port in the isolated world for `frame/session/frame.ts`; a second injection replaces the first.
 */
import { bugs } from '../../package.json' with { type: 'json' };
import { ownGlobal } from '../dom/own-global.ts';
import { createCard } from './controller.ts';
import { usesOfPassage } from './passage-uses.ts';
import { CARD_PORT, type CardPort } from './port.ts';
import type { Words } from './words.ts';

// The polyfill would cost three kilobytes for two calls that both browsers have.
const api = (ownGlobal('browser') ?? ownGlobal('chrome')) as typeof chrome;
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
ownGlobal<CardPort>(CARD_PORT)?.destroy();
Object.assign(globalThis, { [CARD_PORT]: port });
