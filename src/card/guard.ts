/**
 * What happens in the card stays in the card: the page's listeners hear nothing of it, and so cannot close their
 * dialogs, run their shortcuts or take back the focus because of it. Events are caught at the window before anything of
 * the page gets them. That misses listeners alone that the page put on the window itself, to capture, before ours: so
 * `guard.iife.ts` starts with the document, and only moves, wheel and touch wait until a card opens, for listening to
 * them costs.
 */

/** An open card, as the guard sees it. */
export interface Guarded {
  readonly host: Element;
  /** The reader did something in the card: nothing but this hears of it. */
  readonly inside: (event: Event) => void;
  /** The reader did something elsewhere in the window; may stop it. */
  readonly outside: (event: Event) => void;
}

export type Guard = ReturnType<typeof createGuard>;

/** What a reader does now and then: listened to from the start of a document. */
const SELDOM =
  'pointerdown pointerup pointercancel mousedown mouseup click auxclick dblclick contextmenu pointerover pointerout ' +
  'pointerenter pointerleave mouseover mouseout mouseenter mouseleave gotpointercapture lostpointercapture keydown keyup ' +
  'keypress beforeinput input textInput compositionstart compositionupdate compositionend focus blur focusin focusout ' +
  'DOMActivate copy cut paste select selectstart dragstart drag dragenter dragover dragleave dragend drop';
/** What comes with every move and every turn of a wheel: listened to while a card is open. */
const OFTEN =
  'pointermove pointerrawupdate mousemove wheel mousewheel DOMMouseScroll MozMousePixelScroll touchstart touchmove touchend touchcancel';

/** Name of the global of the isolated world that holds the guard of a frame. */
const GUARD = 'memantineLensGuard';

/** The frame's guard, made and listening from the first call on. */
export function guardOf(world: object = globalThis): Guard {
  const shelf = world as Record<typeof GUARD, Guard>;
  // An element of this name is no guard.
  if (!Object.hasOwn(shelf, GUARD)) shelf[GUARD] = createGuard();
  return shelf[GUARD];
}

function createGuard() {
  const listenSeldom = (): void => {
    for (const type of SELDOM.split(' ')) addEventListener(type, onEvent, true);
  };
  const guard = {
    open: undefined as Guarded | undefined,
    /** Listens to what comes often, too, and again to what `document.open` took away. Called when a card opens. */
    listen(): void {
      listenSeldom();
      for (const type of OFTEN.split(' ')) addEventListener(type, onEvent, { capture: true, passive: true });
    },
  };

  function onEvent(event: Event): void {
    const { open } = guard;
    // A page that makes events up does not speak for the reader.
    if (!open || !event.isTrusted) return;
    if (event.target === open.host) {
      event.stopImmediatePropagation();
      open.inside(event);
    } else if (/^(blur|focusout)$/.test(event.type) && (event as FocusEvent).relatedTarget === open.host) {
      // What closes when the focus leaves it stays open when the focus goes into the card.
      event.stopImmediatePropagation();
    } else open.outside(event);
  }

  listenSeldom();
  return guard;
}
