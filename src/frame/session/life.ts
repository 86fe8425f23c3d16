/**
 * The life of the lens on one document, a frame of a page or one that our viewer shows: follows the settings, the rule
 * and the exceptions of the document's site, and the names in use; starts and ends what runs by them; answers the popup
 * and the worker; reports what there is.
 */

import { dictionary, traits } from '../../generated/dictionary.ts';
import { FRAME_CHECKS } from '../../platform/frame-checks.ts';
import type { ToFrame } from '../../platform/messages.ts';
import { answer } from '../../platform/wire.ts';
import { readDictionary, watchNames } from '../../settings/names-in-use.ts';
import { type PageSettings, readPageSettings, watchPageSettings } from '../../settings/page-settings.ts';
import type { Settings } from '../../settings/schema.ts';
import { type ExportedMention, type MentionSummary, summarise } from '../../shared/mentions/summary.ts';
import { exceptedOn } from '../../shared/policy/exceptions.ts';
import { decide } from '../../shared/policy/site-policy.ts';
import { type MarkSettings, openTraits, type Trait, withWatched } from '../../shared/policy/wanted.ts';
import type { Prefilter } from '../../shared/recognise/prefilter.ts';
import { createRecogniser, type Recogniser } from '../../shared/recognise/recogniser.ts';
import { createReporter } from './report.ts';

/** What of the settings bears on marks and cards. */
export type SessionSettings = MarkSettings & Pick<Settings, 'opening' | 'card' | 'watched'>;

/** What runs on a document as long as it is on. */
export interface Running<Mention> {
  /** Mentions that the reader wants to know of, in reading order. */
  mentions(): readonly Mention[];
  /** How many there are of each drug. */
  counts(): ReadonlyMap<string, number>;
  /** Scrolls to a mention, by its place in the list, and opens its card. */
  goTo(index: number): Promise<boolean> | false;
  /** Walks from the mention last visited. */
  step(by: 1 | -1): Promise<boolean> | false;
  /** Opens the card of the mention last visited, or nearest to the middle of the viewport. */
  openNearest(): Promise<boolean> | false;
  /** Follows changed settings without reading the document again. */
  change(settings: SessionSettings): void;
  stop(): void;
}

/** What is recognised. */
export interface Names {
  readonly recogniser: Recogniser;
  /** Of the recogniser's entries, by id. */
  readonly traits: ReadonlyMap<string, Trait>;
}

/** What the life needs to know of the document. */
export interface Surroundings<Mention> {
  /** Address whose site decides; undefined while there is nothing to read. */
  site(): Promise<string> | string | undefined;
  /** The first part of this dictionary of the settings, where it was opened before. */
  readonly prefilter?: (number: number) => Prefilter | undefined;
  begin(names: Names, settings: PageSettings & SessionSettings): Running<Mention>;
  /** Nothing runs now. */
  ended?(): void;
  url(): string;
  title(): string;
  exported(mentions: readonly Mention[]): ExportedMention[];
}

/** Listens at once; nothing starts before `follow`. */
export function createLife<Mention extends Omit<MentionSummary, 'index'>>(document: Surroundings<Mention>) {
  let running: Running<Mention> | undefined;
  let settings: PageSettings | undefined;
  let names: (Names & { readonly revision: string }) | undefined;
  /** Counts what was followed: an answer that comes after the next change is let be. */
  let turn = 0;
  let { prefilter } = document;
  const reporter = createReporter(() => running?.counts() ?? new Map());
  const list = (): readonly Mention[] => running?.mentions() ?? [];

  async function follow(next: PageSettings): Promise<void> {
    settings = next;
    const mine = ++turn;
    // What names and their traits are made of.
    const revision = JSON.stringify([next.dictionary, next.watchedVerdicts]);
    if (revision !== names?.revision) {
      const own = await readDictionary(next);
      if (mine !== turn) return;
      // At the start nothing runs yet, and what waits to be gone on with is still good.
      if (running) rest();
      names = {
        revision,
        recogniser: createRecogniser(own ?? dictionary, prefilter?.(next.dictionary)),
        traits: withWatched(
          new Map([...openTraits(traits), ...openTraits(own?.packTraits ?? {})]),
          next.watchedVerdicts,
        ),
      };
    }
    const site = next.enabled ? await document.site() : undefined;
    if (mine !== turn) return;
    if (site === undefined || !decide(site, next).on) return rest();
    const by = { ...next, excepted: exceptedOn(site, next.marks.exceptions) };
    if (running) running.change(by);
    else running = document.begin(names, by);
  }

  function rest(): void {
    document.ended?.();
    running?.stop();
    running = undefined;
    // At once: a frame that is switched on again before it told of its end would have nothing new to tell, and whoever
    // asked it while it was still scanning would keep half of the answer.
    reporter.now();
  }

  answer<ToFrame>(
    {
      'list-mentions': () => ({
        url: document.url(),
        title: document.title(),
        active: running !== undefined,
        mentions: summarise(list()),
      }),
      'export-mentions': () => document.exported(list()),
      'report-again': async () => reporter.soon(true),
      'go-to-mention': ({ index }) => running?.goTo(index) ?? false,
      'step-mention': ({ by }) => running?.step(by) ?? false,
      'open-card': () => running?.openNearest() ?? false,
    },
    FRAME_CHECKS,
  );
  watchPageSettings((next) => void follow(next));
  watchNames(() => {
    names = undefined;
    prefilter = undefined;
    if (settings) void follow(settings);
  });

  return {
    reporter,
    /** Reads the settings and follows them; again, where the document is another. */
    follow: async (): Promise<void> => follow(await readPageSettings()),
    /** Ends what runs; the next change of the settings may start it again. */
    rest(): void {
      turn += 1;
      rest();
    },
  };
}
