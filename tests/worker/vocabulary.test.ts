/** The words for conditions are large: they come into a frame with its first card and not before. */
import { expect, test, vi } from 'vitest';
import { knock, PAGE } from './doors.ts';

const { scripting } = globalThis.browser as unknown as { scripting: { executeScript(what: object): Promise<unknown> } };

test('the vocabulary is injected where a card is needed, and by no other message of a page', async () => {
  const injected: string[] = [];
  vi.spyOn(scripting, 'executeScript').mockImplementation(async (what) => {
    injected.push(JSON.stringify(what));
    return [];
  });
  await knock('need-reader', { readings: [] }, PAGE);
  await knock('knowledge-for', { drugs: ['memantine'] }, PAGE);
  expect(injected.filter((what) => what.includes('vocabulary'))).toEqual([]);
  await knock('need-card', undefined, PAGE);
  expect(injected.filter((what) => what.includes('vocabulary'))).toHaveLength(1);
});
