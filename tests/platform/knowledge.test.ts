import { beforeEach, expect, it, vi } from 'vitest';

const ask = vi.fn();
vi.mock('../../src/platform/wire.ts', () => ({ askBackground: ask }));

beforeEach(() => {
  vi.resetModules();
  ask.mockReset();
});

it('asks once for the same drugs, whatever their order and number', async () => {
  ask.mockResolvedValue({ entries: [] });
  const { knowledgeFor } = await import('../../src/platform/knowledge.ts');
  await Promise.all([knowledgeFor(['b', 'a']), knowledgeFor(['a', 'b', 'a'])]);
  await knowledgeFor(['a', 'b']);
  expect(ask.mock.calls).toEqual([['knowledge-for', { drugs: ['a', 'b'] }]]);
  await knowledgeFor(['a']);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('asks again after a failure', async () => {
  ask.mockResolvedValueOnce(undefined).mockResolvedValueOnce({ entries: [] });
  const { knowledgeFor } = await import('../../src/platform/knowledge.ts');
  expect(await knowledgeFor(['a'])).toBeUndefined();
  expect(await knowledgeFor(['a'])).toEqual({ entries: [] });
});
