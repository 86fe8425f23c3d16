/** What the scripts of one frame's isolated world share. The page cannot see it. */

import { askBackground } from '../../platform/wire.ts';
import type { Projection } from '../../settings/projection.ts';
import { decide } from '../../shared/policy/site-policy.ts';
import type { Prefilter } from '../../shared/recognise/prefilter.ts';

/** The globals of the isolated world. */
export const world = globalThis as unknown as Record<string, unknown>;

/** Set by the first script that starts in the world. */
export const STARTED = 'memantineLensStarted';
/** Set by the reader that took over. */
export const READING = 'memantineLensReading';

/** Holds an `OpenedPrefilter`: the reader need not open one again. */
export const PREFILTER = 'memantineLensPrefilter';

export interface OpenedPrefilter {
  readonly prefilter: Prefilter;
  /** The projection's number of the dictionary that it is of. */
  readonly dictionary: number;
}

let top: Promise<string> | undefined;

/** URL of the top page, whose site's rule its frames follow. */
function topUrl(): Promise<string> {
  top ??= (async () => {
    if (window === window.top) return location.href;
    const origins = location.ancestorOrigins;
    const origin = origins?.[origins.length - 1];
    return origin && origin !== 'null' ? origin : ((await askBackground('top-url', undefined)) ?? location.href);
  })();
  return top;
}

/** Whether we run on this page. */
export async function isOn(projection: Projection): Promise<boolean> {
  return projection.enabled && decide(await topUrl(), projection).on;
}

/** Resolves when the document is shown: a page may be rendered before it is asked for. */
export async function whenShown(): Promise<void> {
  if (!(document as { prerendering?: boolean }).prerendering) return;
  await new Promise((done) => document.addEventListener('prerenderingchange', done, { once: true }));
}
