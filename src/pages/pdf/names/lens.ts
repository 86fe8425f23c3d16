/**
 * Follows the settings for what the viewer shows: starts and ends the lens on it, answers the popup and the keyboard as
 * a page's frame does, and reports to the badge.
 */

import { dictionary, traits } from '../../../generated/dictionary.ts';
import { FRAME_CHECKS } from '../../../platform/frame-checks.ts';
import type { ToFrame } from '../../../platform/messages.ts';
import { answer, askBackground } from '../../../platform/wire.ts';
import { readDictionary, watchNames } from '../../../settings/names-in-use.ts';
import { type PageSettings, readPageSettings, watchPageSettings } from '../../../settings/page-settings.ts';
import type { ExportedMention, MentionSummary } from '../../../shared/mentions/mention-data.ts';
import { decide } from '../../../shared/policy/site-policy.ts';
import { openTraits, withWatched } from '../../../shared/policy/wanted.ts';
import { createRecogniser } from '../../../shared/recognise/recogniser.ts';
import { MARKS } from '../moments.ts';
import type { PDFDocumentProxy } from '../pdfjs.ts';
import { sayAbove } from '../says.ts';
import type { Viewer } from '../viewer.ts';
import type { DocumentMention } from './document-names.ts';
import { type Names, startNames } from './session.ts';

export interface Lens {
  /** Reads another document; `address` decides by the site rules. */
  read(document: PDFDocumentProxy, address: string): Promise<void>;
  /** The document before is gone. */
  forget(): void;
}

/** Characters before and after a quote. */
const AROUND = 32;
/** Milliseconds until what is found is reported: pages come one after the other. */
const REPORT = 150;

export function createLens(viewer: Viewer): Lens {
  let shown: { readonly document: PDFDocumentProxy; readonly address: string } | undefined;
  let names: Names | undefined;
  let running: AbortController | undefined;
  let settings: PageSettings | undefined;
  let revision: string | undefined;

  function stop(): void {
    running?.abort();
    names = undefined;
    report();
  }

  async function follow(next: PageSettings): Promise<void> {
    settings = next;
    if (!shown) return;
    const on = next.enabled && decide(shown.address, next).on;
    if (!on) return stop();
    const wanted = JSON.stringify([next.dictionary, next.watchedVerdicts]);
    if (names && revision === wanted) return names.change(next);
    const own = await readDictionary(next);
    // Another change came while this one was read.
    if (settings !== next || !shown) return;
    running?.abort();
    running = new AbortController();
    revision = wanted;
    names = startNames(
      {
        viewer,
        document: shown.document,
        recogniser: createRecogniser(own ?? dictionary),
        traits: withWatched(
          new Map([...openTraits(traits), ...openTraits(own?.packTraits ?? {})]),
          next.watchedVerdicts,
        ),
        changed: report,
        finished: (hasText) => {
          performance.mark(MARKS.allRead);
          if (!hasText) sayAbove('pdfSaysPictures');
        },
      },
      next,
      running.signal,
    );
  }

  let reporting: ReturnType<typeof setTimeout> | undefined;

  function report(): void {
    clearTimeout(reporting);
    reporting = setTimeout(() => {
      const counts = names?.counts() ?? new Map<string, number>();
      const mentions = [...counts.values()].reduce((sum, count) => sum + count, 0);
      void askBackground('frame-report', { drugs: [...counts.keys()], mentions });
    }, REPORT);
  }

  answer<ToFrame>(
    {
      'list-mentions': () => ({
        url: shown?.address ?? '',
        title: document.title,
        active: names !== undefined,
        mentions: (names?.mentions() ?? []).map(summary),
      }),
      'export-mentions': () => (names?.mentions() ?? []).map(exported),
      'report-again': () => {
        report();
        return undefined;
      },
      'go-to-mention': ({ index }) => names?.goTo(index) ?? false,
      'step-mention': ({ by }) => names?.step(by) ?? false,
      'open-card': () => names?.openNearest() ?? false,
    },
    FRAME_CHECKS,
  );
  watchPageSettings((next) => void follow(next));
  watchNames(() => {
    revision = '';
    if (settings) void follow({ ...settings });
  });

  return {
    async read(document, address) {
      shown = { document, address };
      await follow(settings ?? (await readPageSettings()));
    },
    forget() {
      shown = undefined;
      stop();
    },
  };
}

function summary({ drug, form, text, page }: DocumentMention, index: number): MentionSummary {
  return { index, drug, form, text, page };
}

/** Offsets are into the text of the block, as it is read. */
function exported(mention: DocumentMention, index: number): ExportedMention {
  const { block, start, end } = mention;
  const prefix = block.text.slice(Math.max(0, start - AROUND), start);
  return { ...summary(mention, index), prefix, suffix: block.text.slice(end, end + AROUND), start, end };
}
