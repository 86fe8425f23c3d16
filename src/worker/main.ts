/**
 * The service worker (Chrome) or event page (Firefox). It keeps no state of its own: everything is in storage, and all
 * listeners are set when the script starts, so that the browser may stop and wake it at any time.
 */
import cardFile from '../card/main.iife?script&iife';
import vocabularyFile from '../card/vocabulary.iife?script&iife';
import readerFile from '../frame/reader.iife?script&iife';
import { browser } from '../platform/browser.ts';
import { BACKGROUND_CHECKS } from '../platform/message-checks.ts';
import type { ToBackground } from '../platform/messages.ts';
import { documentAt, forgetPdf, leaveOriginal, showOriginal } from '../platform/pdf-tabs.ts';
import { answer, tellFrames } from '../platform/wire.ts';
import { FRAME_AREA, setAccess } from '../settings/frame-area.ts';
import { KEYS } from '../settings/keys.ts';
import { turnSite } from '../settings/site-rule.ts';
import { refreshSettings, setSetting } from '../settings/store.ts';
import { clearBadge, takeReport } from './badge.ts';
import { exceptText, hideDrug, watchDrug } from './card-actions.ts';
import { runCommand } from './commands.ts';
import { knowledgeFor } from './knowledge.ts';
import { startInOpenTabs, startOnce, welcome } from './lifecycle.ts';
import { createMenu, followTab, onMenu } from './menu.ts';
import { changePacks, takeManagedPacks } from './pack-store.ts';
import { paintStyle } from './paint.ts';
import { onLoaded, onPdf } from './pdf.ts';
import { COPY_KEYS, publish } from './publish.ts';
import { needsReader } from './reader.ts';

/** Runs one of our scripts in a frame. */
async function inject(files: readonly string[], tabId: number | undefined, frameId = 0): Promise<boolean> {
  if (tabId === undefined) return false;
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: files.map((file) => file.replace(/^\//, '')),
    injectImmediately: true,
  });
  return true;
}

/** Whatever an earlier stop left half done is mended first. */
const started = setAccess().then(publish).catch(console.error);

answer<ToBackground>(
  {
    'frame-report': async (report, { tab, frameId = 0 }) => {
      if (tab?.id !== undefined) await takeReport(tab.id, frameId, report);
    },
    'need-reader': async ({ readings }, { tab, frameId }) =>
      (await needsReader(readings)) && inject([readerFile], tab?.id, frameId),
    'need-card': (_, { tab, frameId }) => inject([vocabularyFile, cardFile], tab?.id, frameId),
    'knowledge-for': ({ drugs }) => knowledgeFor(drugs),
    'paint-style': async (names, { tab, frameId = 0 }) => {
      if (tab?.id !== undefined) await paintStyle(tab.id, frameId, names);
    },
    'set-professional': async ({ on }) => {
      await setSetting('card.professional', on);
    },
    'hide-drug': ({ drug }) => hideDrug(drug),
    'except-text': ({ text }, { tab }) => exceptText(documentAt(tab?.url ?? ''), text),
    'watch-drug': ({ drug, on }) => watchDrug(drug, on),
    'leave-site': (_, { tab }) => turnSite(documentAt(tab?.url ?? ''), 'off'),
    'top-url': (_, { tab }) => tab?.url,
    publish: () => started,
    'change-packs': (change) => changePacks(change),
    'pdf-shown': async (_, { tab, frameId }) => {
      if (tab?.id === undefined || tab.url === undefined || frameId !== 0) return;
      await onPdf(tab.id, tab.url);
      await followTab(await browser.tabs.get(tab.id));
    },
    'show-original': async ({ url }, { tab }) => tab?.id !== undefined && showOriginal(tab.id, url),
  },
  BACKGROUND_CHECKS,
);

browser.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (change.url !== undefined) void leaveOriginal(tabId, change.url);
  if (change.status === 'loading') return clearBadge(tabId);
  // The icon of a tab may come after all else.
  if (tab.status === 'complete' && (change.status || change.favIconUrl)) void onLoaded(tab).then(() => followTab(tab));
  // Moves within a page (pushState) load, too, without a new document: what is still there counts itself again.
  if (change.status === 'complete') return tellFrames(tabId, 'report-again', undefined);
  return undefined;
});
browser.tabs.onActivated.addListener(async ({ tabId }) => followTab(await browser.tabs.get(tabId)));
// Firefox on Android has no windows.
browser.windows?.onFocusChanged.addListener(async (windowId) => {
  if (windowId === browser.windows.WINDOW_ID_NONE) return;
  for (const tab of await browser.tabs.query({ active: true, windowId })) await followTab(tab);
});
browser.tabs.onRemoved.addListener(async (tabId) => {
  await Promise.all([clearBadge(tabId), forgetPdf(tabId)]);
});
browser.tabs.onReplaced.addListener((_, removedId) => clearBadge(removedId));

browser.runtime.onInstalled.addListener(async ({ reason }) => {
  await prepare();
  await createMenu();
  if (reason === 'install') await welcome();
});
browser.runtime.onStartup.addListener(() => prepare());
// Pages that were open before the reader gave access to them are marked without being loaded anew.
browser.permissions.onAdded.addListener(startInOpenTabs);
browser.storage.onChanged.addListener(async (changes, area) => {
  if (area === 'managed') return prepare();
  const original = area === 'local' && (KEYS.packs in changes || KEYS.settings in changes);
  // A copy that somebody else wrote is written again.
  const copy = area === FRAME_AREA && COPY_KEYS.some((key) => key in changes);
  if (original || copy) await publish();
});

/** Brings what is stored to the present version, and takes what an administrator presets. */
async function prepare(): Promise<void> {
  await started;
  await refreshSettings();
  await takeManagedPacks();
  await publish();
}

// Switched on again, an extension is told nothing.
void startOnce();

// Firefox on Android has neither.
browser.commands?.onCommand.addListener((command, tab) => runCommand(command, tab?.id));
browser.contextMenus?.onClicked.addListener((info, tab) => onMenu(info, tab?.id));
