/**
 * The checks of messages that every page has, small for that: what a frame takes, which is only what the service worker
 * and our own pages send, and what passes for an answer of the service worker. The others are in `message-checks.ts`.
 */
import { isRecord } from '../shared/is-record.ts';
import type { ToBackground, ToFrame } from './messages.ts';
import { isOwnAddress } from './native.ts';

/** Whether data may be taken from this sender. */
export type Check = (data: unknown, sender: chrome.runtime.MessageSender) => boolean;

/** Data as an object to look into; an empty one where it is none. */
export const record = (data: unknown): Record<string, unknown> => (isRecord(data) ? data : {});
/** A whole number from 0. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Whether a message comes from the extension itself: the worker is in no tab, and pages of ours have our address. */
const isOwn: Check = (_, sender) => sender.tab === undefined || isOwnAddress(sender.url);

export const FRAME_CHECKS: Readonly<Record<keyof ToFrame, Check>> = {
  'list-mentions': isOwn,
  'export-mentions': isOwn,
  'report-again': isOwn,
  'go-to-mention': (data, sender) => isOwn(data, sender) && isCount(record(data).index),
  'step-mention': (data, sender) => isOwn(data, sender) && [1, -1].includes(record(data).by as number),
  'open-card': isOwn,
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
