/** What the frames of a tab hold, put together by drug. */
import { framesOf } from '../../platform/frames.ts';
import type { FrameMentions } from '../../platform/messages.ts';
import { askFrame } from '../../platform/wire.ts';

export interface Place {
  readonly frameId: number;
  readonly index: number;
  /** In a document of pages. */
  readonly page: number | undefined;
}

export interface FoundDrug {
  readonly drug: string;
  /** What the page calls it, each once, in order of first mention. */
  readonly names: readonly string[];
  /** In reading order, the top frame first. */
  readonly places: readonly Place[];
}

export interface TabMentions {
  /** The frames that answered. Where the top one (0) did not, we do not run there. */
  readonly frames: ReadonlyMap<number, FrameMentions>;
  /** In order of first mention. */
  readonly drugs: readonly FoundDrug[];
}

/** Asks all frames of a tab that have mentions. */
export async function findInTab(tabId: number): Promise<TabMentions> {
  const ask = async (frameId: number) => [frameId, await askFrame(tabId, frameId, 'list-mentions', undefined)] as const;
  // The top frame answers whether it reported or not: it need not wait for the list of those that did.
  const asked = ask(0);
  const ids = [...(await framesOf(tabId)).keys()].filter((frameId) => frameId !== 0);
  const replies = await Promise.all([asked, ...ids.map(ask)]);
  const frames = new Map(replies.flatMap(([frameId, reply]) => (reply ? [[frameId, reply] as const] : [])));
  return { frames, drugs: byDrug(frames) };
}

function byDrug(frames: ReadonlyMap<number, FrameMentions>): FoundDrug[] {
  const drugs = new Map<string, { places: Place[]; names: Map<string, string> }>();
  for (const [frameId, { active, mentions }] of frames) {
    if (!active) continue;
    for (const { drug, index, page, text } of mentions) {
      const found = drugs.get(drug) ?? { places: [], names: new Map<string, string>() };
      found.places.push({ frameId, index, page });
      // Capitals of a heading or of a sentence's beginning make no other name.
      const name = text.replace(/\s+/g, ' ');
      if (!found.names.has(name.toLowerCase())) found.names.set(name.toLowerCase(), name);
      drugs.set(drug, found);
    }
  }
  return [...drugs].map(([drug, { places, names }]) => ({ drug, places, names: [...names.values()] }));
}
