/**
 * The lens in a frame that may have a mention: goes on with what the script of every page found, and follows the frame.
 */
import { isCardRoot, removeLeftCards } from '../../card/own-root.ts';
import { CARD_PORT, type CardPort } from '../../card/port.ts';
import { ownGlobal } from '../../dom/own-global.ts';
import { listen, title } from '../../dom/read.ts';
import { isAlive } from '../../platform/native.ts';
import { shadowRootOf } from '../../platform/shadow.ts';
import { askBackground } from '../../platform/wire.ts';
import type { PageSettings } from '../../settings/page-settings.ts';
import type { PageMention } from '../marks/mention.ts';
import { exportMentions } from '../marks/quotes.ts';
import { createLife, type Names, type Running, type SessionSettings } from './life.ts';
import { startSession } from './session.ts';
import { topUrl } from './site.ts';
import type { FirstLook } from './world.ts';

/** @param look what the script of every page found; its scan is gone on with */
export async function startFrame(look: FirstLook | undefined): Promise<void> {
  let held = look?.scan;
  removeLeftCards(shadowRootOf);
  const life = createLife<PageMention>({
    site: topUrl,
    prefilter: (number) => (look?.dictionary === number ? look.prefilter : undefined),
    begin,
    ended() {
      held?.stop();
      held = undefined;
    },
    url: () => location.href,
    title: () => title(document),
    exported: exportMentions,
  });

  function begin({ recogniser, traits }: Names, by: PageSettings & SessionSettings): Running<PageMention> {
    const goesOn = look?.dictionary === by.dictionary && !look.passed && !held?.stopped.aborted;
    const scan = goesOn ? held : undefined;
    if (!scan) held?.stop();
    held = undefined;
    return startSession(
      {
        ...{ recogniser, traits, scan, isAlive },
        shadowRootOf: (element) => {
          const root = shadowRootOf(element);
          return root && isCardRoot(root) ? null : root;
        },
        cards: {
          port: () => ownGlobal<CardPort>(CARD_PORT),
          bring: () => askBackground('need-card', undefined),
        },
        needStyle: (names) => void askBackground('paint-style', names),
        changed: () => life.reporter.soon(),
      },
      by,
    );
  }

  look?.end();
  const onShow = async ({ persisted, isTrusted }: PageTransitionEvent): Promise<void> => {
    // Back from the back/forward cache: settings may have changed meanwhile, and the service worker lost count.
    if (!isTrusted || !persisted || !isAlive()) return;
    await life.follow();
    life.reporter.soon(true);
  };
  listen(window, 'pageshow', onShow, {});
  // A frame that its page takes out. Of a whole page that goes the service worker knows by itself.
  if (window !== window.top) listen(window, 'pagehide', () => life.reporter.gone(), {});
  await life.follow();
}
