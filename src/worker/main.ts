/**
 * The service worker (Chrome) or event page (Firefox). It keeps no state of its own: everything is in storage, and all
 * listeners are set when the script starts, so that the browser may stop and wake it at any time.
 */
import cardFile from '../card/main.iife?script&iife';
import readerFile from '../frame/reader.iife?script&iife';
import { browser } from '../platform/browser.ts';
import { putFrame } from '../platform/frames.ts';
import type { ToBackground } from '../platform/messages.ts';
import { forgetPdf, showOriginal } from '../platform/pdf-tabs.ts';
import { answer, tellFrames } from '../platform/wire.ts';
import { KEYS } from '../settings/keys.ts';
import { setSetting } from '../settings/store.ts';
import { clearBadge, showBadge } from './badge.ts';
import { runCommand } from './commands.ts';
import { distribute, prepare } from './distribution.ts';
import { knowledgeFor } from './knowledge.ts';
import { startInOpenTabs, startOnce, welcome } from './lifecycle.ts';
import { createMenu, onMenu } from './menu.ts';
import { paintStyle } from './paint.ts';
import { onLoaded, onPdf } from './pdf.ts';

/** Runs one of our scripts in a frame. */
async function inject(file: string, tabId: number | undefined, frameId = 0): Promise<boolean> {
  if (tabId === undefined) return false;
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [file.replace(/^\//, '')],
    injectImmediately: true,
  });
  return true;
}

answer<ToBackground>({
  'frame-report': async (report, { tab, frameId }) => {
    if (tab?.id === undefined) return undefined;
    await putFrame(tab.id, frameId ?? 0, report);
    await showBadge(tab.id);
    return undefined;
  },
  'need-reader': (_, { tab, frameId }) => inject(readerFile, tab?.id, frameId),
  'need-card': (_, { tab, frameId }) => inject(cardFile, tab?.id, frameId),
  'knowledge-for': ({ drugs }) => knowledgeFor(drugs),
  'paint-style': async (_, { tab, frameId }) => {
    if (tab?.id !== undefined) await paintStyle(tab.id, frameId ?? 0);
    return undefined;
  },
  'set-professional': async ({ on }) => {
    await setSetting('card.professional', on);
    return undefined;
  },
  'top-url': (_, { tab }) => tab?.url,
  'pdf-shown': async (_, { tab, frameId }) => {
    if (tab?.id !== undefined && tab.url !== undefined && frameId === 0) await onPdf(tab.id, tab.url);
    return undefined;
  },
  'show-original': async ({ url }, { tab }) => {
    if (tab?.id !== undefined) await showOriginal(tab.id, url);
    return undefined;
  },
});

browser.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (change.status === 'loading') return clearBadge(tabId);
  if (change.status === 'complete') void onLoaded(tabId, tab.url);
  // Moves within a page (pushState) load, too, without a new document: what is still there counts itself again.
  if (change.status === 'complete') return tellFrames(tabId, 'report-again', undefined);
  return undefined;
});
browser.tabs.onRemoved.addListener(async (tabId) => {
  await Promise.all([clearBadge(tabId), forgetPdf(tabId)]);
});
browser.tabs.onReplaced.addListener((_, removedId) => clearBadge(removedId));

browser.runtime.onInstalled.addListener(async ({ reason }) => {
  await prepare();
  await distribute();
  await createMenu();
  if (reason === 'install') await welcome();
});
browser.runtime.onStartup.addListener(async () => {
  await prepare();
  await distribute();
});
// Pages that were open before the reader gave access to them are marked without being loaded anew.
browser.permissions.onAdded.addListener(startInOpenTabs);
browser.storage.onChanged.addListener(async (changes, area) => {
  if (area === 'managed') await prepare();
  if (area === 'managed' || (area === 'local' && (KEYS.packs in changes || KEYS.settings in changes)))
    await distribute();
});

// Switched on again, an extension is told nothing.
void startOnce();

// Firefox on Android has neither.
browser.commands?.onCommand.addListener((command, tab) => runCommand(command, tab?.id));
browser.contextMenus?.onClicked.addListener((info, tab) => onMenu(info, tab?.id));
