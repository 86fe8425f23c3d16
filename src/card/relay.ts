/**
 * Tells the card's own buttons and grips what the reader does there. The guard stops such events before anybody hears
 * of them, so that the page does not; this dispatches copies inside the card, which do not come out of it.
 */

/** What of an event its copy has. */
const FIELDS = [
  'clientX clientY button buttons detail pointerId pointerType isPrimary key code',
  'ctrlKey shiftKey altKey metaKey',
].flatMap((names) => names.split(' '));

/** What some element of the card listens to. Links, switches and expanders work without. */
const RELAYED = new Set(['click', 'keydown', 'pointerdown', 'pointermove', 'pointerup', 'pointercancel']);

/**
 * Dispatches a copy of an event at the element of a card that it was meant for. Where nobody in the card wants the
 * browser to do what it does by itself, it does not.
 *
 * @param root the card's; an event that the guard caught at the window does not say more than its host
 */
export function relay(event: Event, root: ShadowRoot): void {
  const target = RELAYED.has(event.type) ? targetOf(event, root) : null;
  if (!target) return;
  // A click on a link, a switch or an expander does what it does already.
  if (event.type === 'click' && !target.closest('button')) return;
  const fields = FIELDS.flatMap((name) => (name in event ? [[name, (event as never)[name]]] : []));
  // Of the plainest kind: in Firefox key events that a script makes leave the card, whatever it says.
  const copy = Object.assign(new Event(event.type, { bubbles: true, cancelable: true }), Object.fromEntries(fields));
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
