/**
 * In every frame: finds out whether the page may name a medicine of ours. Most pages do not, and this is all that they
 * ever get. Where one may, the service worker adds the reader script (`reader.iife.ts`), which goes on with the scan
 * from there.
 */

import { body, contentType, firstChild, title } from '../dom/read.ts';
import { prefilter as packed } from '../generated/prefilter.ts';
import { FRAME_CHECKS } from '../platform/frame-checks.ts';
import type { ToFrame } from '../platform/messages.ts';
import { isAlive } from '../platform/native.ts';
import { shadowRootOf } from '../platform/shadow.ts';
import { answer, askBackground } from '../platform/wire.ts';
import { readPrefilter, watchNames } from '../settings/names-in-use.ts';
import { type Reach, readReach, watchReach } from '../settings/page-settings.ts';
import { openPrefilter } from '../shared/recognise/prefilter.ts';
import { readingsAround } from './scan/readings.ts';
import { type ScanTarget, startScan } from './scan/scan.ts';
import { isOn, whenShown } from './session/site.ts';
import { type FirstLook, firstLook, leaveLook } from './session/world.ts';

/** After so many names that do not count where they stand, the reader comes and decides itself. */
const MOST_ASKED = 20;

/**
 * Whether this is a frame with nothing in it: pages hold hundreds, for advertisements and scripts, and asking the browser
 * for settings in each would cost more than all else.
 */
function isEmptyFrame(): boolean {
  const at = body(document);
  return window !== window.top && at !== null && firstChild(at) === null && !shadowRootOf(at);
}

/** Whatever comes into an empty frame is a change below its document, also what its page writes anew. */
function whenFilled(then: () => void): void {
  const observer = new MutationObserver(() => {
    if (isEmptyFrame()) return;
    observer.disconnect();
    if (isAlive()) then();
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function look(): Promise<void> {
  let present: Reach | undefined;
  const left: FirstLook = {
    end() {
      present = undefined;
      for (const stop of stops) stop();
    },
  };
  leaveLook(left);

  async function follow(settings: Reach): Promise<void> {
    present = settings;
    left.scan?.stop();
    left.scan = undefined;
    if (!(await isOn(settings))) return;
    const names = (await readPrefilter(settings)) ?? packed;
    if (present !== settings) return;
    let asked = 0;
    const target: ScanTarget = {
      find(text, from) {
        // Opened at the first text: many frames, such as those of advertisements, have none.
        left.prefilter ??= openPrefilter(names);
        return left.prefilter(text, from);
      },
      take(node, offset) {
        scan.hold();
        const readings = ++asked > MOST_ASKED ? [] : readingsAround(node, offset);
        void askBackground('need-reader', { readings }).then((sent) => {
          if (sent !== false || left.scan !== scan) return;
          left.passed = true;
          scan.handOn(target);
        });
      },
    };
    const scan = startScan(target, { shadowRootOf, isAlive });
    Object.assign(left, { scan, prefilter: undefined, passed: false, dictionary: settings.dictionary });
  }

  const stops = [
    watchReach((settings) => void follow(settings)),
    watchNames(() => present && void follow({ ...present })),
    answer<ToFrame>(
      {
        'list-mentions': async () => ({
          url: location.href,
          title: title(document),
          active: await isOn(await readReach()),
          mentions: [],
        }),
        'export-mentions': () => [],
      },
      FRAME_CHECKS,
    ),
  ];
  await whenShown();
  if (!isAlive()) return;
  await follow(await readReach());
}

// Where the browser and the service worker both start us in one world, the second start does nothing. Chromium starts us
// in the page around its PDF viewer too: we would answer for a document that we cannot read.
function start(): void {
  if (firstLook()) return;
  if (contentType(document) === 'application/pdf') void askBackground('pdf-shown', undefined);
  else if (isEmptyFrame()) whenFilled(start);
  else void look();
}
start();
