/**
 * Mouse, pen and finger on mentions: when a card opens and when it may close. Only what the reader does counts: events
 * that a page makes up are not trusted by the browser, nor by us.
 */

import { elementAt, listen, matches } from '../../dom/read.ts';
import type { Settings } from '../../settings/schema.ts';
import { CLICKABLE } from '../../shared/elements.ts';

/** What the pointer needs to know and to do. `M`: a mention; the same object for the same place. */
export interface PointerEnvironment<M extends object> {
  /** The mention at a point; see hit-test. `target`: what the event was aimed at, as seen from the window. */
  readonly at: (x: number, y: number, target: EventTarget | null) => M | undefined;
  /** The mention that shows through what lies above it at a point. */
  readonly through: (x: number, y: number) => M | undefined;
  /** Whether a mention is still in the page. */
  readonly stands: (mention: M) => boolean;
  /** Asked again for the mention whose card is open, keeps it open. */
  readonly open: (mention: M, opener: 'pointer' | 'tap' | 'click') => void;
  /** The mention's card may be asked for in a moment: it can be made meanwhile. */
  readonly prepare: (mention: M) => void;
  /** The pointer is off the mention: its card may close after its grace period, or need not open any more. */
  readonly leave: () => void;
  readonly isOpen: () => boolean;
  /** The reader's choice now. */
  readonly opening: () => Settings['opening'];
}

/** A pointer that moves less than this, in CSS pixels, rests. */
const REST = 3;
/** With a card open its neighbours wait at least this long for the pointer to rest. */
const SWITCH_DELAY = 200;
/** Milliseconds of rest until text is looked for below what the pointer is on. */
const LOOK_BELOW = 60;
/** A name that appears this soon below a pointer that came to rest was there for the reader when it came. */
const JUST_NOW = 1_000;

/** Ends when the signal aborts. Never prevents or stops an event of the page. */
export function watchPointer<M extends object>(
  { at, through, stands, open, prepare, leave, isOpen, opening }: PointerEnvironment<M>,
  signal: AbortSignal,
) {
  /** The mention below the pointer. */
  let over: M | undefined;
  /** The mention whose card this module opened last. */
  let shown: M | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let last = { x: Number.NaN, y: Number.NaN, time: 0 };
  let rest = last;

  function wait(mention: M, delay: number): void {
    clearTimeout(timer);
    prepare(mention);
    timer = setTimeout(() => {
      if (over === mention && stands(mention)) show(mention, 'pointer');
    }, delay);
  }

  function show(mention: M, opener: 'pointer' | 'tap' | 'click'): void {
    clearTimeout(timer);
    shown = mention;
    open(mention, opener);
  }

  function off(): void {
    clearTimeout(timer);
    clearTimeout(looking);
    const was = over;
    over = undefined;
    if (was) leave();
  }

  function onMove(event: PointerEvent): void {
    if (event.pointerType === 'touch' || !event.isTrusted) return;
    const { clientX: x, clientY: y } = event;
    // A page that scrolls below a resting pointer sends moves too: they open nothing.
    const moved = x !== last.x || y !== last.y;
    if (moved) last = { x, y, time: performance.now() };
    const mention = event.buttons === 0 ? at(x, y, event.composedPath()[0] ?? null) : undefined;
    if (mention && moved) {
      clearTimeout(looking);
      on(mention, event);
    } else if (mention !== over || !mention) {
      off();
      if (moved && event.buttons === 0) {
        looking = setTimeout(() => {
          const below = through(x, y);
          if (below) on(below, event);
        }, LOOK_BELOW);
      }
    }
  }

  /** The pointer moved on a mention. */
  function on(mention: M, keys: PointerEvent | undefined): void {
    const { on: way, modifier, openDelay } = opening();
    const entered = mention !== over;
    over = mention;
    if (mention === shown && isOpen()) {
      if (entered) show(mention, 'pointer');
      return;
    }
    if (way === 'modifier') {
      if (keys?.[`${modifier}Key`]) show(mention, 'pointer');
      return;
    }
    if (way !== 'hover') return;
    if (!isOpen()) {
      if (entered) wait(mention, openDelay);
      return;
    }
    // On its way to the open card the pointer may cross other names: only where it rests the card changes.
    if (entered || Math.hypot(last.x - rest.x, last.y - rest.y) > REST) {
      rest = last;
      wait(mention, Math.max(openDelay, SWITCH_DELAY));
    }
    if (entered) leave();
  }

  /** Mentions came and went: the page may have written those below the pointer anew. */
  function follow(): void {
    const gone = over !== undefined && !stands(over);
    if (Number.isNaN(last.x) || (!gone && (over || performance.now() - last.time > JUST_NOW))) return;
    const { x, y } = last;
    const now = at(x, y, elementAt(document, x, y) ?? null) ?? through(x, y);
    if (!now || now === over) return;
    if (gone && over === shown && isOpen()) over = shown = now;
    else on(now, undefined);
  }

  function onClick(event: MouseEvent): void {
    if (event.button !== 0 || event.defaultPrevented || !event.isTrusted) return;
    const { clientX: x, clientY: y } = event;
    const { on, modifier } = opening();
    const finger = (event as PointerEvent).pointerType === 'touch';
    if (!finger && on === 'modifier' && !event[`${modifier}Key`]) return;
    if (event.composedPath().some((node) => node instanceof Element && matches(node, CLICKABLE))) return;
    if (getSelection()?.isCollapsed === false) return;
    const mention = at(x, y, event.composedPath()[0] ?? null) ?? through(x, y);
    if (!mention) return;
    // The first click of those who open by clicks, and a finger's, opens what hover opens; a click on it all of the rest.
    const again = mention === shown && isOpen();
    show(mention, (on === 'hover' && !finger) || again ? 'click' : 'tap');
  }

  function onKey(event: KeyboardEvent): void {
    const { on, modifier } = opening();
    if (on !== 'modifier' || !event.isTrusted || !over || (over === shown && isOpen())) return;
    if (event.key === { alt: 'Alt', ctrl: 'Control', shift: 'Shift' }[modifier]) show(over, 'pointer');
  }

  /** Out of the document. */
  function onOut({ relatedTarget, isTrusted }: PointerEvent): void {
    if (relatedTarget === null && isTrusted) off();
  }

  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    clearTimeout(looking);
  });
  return {
    /** Begins to listen to the page, also again. */
    listen(): void {
      const options = { capture: true, passive: true, signal };
      listen(window, 'pointermove', onMove, options);
      listen(window, 'pointerout', onOut, options);
      listen(window, 'click', onClick, options);
      listen(window, 'keydown', onKey, options);
    },
    follow,
  };
}
