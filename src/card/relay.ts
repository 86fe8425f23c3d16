/** Gives the card's own elements what the guard kept from the page: events of ours, which do not leave the card. */

/** What of an event its copy has. */
const FIELDS = [
  'clientX clientY button buttons detail pointerId pointerType isPrimary key code',
  'ctrlKey shiftKey altKey metaKey',
].flatMap((names) => names.split(' '));

/** Kinds of events that some element of the card listens to. Links, switches and expanders work without. */
const RELAYED: Readonly<Record<string, new (type: string, init: EventInit) => Event>> = {
  click: MouseEvent,
  keydown: KeyboardEvent,
  pointerdown: PointerEvent,
  pointermove: PointerEvent,
  pointerup: PointerEvent,
  pointercancel: PointerEvent,
};

/**
 * Dispatches a copy of an event at the element of a card that it was meant for. Where nobody in the card wants the
 * browser to do what it does by itself, it does not.
 *
 * @param root the card's; an event that the guard caught at the window does not say more than its host
 */
export function relay(event: Event, root: ShadowRoot): void {
  const Kind = RELAYED[event.type];
  const target = Kind && targetOf(event, root);
  if (!target) return;
  // A click on a link, a switch or an expander does what it does already.
  if (event.type === 'click' && !target.closest('button')) return;
  const fields = FIELDS.flatMap((name) => (name in event ? [[name, (event as never)[name]]] : []));
  const copy = new Kind(event.type, { ...Object.fromEntries(fields), bubbles: true, cancelable: true });
  if (!target.dispatchEvent(copy)) event.preventDefault();
}

function targetOf(event: Event, root: ShadowRoot): Element | null {
  if (event instanceof PointerEvent && event.pointerType !== '') {
    const held = [...root.querySelectorAll('[data-grip]')].find((grip) => grip.hasPointerCapture(event.pointerId));
    return held ?? root.elementFromPoint(event.clientX, event.clientY);
  }
  // A key's click has no place.
  if (event instanceof MouseEvent && event.detail > 0) return root.elementFromPoint(event.clientX, event.clientY);
  return root.activeElement;
}
