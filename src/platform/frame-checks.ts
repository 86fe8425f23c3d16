/**
 * What a frame takes, and from whom: the service worker and the extension's own pages. A script in another page cannot ask
 * it what it found, nor have it open a card. Small, for it is in every page.
 */
import type { ToBackground, ToFrame } from './messages.ts';
import { isOwnAddress } from './native.ts';

type Sender = chrome.runtime.MessageSender;

/** Whether a message comes from the extension itself: the worker is in no tab, and pages of ours have our address. */
const isOwn = (sender: Sender): boolean => sender.tab === undefined || isOwnAddress(sender.url);

const partOf = (data: unknown): { index?: unknown; by?: unknown } => (data ?? {}) as object;

export const FRAME_CHECKS: Readonly<Record<keyof ToFrame, (data: unknown, sender: Sender) => boolean>> = {
  'list-mentions': (_, sender) => isOwn(sender),
  'export-mentions': (_, sender) => isOwn(sender),
  'report-again': (_, sender) => isOwn(sender),
  'go-to-mention': (data, sender) => {
    const { index } = partOf(data);
    return isOwn(sender) && Number.isSafeInteger(index) && (index as number) >= 0;
  },
  'step-mention': (data, sender) => {
    const { by } = partOf(data);
    return isOwn(sender) && (by === 1 || by === -1);
  },
  'open-card': (_, sender) => isOwn(sender),
};

export const isYesOrNo = (reply: unknown): boolean => typeof reply === 'boolean';

/** What anybody takes as an answer of the service worker; to the other messages there is none. */
export const WORKER_REPLIES: Partial<Readonly<Record<keyof ToBackground, (reply: unknown) => boolean>>> = {
  'need-reader': isYesOrNo,
  'need-card': isYesOrNo,
  'show-original': isYesOrNo,
  'knowledge-for': (reply) => Array.isArray((reply as { entries?: unknown } | null)?.entries),
  'top-url': (reply) => typeof reply === 'string',
  'change-packs': (reply) => reply === 'done' || reply === 'no-room' || reply === 'refused',
};
