import { h } from '../ui/dom.ts';
import type { Hit } from './search.ts';

/** The card of an entry, set in the popup. */
export async function showCard({ entry }: Hit, _goTo: (drug: string) => void): Promise<HTMLElement> {
  return h('article', {}, h('h2', {}, entry.name), h('p', {}, entry.drugClass.text));
}
