/**
 * Whether a message to the service worker, or the answer of a frame, is what it says it is. Frames run in processes
 * that a hostile page may have taken over, so nothing that comes from one is believed: shape, size and sender are
 * checked.
 */
import { isPaintName } from '../shared/policy/marks.ts';
import { VERDICTS } from '../shared/policy/verdict.ts';
import { isId } from '../shared/shapes.ts';
import { type Check, isCount, isYesOrNo, record } from './frame-checks.ts';
import type { ToBackground, ToFrame } from './messages.ts';
import { isOwnAddress } from './native.ts';

/** Ids in one message, and characters of one; far above what pages hold. */
const MOST_IDS = 20_000;
const LONGEST = 2_000;
/** A window of a text node, with what stands around it. */
const LONGEST_READING = 50_000;
const MOST_MENTIONS = 200_000;

const nothing: Check = (data) => data === undefined || data === null;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST;
const isList = (value: unknown, most: number, item: (part: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length <= most && value.every(item);
/** An address as long as browsers show. */
const isAddress = (value: unknown): boolean => typeof value === 'string' && value.length <= 65_536;
const areIds = (value: unknown): boolean => isList(value, MOST_IDS, isId);
const fromOwnPage: Check = (_, sender) => isOwnAddress(sender.url);

/** What the service worker takes. */
export const BACKGROUND_CHECKS: Readonly<Record<keyof ToBackground, Check>> = {
  'frame-report': (data) => areIds(record(data).drugs) && isCount(record(data).mentions),
  'need-reader': (data) =>
    isList(record(data).readings, 2, (text) => typeof text === 'string' && text.length <= LONGEST_READING),
  'need-card': nothing,
  'knowledge-for': (data) => areIds(record(data).drugs),
  'paint-style': (data) => [...VERDICTS, 'flash'].every((part) => isPaintName(record(data)[part])),
  'set-professional': (data) => typeof record(data).on === 'boolean',
  'hide-drug': (data) => areIds([record(data).drug]),
  'except-text': (data) => isText(record(data).text),
  'watch-drug': (data) => areIds([record(data).drug]) && typeof record(data).on === 'boolean',
  'leave-site': nothing,
  'top-url': nothing,
  publish: nothing,
  'pdf-shown': nothing,
  'show-original': (data, sender) => fromOwnPage(data, sender) && isAddress(record(data).url),
  'change-packs': (data, sender) =>
    fromOwnPage(data, sender) && Array.isArray(record(data).add) && isList(record(data).remove, MOST_IDS, isText),
};

/** What the extension's pages take as a frame's answer. */
export const FRAME_REPLIES: Readonly<Record<keyof ToFrame, (reply: unknown) => boolean>> = {
  'list-mentions': (reply) => {
    const { url, title, active, mentions } = record(reply);
    const shaped = typeof url === 'string' && typeof title === 'string' && typeof active === 'boolean';
    return shaped && isList(mentions, MOST_MENTIONS, isSummary);
  },
  'export-mentions': (reply) => isList(reply, MOST_MENTIONS, isExported),
  'report-again': (reply) => reply === undefined || reply === null,
  'go-to-mention': isYesOrNo,
  'step-mention': isYesOrNo,
  'open-card': isYesOrNo,
};

function isSummary(mention: unknown): boolean {
  const { index, drug, form, text, page } = record(mention);
  return (page === undefined || isCount(page)) && isCount(index) && isId(drug) && isText(form) && isText(text);
}

function isExported(mention: unknown): boolean {
  const { prefix, suffix, start, end } = record(mention);
  return isSummary(mention) && isText(prefix) && isText(suffix) && isCount(start) && isCount(end);
}
