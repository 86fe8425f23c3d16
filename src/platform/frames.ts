/**
 * What the frames of tabs reported, in `storage.session`. One key a frame, so that frames reporting at once cannot
 * overwrite each other.
 */
import type { ToBackground } from './messages.ts';
import { native } from './native.ts';
import { putSealed, unseal } from './sealed.ts';

export type FrameReport = ToBackground['frame-report']['data'];

/** How the keys of a tab's frames begin. */
export const framesKey = (tabId: number): string => `frame:${tabId}:`;

/** Remembers a report; a frame without mentions is forgotten. */
export async function putFrame(tabId: number, frameId: number, report: FrameReport): Promise<void> {
  const key = framesKey(tabId) + frameId;
  await (report.mentions > 0 ? putSealed(key, report) : native.storage.session.remove(key));
}

/** The frames of a tab that reported mentions, the top frame (0) first. */
export async function framesOf(tabId: number): Promise<ReadonlyMap<number, FrameReport>> {
  const prefix = framesKey(tabId);
  const all = Object.entries(await native.storage.session.get(null));
  const mine = all.filter(([name]) => name.startsWith(prefix));
  const frames = await Promise.all(
    mine.map(async ([name, sealed]) => [Number(name.slice(prefix.length)), await unseal(sealed)] as const),
  );
  const whole = frames.filter((frame): frame is [number, FrameReport] => frame[1] !== undefined);
  return new Map(whole.sort(([a], [b]) => a - b));
}

export async function forgetTab(tabId: number): Promise<void> {
  const all = Object.keys(await native.storage.session.get(null));
  await native.storage.session.remove(all.filter((name) => name.startsWith(framesKey(tabId))));
}
