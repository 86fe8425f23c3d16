/**
 * What a frame takes, and from whom: the service worker and the extension's own pages. A script in another page cannot ask
 * it what it found, nor have it open a card. Small, for it is in every page.
 */
import type { ToBackground, ToFrame } from './messages.ts';
import { native } from './native.ts';

type Sender = chrome.runtime.MessageSender;

/** Whether a message comes from the extension itself: the worker is in no tab, and pages of ours have our address. */
export const isOwn = (sender: Sender): boolean =>
  sender.tab === undefined || (sender.url?.startsWith(native.runtime.getURL('')) ?? false);

const indexOf = (data: unknown): unknown => (data as { index?: unknown } | null)?.index;

export const FRAME_CHECKS: Readonly<Record<keyof ToFrame, (data: unknown, sender: Sender) => boolean>> = {
  'list-mentions': (_, sender) => isOwn(sender),
  'export-mentions': (_, sender) => isOwn(sender),
  'report-again': (_, sender) => isOwn(sender),
  'go-to-mention': (data, sender) =>
    isOwn(sender) && Number.isSafeInteger(indexOf(data)) && (indexOf(data) as number) >= 0,
  'step-mention': (data, sender) => isOwn(sender) && Math.abs((data as { by: number } | null)?.by ?? 0) === 1,
  'open-card': (_, sender) => isOwn(sender),
};

const isYesOrNo = (reply: unknown): boolean => typeof reply === 'boolean';

/** What anybody takes as an answer of the service worker; to the other messages there is none. */
export const WORKER_REPLIES: Partial<Readonly<Record<keyof ToBackground, (reply: unknown) => boolean>>> = {
  'need-reader': isYesOrNo,
  'need-card': isYesOrNo,
  'knowledge-for': (reply) => Array.isArray((reply as { entries?: unknown } | null)?.entries),
  'top-url': (reply) => typeof reply === 'string',
  'change-packs': (reply) => reply === 'done' || reply === 'no-room' || reply === 'refused',
};
