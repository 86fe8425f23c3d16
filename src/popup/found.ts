/** What the frames of a tab hold, put together by drug. */
import { framesOf } from '../platform/frames.ts';
import type { FrameMentions } from '../platform/messages.ts';
import { askFrame } from '../platform/wire.ts';

/** Where a mention is. */
export interface Place {
  readonly frameId: number;
  readonly index: number;
}

export interface FoundDrug {
  readonly drug: string;
  /** In reading order, the top frame first. */
  readonly places: readonly Place[];
}

export interface Found {
  /** Whether the top frame answered at all. */
  readonly answered: boolean;
  /** Title and address of the top page. */
  readonly page: { readonly title: string; readonly url: string };
  readonly frames: ReadonlyMap<number, FrameMentions>;
  /** In order of first mention. */
  readonly drugs: readonly FoundDrug[];
}

/** Asks all frames of a tab that have mentions. */
export async function findInTab(tabId: number): Promise<Found> {
  const ids = [...new Set([0, ...(await framesOf(tabId)).keys()])];
  const replies = await Promise.all(ids.map((frameId) => askFrame(tabId, frameId, 'list-mentions', undefined)));
  const frames = new Map<number, FrameMentions>();
  for (const [order, frameId] of ids.entries()) {
    const reply = replies[order];
    if (reply) frames.set(frameId, reply);
  }
  const top = frames.get(0);
  return {
    answered: top !== undefined,
    page: { title: top?.title ?? '', url: top?.url ?? '' },
    frames,
    drugs: byDrug(frames),
  };
}

function byDrug(frames: ReadonlyMap<number, FrameMentions>): FoundDrug[] {
  const drugs = new Map<string, Place[]>();
  for (const [frameId, { active, mentions }] of frames) {
    if (!active) continue;
    for (const { drug, index } of mentions) {
      const places = drugs.get(drug) ?? [];
      places.push({ frameId, index });
      drugs.set(drug, places);
    }
  }
  return [...drugs].map(([drug, places]) => ({ drug, places }));
}
