/** From mention to mention of a drug, on the page behind the popup. */
import { askFrame } from '../../platform/wire.ts';
import type { Place } from './found.ts';

/** The mention of each drug that was visited last. */
const visited = new Map<string, number>();

/** Goes to the next (or previous) mention of a drug on the page, from the last back to the first. */
export async function walk(tabId: number, drug: string, places: readonly Place[], by: 1 | -1): Promise<void> {
  const last = visited.get(drug);
  const at = last === undefined ? 0 : (last + by + places.length) % places.length;
  visited.set(drug, at);
  const { frameId, index } = places[at]!;
  await askFrame(tabId, frameId, 'go-to-mention', { index });
}
