/** Mouse, pen and finger on mentions: when a card opens and when it may close. */

/** What the pointer needs to know and to do. `M`: a mention; the same object for the same place. */
export interface PointerEnvironment<M extends object> {
  /** The mention at a point; see hit-test. `target`: what the event was aimed at, as seen from the window. */
  readonly at: (x: number, y: number, target: EventTarget | null) => M | undefined;
  /** Asked again for the mention whose card is open, keeps it open. */
  readonly open: (mention: M, opener: 'pointer' | 'tap') => void;
  /** The mention's card may be asked for in a moment: it can be made meanwhile. */
  readonly prepare: (mention: M) => void;
  /** The pointer is off the mention: its card may close after its grace period, or need not open any more. */
  readonly leave: () => void;
  readonly isOpen: () => boolean;
  /** The reader's choice now. */
  readonly opening: () => Opening;
}

/** See settings/schema. Delays in milliseconds. */
export interface Opening {
  readonly on: 'hover' | 'click' | 'modifier';
  readonly modifier: 'alt' | 'ctrl' | 'shift';
  readonly openDelay: number;
}

/** A pointer that moves less than this, in CSS pixels, rests. */
const REST = 3;
/** With a card open its neighbours wait at least this long for the pointer to rest. */
const SWITCH_DELAY = 200;
/** What a click does something else with. */
const CLICKABLE = 'a[href],button,input,select,textarea,label,summary,audio,video,[role=button],[role=link],[onclick]';

/** Listens until the signal aborts. Never prevents or stops an event of the page. */
export function watchPointer<M extends object>(environment: PointerEnvironment<M>, signal: AbortSignal): void {
  const { at, open, prepare, leave, isOpen, opening } = environment;
  /** The mention below the pointer. */
  let over: M | undefined;
  /** The mention whose card this module opened last. */
  let shown: M | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = { x: Number.NaN, y: Number.NaN };
  let rest = last;

  function wait(mention: M, delay: number): void {
    clearTimeout(timer);
    prepare(mention);
    timer = setTimeout(() => {
      if (over === mention) show(mention, 'pointer');
    }, delay);
  }

  function show(mention: M, opener: 'pointer' | 'tap'): void {
    clearTimeout(timer);
    shown = mention;
    open(mention, opener);
  }

  function off(): void {
    clearTimeout(timer);
    const was = over;
    over = undefined;
    if (was) leave();
  }

  function onMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const { clientX: x, clientY: y } = event;
    // A page that scrolls below a resting pointer sends moves too: they open nothing.
    const moved = x !== last.x || y !== last.y;
    last = { x, y };
    const mention = event.buttons === 0 ? at(x, y, event.composedPath()[0] ?? null) : undefined;
    if (!mention || !moved) {
      if (mention !== over || !mention) off();
      return;
    }
    const { on, modifier, openDelay } = opening();
    const entered = mention !== over;
    over = mention;
    if (mention === shown && isOpen()) {
      if (entered) show(mention, 'pointer');
      return;
    }
    if (on === 'modifier') {
      if (event[`${modifier}Key`]) show(mention, 'pointer');
      return;
    }
    if (on !== 'hover') return;
    if (!isOpen()) {
      if (entered) wait(mention, openDelay);
      return;
    }
    // On its way to the open card the pointer may cross other names: only where it rests the card changes.
    if (entered || Math.hypot(x - rest.x, y - rest.y) > REST) {
      rest = { x, y };
      wait(mention, Math.max(openDelay, SWITCH_DELAY));
    }
    if (entered) leave();
  }

  function onClick(event: MouseEvent): void {
    if (event.button !== 0 || event.defaultPrevented) return;
    const target = event.composedPath()[0] ?? null;
    const { on, modifier } = opening();
    const finger = (event as PointerEvent).pointerType === 'touch';
    if (!finger && (on === 'hover' || (on === 'modifier' && !event[`${modifier}Key`]))) return;
    if (event.composedPath().some((node) => node instanceof Element && node.matches(CLICKABLE))) return;
    if (getSelection()?.isCollapsed === false) return;
    const mention = at(event.clientX, event.clientY, target);
    if (mention) show(mention, 'tap');
  }

  function onKey(event: KeyboardEvent): void {
    const { on, modifier } = opening();
    if (on !== 'modifier' || !over || (over === shown && isOpen())) return;
    if (event.key === { alt: 'Alt', ctrl: 'Control', shift: 'Shift' }[modifier]) show(over, 'pointer');
  }

  const options = { capture: true, passive: true, signal };
  addEventListener('pointermove', onMove, options);
  addEventListener('click', onClick, options);
  addEventListener('keydown', onKey, options);
  document.documentElement.addEventListener('pointerleave', off, { passive: true, signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}
