import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardPort, CardRequest } from '../../../src/card/port.ts';
import { createCards } from '../../../src/frame/session/cards.ts';
import type { SessionSettings } from '../../../src/frame/session/life.ts';
import type { CompiledKnowledge } from '../../../src/knowledge/types.ts';
import { DEFAULT_SETTINGS } from '../../../src/settings/schema.ts';

const { knowledgeFor } = vi.hoisted(() => ({ knowledgeFor: vi.fn() }));
vi.mock('../../../src/platform/knowledge.ts', () => ({ knowledgeFor }));

const KNOWN = { entries: [] } as unknown as CompiledKnowledge;
const mentionOf = (drug: string) => ({ drug, form: drug, text: drug.toUpperCase() });
const ONE = mentionOf('memantine');
const OTHER = mentionOf('ketamine');

describe('cards of a page', () => {
  let log: string[];
  let requests: CardRequest[];
  /** What was asked of the worker and waits for its answer. */
  let answers: ((known: CompiledKnowledge | undefined) => void)[];
  let brought: (() => void)[];
  let asked: (readonly string[])[];
  let port: CardPort | undefined;
  let settings: SessionSettings;
  let cards: ReturnType<typeof createCards<typeof ONE>>;
  let comes: boolean;

  beforeEach(() => {
    [log, requests, answers, brought, asked] = [[], [], [], [], []];
    [port, comes] = [undefined, true];
    settings = { ...DEFAULT_SETTINGS, watched: ['warfarin'] };
    const card = {
      prepare: (request: CardRequest) => void log.push(`prepare ${request.mention.drug}`),
      open: (request: CardRequest) => {
        requests.push(request);
        log.push(`${request.opener} ${request.mention.drug}`);
      },
      leave: () => void log.push('leave'),
      isOpen: () => log.some((entry) => entry.startsWith('pointer')),
      change: ({ theme }: { theme: string }) => void log.push(theme),
      destroy: () => void log.push('destroy'),
    } as unknown as CardPort;
    const source = {
      port: () => port,
      bring: () =>
        new Promise<void>((done) => {
          brought.push(() => {
            if (comes) port = card;
            done();
          });
        }),
    };
    knowledgeFor.mockImplementation((drugs) => {
      asked.push(drugs);
      return new Promise((done) => answers.push(done));
    });
    cards = createCards<typeof ONE>(source, {
      settings: () => settings,
      counts: () =>
        new Map([
          ['memantine', 2],
          ['ketamine', 1],
        ]),
      placeOf: () => ({ rects: () => [], node: () => nodes.at(-1)!, passage: { text: '' } as CardRequest['passage'] }),
      shadowRootOf: () => null,
      goTo: () => undefined,
    });
  });
  const nodes = [{} as Node];

  /** All that was asked for comes. */
  async function come(known: CompiledKnowledge | undefined = KNOWN): Promise<void> {
    for (const bring of brought.splice(0)) bring();
    for (const answer of answers.splice(0)) answer(known);
    await new Promise((done) => setTimeout(done));
  }

  it('come with what is known of all medicines of the page and of those that are watched', async () => {
    const opened = cards.open(ONE, 'pointer');
    expect(asked).toEqual([['memantine', 'ketamine', 'warfarin']]);
    await come();
    expect(await opened).toBe(true);
    expect(requests[0]).toMatchObject({
      knowledge: KNOWN,
      mention: { drug: 'memantine', form: 'memantine', text: 'MEMANTINE' },
      onPage: [
        { drug: 'memantine', count: 2 },
        { drug: 'ketamine', count: 1 },
      ],
      watched: ['warfarin'],
    });
    expect([log, cards.isOpen()]).toEqual([['pointer memantine'], true]);
  });

  it('are brought once, whoever asks meanwhile, and the last one asked for opens alone', async () => {
    const first = cards.open(ONE, 'pointer');
    const second = cards.open(OTHER, 'tap');
    expect(brought).toHaveLength(1);
    await come();
    expect([await first, await second, log]).toEqual([false, true, ['tap ketamine']]);
    void cards.open(ONE, 'click');
    expect(brought).toHaveLength(0);
  });

  it('are brought again where the first did not come', async () => {
    comes = false;
    const first = cards.open(ONE, 'pointer');
    await come();
    expect([await first, log]).toEqual([false, []]);
    comes = true;
    const second = cards.open(ONE, 'pointer');
    await come();
    expect([await second, log]).toEqual([true, ['pointer memantine']]);
  });

  it('do not open late: not where the pointer has left, nor where nobody knows anything', async () => {
    const left = cards.open(ONE, 'pointer');
    cards.leave();
    await come();
    const unknown = cards.open(ONE, 'pointer');
    for (const answer of answers.splice(0)) answer(undefined);
    expect([await left, await unknown, log]).toEqual([false, false, []]);
  });

  it('overtake none that opens from an answer that comes later', async () => {
    const first = cards.open(ONE, 'pointer');
    const second = cards.open(OTHER, 'pointer');
    for (const bring of brought) bring();
    answers[1]!(KNOWN);
    expect(await second).toBe(true);
    answers[0]!(KNOWN);
    expect(await first).toBe(false);
    expect(log).toEqual(['pointer ketamine']);
  });

  it('are made beforehand where one may be asked for, unless another was asked for meanwhile', async () => {
    const prepared = cards.prepare(ONE);
    await come();
    await prepared;
    expect(log).toEqual(['prepare memantine']);
    const late = cards.prepare(ONE);
    const opened = cards.open(OTHER, 'pointer');
    await come();
    await Promise.all([late, opened]);
    expect(log).toEqual(['prepare memantine', 'pointer ketamine']);
  });

  it('know the node that the page has now', async () => {
    const opened = cards.open(ONE, 'pointer');
    await come();
    await opened;
    nodes.push({} as Node);
    expect(requests[0]!.node).toBe(nodes[1]);
  });

  it('follow the settings, leave and go, once there is one', async () => {
    cards.change();
    cards.leave();
    cards.destroy();
    expect([log, cards.isOpen()]).toEqual([[], false]);
    const opened = cards.open(ONE, 'pointer');
    await come();
    await opened;
    settings = { ...settings, card: { ...settings.card, theme: 'dark' } };
    cards.change();
    cards.leave();
    cards.destroy();
    expect(log).toEqual(['pointer memantine', 'dark', 'leave', 'destroy']);
  });
});
