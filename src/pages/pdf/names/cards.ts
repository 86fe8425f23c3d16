/**
 * Brings the card's scripts into the viewer when the first card is asked for: the same that are injected into pages of
 * the web.
 */
import { CARD_PORT, type CardPort } from '../../../card/port.ts';
import type { CardSource } from '../../../frame/session/cards.ts';
import { native } from '../../../platform/native.ts';

const SCRIPTS = ['src/card/vocabulary.iife.js', 'src/card/main.iife.js'];

export const cardSource: CardSource = {
  port: () => (globalThis as unknown as Record<string, CardPort | undefined>)[CARD_PORT],
  bring: () => Promise.all(SCRIPTS.map(load)),
};

function load(file: string): Promise<unknown> {
  return new Promise((done) => {
    const script = document.createElement('script');
    script.src = native.runtime.getURL(file);
    script.addEventListener('load', done);
    document.head.append(script);
  });
}
