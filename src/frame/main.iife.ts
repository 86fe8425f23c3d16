/**
 * In every frame: finds out whether the page may name a medicine of ours. Most pages do not, and this is all that they
 * ever get. Where it may, the service worker adds the reader, which goes on with the scan from there.
 */

import { contentType, title } from '../dom/read.ts';
import { prefilter as packed } from '../generated/prefilter.ts';
import type { ToFrame } from '../platform/messages.ts';
import { isAlive } from '../platform/native.ts';
import { shadowRootOf } from '../platform/shadow.ts';
import { answer, askBackground } from '../platform/wire.ts';
import { type Projection, readPrefilter, readProjection, watchProjection } from '../settings/projection.ts';
import { openPrefilter } from '../shared/recognise/prefilter.ts';
import { startScan } from './scan/scan.ts';
import { isOn, whenShown } from './session/site.ts';
import { type FirstLook, firstLook, leaveLook } from './session/world.ts';

async function look(): Promise<void> {
  let present: Projection | undefined;
  const left: FirstLook = {
    end() {
      present = undefined;
      for (const stop of stops) stop();
    },
  };
  leaveLook(left);

  async function follow(settings: Projection): Promise<void> {
    present = settings;
    left.scan?.stop();
    left.scan = undefined;
    if (!(await isOn(settings))) return;
    const names = (await readPrefilter(settings)) ?? packed;
    if (present !== settings) return;
    const scan = startScan(
      {
        find(text, from) {
          // Opened at the first text: many frames, such as those of advertisements, have none.
          left.prefilter ??= openPrefilter(names);
          return left.prefilter(text, from);
        },
        take() {
          scan.hold();
          void askBackground('need-reader', undefined);
        },
      },
      { shadowRootOf, isAlive },
    );
    Object.assign(left, { scan, prefilter: undefined, dictionary: settings.dictionary });
  }

  const stops = [
    watchProjection((settings) => void follow(settings)),
    answer<ToFrame>({
      'list-mentions': async () => ({
        url: location.href,
        title: title(document),
        active: await isOn(await readProjection()),
        mentions: [],
      }),
      'export-mentions': () => [],
    }),
  ];
  await whenShown();
  if (!isAlive()) return;
  await follow(await readProjection());
}

// Where the browser and the service worker both start us in one world, the second start does nothing. Chromium starts us
// in the page around its PDF viewer too: we would answer for a document that we cannot read.
if (!firstLook()) {
  if (contentType(document) === 'application/pdf') void askBackground('pdf-shown', undefined);
  else void look();
}
