/**
 * In every frame: finds out whether the page may name a medicine of ours. Most pages do not, and this is all that they
 * ever get. Where it may, the service worker adds the reader, which takes over.
 */

import { prefilter as packed } from '../generated/prefilter.ts';
import type { ToFrame } from '../platform/messages.ts';
import { isAlive } from '../platform/native.ts';
import { shadowRootOf } from '../platform/shadow.ts';
import { answer, askBackground } from '../platform/wire.ts';
import { type Projection, readPrefilter, readProjection, watchProjection } from '../settings/projection.ts';
import { openPrefilter, type Prefilter } from '../shared/recognise/prefilter.ts';
import { type Finder, readPage } from './scan/reading.ts';
import { isOn, type OpenedPrefilter, PREFILTER, STARTED, whenShown, world } from './session/world.ts';

let watching: AbortController | undefined;

/** Opened at the first text: many frames, such as those of advertisements, have none. */
async function finderFor(projection: Projection): Promise<Finder> {
  const names = (await readPrefilter(projection)) ?? packed;
  let prefilter: Prefilter | undefined;
  return (text, from) => {
    if (!prefilter) {
      prefilter = openPrefilter(names);
      world[PREFILTER] = { dictionary: projection.dictionary, prefilter } satisfies OpenedPrefilter;
    }
    return prefilter(text, from);
  };
}

async function apply(projection: Projection): Promise<void> {
  watching?.abort();
  const stop = new AbortController();
  watching = stop;
  if (!(await isOn(projection))) return;
  const find = await finderFor(projection);
  if (stop.signal.aborted) return;
  readPage(
    {
      find,
      visit: () => {
        if (stop.signal.aborted) return;
        stop.abort();
        void callReader();
      },
      shadowRootOf,
      textChanged: () => undefined,
      rest: () => undefined,
      goOn: isAlive,
    },
    stop,
  );
}

/** Without the reader nobody else answers. */
const waiting = new AbortController();

async function callReader(): Promise<void> {
  if (await askBackground('need-reader', undefined)) waiting.abort();
}

async function main(): Promise<void> {
  const stops = [
    watchProjection((projection) => void apply(projection)),
    answer<ToFrame>({
      'list-mentions': async () => ({
        url: location.href,
        title: document.title,
        active: await isOn(await readProjection()),
        mentions: [],
      }),
      'export-mentions': () => [],
    }),
  ];
  waiting.signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
  });
  await whenShown();
  if (!isAlive()) return;
  await apply(await readProjection());
}

// Where the browser and the service worker both start us in one world, the second start does nothing. Chromium starts us
// in the page around its PDF viewer too: we would answer for a document that we cannot read.
if (!world[STARTED]) {
  world[STARTED] = true;
  if (document.contentType === 'application/pdf') void askBackground('pdf-shown', undefined);
  else void main();
}
