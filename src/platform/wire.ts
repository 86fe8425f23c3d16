/**
 * Typed messages between our scripts, over the browser's own `runtime` and `tabs` API, for pages and extension pages
 * alike. Messages of other shapes are ignored; a message that nobody answers gives `undefined` and never throws.
 */
import { type Check, WORKER_REPLIES } from './frame-checks.ts';
import { FRAME_REPLIES } from './message-checks.ts';
import type { ToBackground, ToFrame } from './messages.ts';
import { native } from './native.ts';

type Sender = chrome.runtime.MessageSender;

/** What a message is answered with; to those that have no answer, nothing is. */
type Answer<Reply> = [Reply] extends [undefined] ? undefined | Promise<void> : Reply | Promise<Reply>;

/** An answer for each message that the script takes; a promise keeps the sender waiting. */
type Handlers<Map> = {
  [Name in keyof Map]?: Map[Name] extends { data: infer Data; reply: infer Reply }
    ? (data: Data, sender: Sender) => Answer<Reply>
    : never;
};

/**
 * Answers messages that pass their check. Call it synchronously when the script starts, or a
 * service worker misses the one that woke it.
 */
export function answer<Map extends ToBackground | ToFrame>(
  handlers: Handlers<Map>,
  checks: Readonly<Record<keyof Map, Check>>,
): () => void {
  const asked = checks as Readonly<Record<string, Check>>;
  const known = handlers as Record<string, ((data: unknown, sender: Sender) => unknown) | undefined>;
  const listener = (message: unknown, sender: Sender, reply: (value: unknown) => void): boolean => {
    const { lens: name, data } = (message ?? {}) as { lens?: unknown; data?: unknown };
    const handler = typeof name === 'string' && Object.hasOwn(known, name) ? known[name] : undefined;
    if (!handler || sender.id !== native.runtime.id || !asked[name as string]!(data, sender)) return false;
    Promise.resolve()
      .then(() => handler(data, sender))
      .then(reply, () => reply(undefined));
    return true;
  };
  native.runtime.onMessage.addListener(listener);
  return () => native.runtime.onMessage.removeListener(listener);
}

/** Asks the service worker. An answer that is none counts as none. */
export async function askBackground<Name extends keyof ToBackground>(
  name: Name,
  data: ToBackground[Name]['data'],
): Promise<ToBackground[Name]['reply'] | undefined> {
  const reply = await quietly(() => native.runtime.sendMessage({ lens: name, data }));
  return WORKER_REPLIES[name]?.(reply) ? reply : undefined;
}

/** Asks one frame of a tab; 0 is the top frame. An answer that is none counts as none. */
export async function askFrame<Name extends keyof ToFrame>(
  tabId: number,
  frameId: number,
  name: Name,
  data: ToFrame[Name]['data'],
): Promise<ToFrame[Name]['reply'] | undefined> {
  const reply = await quietly(() => native.tabs.sendMessage(tabId, { lens: name, data }, { frameId }));
  return FRAME_REPLIES[name](reply) ? reply : undefined;
}

/** Tells all frames of a tab; whatever they answer is lost. */
export async function tellFrames<Name extends keyof ToFrame>(
  tabId: number,
  name: Name,
  data: ToFrame[Name]['data'],
): Promise<void> {
  await quietly(() => native.tabs.sendMessage(tabId, { lens: name, data }));
}

async function quietly<Reply>(send: () => Promise<Reply>): Promise<Reply | undefined> {
  try {
    return await send();
  } catch {
    // No such frame, a page where extensions may not run, or our own extension was updated under the script.
    return undefined;
  }
}
