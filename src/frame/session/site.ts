/** Whether we run in this frame: the reader's switch, and the rule of the site. */

import { isAhead, listen } from '../../dom/read.ts';
import { askBackground } from '../../platform/wire.ts';
import type { Reach } from '../../settings/page-settings.ts';
import { decide } from '../../shared/policy/site-policy.ts';

let top: Promise<string> | undefined;

/** URL of the top page, whose site's rule its frames follow. */
export function topUrl(): Promise<string> {
  top ??= (async () => {
    if (window === window.top) return location.href;
    const origins = location.ancestorOrigins;
    const origin = origins?.[origins.length - 1];
    return origin && origin !== 'null' ? origin : ((await askBackground('top-url', undefined)) ?? location.href);
  })();
  return top;
}

export async function isOn(settings: Reach): Promise<boolean> {
  return settings.enabled && decide(await topUrl(), settings).on;
}

/** Resolves when the document is shown: a page may be rendered before it is asked for. */
export async function whenShown(): Promise<void> {
  if (!isAhead(document)) return;
  await new Promise<void>((done) => listen(document, 'prerenderingchange', () => done(), { once: true }));
}
