/** The knowledge as a frame has it: a slice about the drugs that it names, asked of the service worker and kept. */
import type { CompiledKnowledge } from '../knowledge/types.ts';
import { askBackground } from './wire.ts';

let key = '';
let slice: Promise<CompiledKnowledge | undefined> | undefined;

/**
 * The knowledge of the drugs that a frame names, for its card. The service worker holds all knowledge; a frame asks again
 * only when it names other drugs. `undefined` when the extension was updated or removed under the page.
 */
export function knowledgeFor(drugs: readonly string[]): Promise<CompiledKnowledge | undefined> {
  const wanted = [...new Set(drugs)].sort().join(' ');
  if (!slice || wanted !== key) {
    key = wanted;
    slice = askBackground('knowledge-for', { drugs: wanted.split(' ') }).then((reply) => {
      // Nothing is kept of a failure: the next card asks again.
      if (!reply) slice = undefined;
      return reply;
    });
  }
  return slice;
}
