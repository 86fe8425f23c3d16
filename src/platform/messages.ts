/** Every message that crosses between our scripts: one map from a message's name to its data and its reply. */
import type { CompiledKnowledge } from '../knowledge/types.ts';
import type { ExportedMention, MentionSummary } from '../shared/mentions/summary.ts';
import type { PaintNames } from '../shared/policy/marks.ts';

/** What one frame holds. */
export interface FrameMentions {
  readonly url: string;
  readonly title: string;
  /** False where the site's rule or the switch is off. */
  readonly active: boolean;
  readonly mentions: readonly MentionSummary[];
}

/** What is to become of the reader's packs; of a backup, with its settings. */
export interface PackChange {
  readonly add: readonly unknown[];
  /** Names. */
  readonly remove: readonly string[];
  readonly settings?: object;
}

/** `no-room`: the browser has no room for them, and all is as before; `refused`: one of them is no pack. */
export type PackOutcome = 'done' | 'no-room' | 'refused';

/** From frames and extension pages to the service worker. */
export interface ToBackground {
  /** Distinct drugs that the sender's frame shows now; the badge counts them over the tab's frames. */
  'frame-report': { data: { drugs: readonly string[]; mentions: number }; reply: undefined };
  /**
   * Inject the script that marks and explains into the sender's frame, where something of ours may be. Not done, and
   * answered with false, where the text around, read in these ways, rules out that the name counts.
   */
  'need-reader': { data: { readings: readonly string[] }; reply: boolean };
  /** Inject the card script into the sender's frame; true when it is there. */
  'need-card': { data: undefined; reply: boolean };
  /** What the knowledge says of some drugs and the pairs among them, packs included: a slice, for `openKnowledge`. */
  'knowledge-for': { data: { drugs: readonly string[] }; reply: CompiledKnowledge };
  /** Give the sender's frame the rules for marks of the present settings under these names. */
  'paint-style': { data: PaintNames; reply: undefined };
  /** Remember the reader's switch for professional detail on the card. */
  'set-professional': { data: { on: boolean }; reply: undefined };
  /** Write the settings for pages where there are none yet: the browser has just started. */
  publish: { data: undefined; reply: undefined };
  /** Add and remove packs, and settings with them; from the extension's own pages only. */
  'change-packs': { data: PackChange; reply: PackOutcome };
  /** The reader wants no marks of a medicine any more. */
  'hide-drug': { data: { drug: string }; reply: undefined };
  /** The reader says that a text is no medicine on the site of the sender's tab. */
  'except-text': { data: { text: string }; reply: undefined };
  /** The reader wants to hear first of pairs with a medicine, or no longer. */
  'watch-drug': { data: { drug: string; on: boolean }; reply: undefined };
  /** The reader wants the extension off on the site of the sender's tab. */
  'leave-site': { data: undefined; reply: undefined };
  /** URL of the sender's tab, where a frame cannot tell its top page. */
  'top-url': { data: undefined; reply: string | undefined };
  /** The sender's frame is the browser's own viewer of PDF documents, in which no script of ours can read. */
  'pdf-shown': { data: undefined; reply: undefined };
  /** Show the document in the sender's tab, where our viewer is now, in the browser's own; false where it refuses. */
  'show-original': { data: { url: string }; reply: boolean };
}

/** From the popup and the service worker to one frame. */
export interface ToFrame {
  'list-mentions': { data: undefined; reply: FrameMentions };
  'export-mentions': { data: undefined; reply: readonly ExportedMention[] };
  /** Send `frame-report` again when the frame has mentions: the service worker lost count when the tab loaded. */
  'report-again': { data: undefined; reply: undefined };
  /** Scroll to a mention, flash it, and open its card. */
  'go-to-mention': { data: { index: number }; reply: boolean };
  /** Walk from the last visited mention; opens the card. */
  'step-mention': { data: { by: 1 | -1 }; reply: boolean };
  /** Open the card of the mention last visited or nearest to the middle of the viewport, focus inside. */
  'open-card': { data: undefined; reply: boolean };
}
