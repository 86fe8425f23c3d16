/** Messages between our scripts: who is heard, who is answered, and that nothing is ever thrown into a page. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { installFakeTabs } from './fake-tabs.ts';

type Sender = chrome.runtime.MessageSender;
type Listener = (message: unknown, sender: Sender, reply: (value: unknown) => void) => boolean;

const fake = installFakeTabs();
const listeners = new Set<Listener>();
const sendMessage = vi.fn();
Object.assign((globalThis.browser as unknown as { runtime: object }).runtime, {
  sendMessage,
  onMessage: {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
  },
});
const { answer, askBackground, askFrame, tellFrames } = await import('../../src/platform/wire.ts');
const { BACKGROUND_CHECKS } = await import('../../src/platform/message-checks.ts');

const PAGE = { id: 'fake', url: 'https://page.example/' } as Sender;

beforeEach(() => {
  fake.reset();
  listeners.clear();
  sendMessage.mockReset();
});

/** What the one listener answers; `ignored` where it leaves the message to others. */
function knock(message: unknown, sender = PAGE): Promise<unknown> {
  return new Promise((done) => {
    if (![...listeners][0]!(message, sender, done)) done('ignored');
  });
}

describe('a script that answers', () => {
  it('is asked with the data and the sender, and its answer reaches who asked', async () => {
    const asked = vi.fn(async () => true);
    answer({ 'need-card': asked }, BACKGROUND_CHECKS);
    expect(await knock({ lens: 'need-card' })).toBe(true);
    expect(asked).toHaveBeenCalledWith(undefined, PAGE);
  });

  it('hears no other extension, and nothing that does not pass its check', async () => {
    const asked = vi.fn();
    answer({ 'hide-drug': asked }, BACKGROUND_CHECKS);
    const message = { lens: 'hide-drug', data: { drug: 'warfarin' } };
    expect(await knock(message, { ...PAGE, id: 'another' })).toBe('ignored');
    expect(await knock({ ...message, data: { drug: '<b>' } })).toBe('ignored');
    expect(asked).not.toHaveBeenCalled();
    expect(await knock(message)).toBeUndefined();
    expect(asked).toHaveBeenCalledOnce();
  });

  it.each([
    null,
    undefined,
    5,
    'need-card',
    [],
    {},
    { lens: 3 },
    { lens: ['need-card'] },
    { lens: 'need-reader', data: { readings: [] } },
  ])('leaves %j to others', async (message) => {
    answer({ 'need-card': async () => true }, BACKGROUND_CHECKS);
    expect(await knock(message)).toBe('ignored');
  });

  it.each(['toString', 'constructor', '__proto__'])('takes %s for no message', async (lens) => {
    answer({}, BACKGROUND_CHECKS);
    expect(await knock({ lens })).toBe('ignored');
  });

  it.each([
    [
      'at once',
      () => {
        throw new Error('broken');
      },
    ],
    ['later', () => Promise.reject(new Error('broken'))],
  ])('that fails %s answers nothing, and keeps nobody waiting', async (_, fails) => {
    answer({ 'need-card': fails as () => Promise<boolean> }, BACKGROUND_CHECKS);
    expect(await knock({ lens: 'need-card' })).toBeUndefined();
  });

  it('hears nothing after its end', () => {
    const stop = answer({ 'need-card': async () => true }, BACKGROUND_CHECKS);
    expect(listeners.size).toBe(1);
    stop();
    expect(listeners.size).toBe(0);
  });
});

describe('who asks the service worker', () => {
  it('has its answer', async () => {
    sendMessage.mockResolvedValue('https://page.example/');
    expect(await askBackground('top-url', undefined)).toBe('https://page.example/');
    expect(sendMessage).toHaveBeenCalledWith({ lens: 'top-url', data: undefined });
  });

  it('takes an answer of another shape for none', async () => {
    sendMessage.mockResolvedValue({ url: 'https://page.example/' });
    expect(await askBackground('top-url', undefined)).toBeUndefined();
  });

  it('takes no answer to what has none', async () => {
    sendMessage.mockResolvedValue(true);
    expect(await askBackground('hide-drug', { drug: 'warfarin' })).toBeUndefined();
  });

  it.each([
    ['gone', () => Promise.reject(new Error('Receiving end does not exist.'))],
    [
      'updated under the page',
      () => {
        throw new Error('Extension context invalidated.');
      },
    ],
  ])('hears nothing where the extension is %s', async (_, send) => {
    sendMessage.mockImplementation(send);
    expect(await askBackground('need-card', undefined)).toBeUndefined();
  });
});

describe('who asks a frame', () => {
  it('has its answer, and no other frame is asked', async () => {
    fake.frames.set('7:0', () => false).set('7:3', () => true);
    expect(await askFrame(7, 3, 'step-mention', { by: 1 })).toBe(true);
    expect(fake.doneBy('tabs.sendMessage')).toEqual([[7, { lens: 'step-mention', data: { by: 1 } }, { frameId: 3 }]]);
  });

  it('believes no answer of another shape, and hears nothing of a frame that is not there', async () => {
    fake.frames.set('7:0', () => ({ mentions: 'all' }));
    expect(await askFrame(7, 0, 'list-mentions', undefined)).toBeUndefined();
    expect(await askFrame(7, 1, 'list-mentions', undefined)).toBeUndefined();
  });

  it('of a tab that takes no scripts, is not troubled', async () => {
    await expect(tellFrames(9, 'report-again', undefined)).resolves.toBeUndefined();
    expect(fake.doneBy('tabs.sendMessage')).toEqual([[9, { lens: 'report-again', data: undefined }, undefined]]);
  });
});
