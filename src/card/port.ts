/**
 * What a frame's script and the card's script say to each other. The card's is injected with the first card; both run
 * in the extension's isolated world of one frame, which the page cannot see, and meet at two globals of that world.
 */

import type { CompiledKnowledge } from '../knowledge/types.ts';
import type { Passage } from '../shared/passage/types.ts';

/** What the card is asked to show. Plain data and closures of the content script. */
export interface CardRequest {
  /** What is known of `mention.drug` and `onPage`: for `openKnowledge`. Comes from `platform/knowledge`. */
  readonly knowledge: CompiledKnowledge;
  /** The mention: `text` as the page wrote it, `form` as the knowledge has it. */
  readonly mention: { readonly drug: string; readonly form: string; readonly text: string };
  /** The mention's rectangles now, in viewport coordinates, one a line; empty when it is gone. */
  readonly rects: () => readonly DOMRect[];
  readonly passage: Passage;
  /** Other drugs of the frame, in document order of first mention. */
  readonly onPage: readonly { readonly drug: string; readonly count: number }[];
  /** Ids of the entries whose pairs are spoken of first; absent: memantine alone. */
  readonly watched?: readonly string[];
  /** What the reader may do about the mention from its card. */
  readonly actions: CardActions;
  /** Scroll to the first mention of a drug and open its card. */
  readonly goTo: (drug: string) => void;
  readonly options: CardOptions;
  /**
   * How it was asked for. A pointer that rests and a finger get the glance, a click the reading view; the keyboard moves the
   * focus into the card, and back when it closes.
   */
  readonly opener: 'pointer' | 'tap' | 'click' | 'keyboard';
  /** Node of the page that the mention is in: decides dialog and fullscreen hosts and the page's background. */
  readonly node: Node;
  /** The shadow root of an element, closed ones as well. */
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
  /** Remembers the reader's switch for professional detail. */
  readonly setProfessional: (on: boolean) => void;
}

export interface CardActions {
  /** Puts a medicine among those that are watched, or takes it out. */
  readonly watch?: (drug: string, on: boolean) => void;
  /** Marks a medicine nowhere any more. */
  readonly hide: (drug: string) => void;
  /** A text is no medicine on this site: marks it there no more; absent where there is no site. */
  readonly wrong?: (text: string) => void;
  /** Switches the extension off on this site; absent where there is no site. */
  readonly leaveSite?: () => void;
}

/** The reader's choices that bear on the card; see settings/schema. */
export interface CardOptions {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
  readonly textSize: number;
  readonly professional: boolean;
  readonly closeDelay: number;
}

/** The card script's side of the seam. */
export interface CardPort {
  /** The pointer rests on a mention: makes its card meanwhile, so that it opens at once. */
  prepare(request: CardRequest): void;
  /** Opens, or shows another mention without flicker: in the reading view where that is open, else beside the mention. */
  open(request: CardRequest): void;
  /** The reader changed the settings: an open card follows at once. */
  change(options: CardOptions): void;
  /** The pointer left the mention: the glance closes after the grace period unless the pointer is in it. */
  leave(): void;
  close(): void;
  isOpen(): boolean;
  /** Removes every trace; the content script is stopping. */
  destroy(): void;
}

/** Name of the global of the isolated world under which the card script puts its port. */
export const CARD_PORT = 'memantineLensCard';

/** Name of the global under which the vocabulary's script puts the way to read it. */
export const USE_FINDER = 'memantineLensUseFinder';
