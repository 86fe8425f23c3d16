/**
 * The life of a frame that may have a mention: follows settings, starts and stops sessions by them, answers the popup,
 * and reports what the frame shows.
 */
import { isCardRoot, removeLeftCards } from '../../card/own-root.ts';
import { CARD_PORT, type CardPort } from '../../card/port.ts';
import { ownGlobal } from '../../dom/own-global.ts';
import { listen, title } from '../../dom/read.ts';
import { dictionary, traits } from '../../generated/dictionary.ts';
import { FRAME_CHECKS } from '../../platform/frame-checks.ts';
import { knowledgeFor } from '../../platform/knowledge.ts';
import type { ToFrame } from '../../platform/messages.ts';
import { isAlive } from '../../platform/native.ts';
import { shadowRootOf } from '../../platform/shadow.ts';
import { answer, askBackground } from '../../platform/wire.ts';
import { readDictionary, watchNames } from '../../settings/names-in-use.ts';
import { type PageSettings, readPageSettings, watchPageSettings } from '../../settings/page-settings.ts';
import { openTraits, withWatched } from '../../shared/policy/wanted.ts';
import { createRecogniser } from '../../shared/recognise/recogniser.ts';
import { exportMentions, summarise } from '../marks/summary.ts';
import { createReporter } from './report.ts';
import { type Session, type SessionEnvironment, type SessionSettings, startSession } from './session.ts';
import { exceptedHere, isOn } from './site.ts';
import type { FirstLook } from './world.ts';

export interface Frame {
  start(): Promise<void>;
  stop(): void;
}

/** What a session's names and their traits are made of. */
const revisionOf = ({ dictionary, watchedVerdicts }: PageSettings): string =>
  JSON.stringify([dictionary, watchedVerdicts]);

/** @param look what the script of every page found; its scan is gone on with */
export function createFrame(look: FirstLook | undefined): Frame {
  let session: Session | undefined;
  let settings: PageSettings | undefined;
  /** What sessions recognise, and what of the settings it is of. */
  let names: (Pick<SessionEnvironment, 'recogniser' | 'traits'> & { readonly revision: string }) | undefined;
  let held = look?.scan;
  const end = new AbortController();
  const reporter = createReporter(() => session?.counts() ?? new Map());

  async function follow(next: PageSettings): Promise<void> {
    settings = next;
    const revision = revisionOf(next);
    if (revision !== names?.revision) {
      const found = await readDictionary(next);
      // Another change came while this one was read.
      if (settings !== next) return;
      endSession();
      names = {
        revision,
        recogniser: createRecogniser(
          found ?? dictionary,
          look?.dictionary === next.dictionary ? look.prefilter : undefined,
        ),
        traits: withWatched(
          new Map([...openTraits(traits), ...openTraits(found?.packTraits ?? {})]),
          next.watchedVerdicts,
        ),
      };
    }
    const on = await isOn(next);
    const excepted = await exceptedHere(next);
    if (settings !== next || end.signal.aborted) return;
    if (!on) endSession();
    else if (session) session.change({ ...next, excepted });
    else beginSession({ ...next, excepted }, names);
  }

  function beginSession(by: PageSettings & SessionSettings, { recogniser, traits }: NonNullable<typeof names>): void {
    const goesOn = look?.dictionary === by.dictionary && !look.passed && !held?.stopped.aborted;
    const scan = goesOn ? held : undefined;
    if (!scan) held?.stop();
    held = undefined;
    session = startSession(
      {
        recogniser,
        traits,
        scan,
        isAlive,
        shadowRootOf: (element) => {
          const root = shadowRootOf(element);
          return root && isCardRoot(root) ? null : root;
        },
        cards: {
          port: () => ownGlobal<CardPort>(CARD_PORT),
          bring: () => askBackground('need-card', undefined),
          // Of the watched ones the card speaks, too, whether or not the page names them.
          knowledgeFor: (drugs) => knowledgeFor([...drugs, ...(settings?.watched ?? [])]),
        },
        needStyle: (names) => void askBackground('paint-style', names),
        changed: () => reporter.soon(),
        setProfessional: (on) => void askBackground('set-professional', { on }),
        actions: {
          watch: (drug, on) => void askBackground('watch-drug', { drug, on }),
          hide: (drug) => void askBackground('hide-drug', { drug }),
          wrong: (text) => void askBackground('except-text', { text }),
          leaveSite: () => void askBackground('leave-site', undefined),
        },
      },
      by,
    );
  }

  function endSession(): void {
    held?.stop();
    held = undefined;
    session?.stop();
    session = undefined;
    // At once: a frame that is switched on again before it told of its end would have nothing new to tell, and whoever
    // asked it while it was still scanning would keep half of the answer.
    reporter.now();
  }

  const list = () => session?.mentions() ?? [];

  return {
    async start() {
      removeLeftCards(shadowRootOf);
      const ends = [
        answer<ToFrame>(
          {
            'list-mentions': () => ({
              url: location.href,
              title: title(document),
              active: session !== undefined,
              mentions: summarise(list()),
            }),
            'export-mentions': () => exportMentions(list()),
            'report-again': () => {
              reporter.soon(true);
              return undefined;
            },
            'go-to-mention': ({ index }) => session?.goTo(index) ?? false,
            'step-mention': ({ by }) => session?.step(by) ?? false,
            'open-card': () => session?.openNearest() ?? false,
          },
          FRAME_CHECKS,
        ),
        watchPageSettings((next) => void follow(next)),
        watchNames(() => {
          names = undefined;
          if (look) look.prefilter = undefined;
          if (settings) void follow({ ...settings });
        }),
      ];
      look?.end();
      end.signal.addEventListener('abort', () => {
        for (const stop of ends) stop();
      });
      const onShow = async ({ persisted, isTrusted }: PageTransitionEvent): Promise<void> => {
        // Back from the back/forward cache: settings may have changed meanwhile, and the service worker lost count.
        if (!isTrusted || !persisted || !isAlive()) return;
        await follow(await readPageSettings());
        reporter.soon(true);
      };
      listen(window, 'pageshow', onShow, { signal: end.signal });
      // A frame that its page takes out. Of a whole page that goes the service worker knows by itself.
      if (window !== window.top) listen(window, 'pagehide', () => reporter.gone(), { signal: end.signal });
      await follow(await readPageSettings());
    },
    stop() {
      end.abort();
      endSession();
    },
  };
}
