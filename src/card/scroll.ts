/**
 * Scrolls the card where the page has locked scrolling: pages with a dialog of their own cancel every turn of the wheel
 * and every move of a finger, at the window, before anybody else hears of it.
 */

/** CSS pixels of a line, for wheels that count lines. */
const LINE = 20;

/** Follows what the guard caught in a card, and scrolls where the browser was told not to. */
export function createScrolling(root: ShadowRoot): (event: Event) => void {
  let finger: { readonly x: number; readonly y: number } | undefined;
  /** The page cancelled the finger's coming already. */
  let locked = false;

  /** Scrolls what is at a place of the viewport, or what that is in. */
  function scrollAt(x: number, y: number, by: { left: number; top: number }): void {
    let element = root.elementFromPoint(x, y);
    while (element && !(element.scrollHeight > element.clientHeight && scrolls(element)))
      element = element.parentElement;
    element?.scrollBy({ ...by, behavior: 'instant' });
  }

  return (event) => {
    const { type, defaultPrevented } = event;
    if (/^(mouse)?wheel$/.test(type)) {
      const { deltaX, deltaY, deltaMode, ctrlKey, clientX, clientY } = event as WheelEvent;
      const unit = [1, LINE, innerHeight][deltaMode] ?? 1;
      // With the key held it is a zoom.
      if (defaultPrevented && !ctrlKey) scrollAt(clientX, clientY, { left: deltaX * unit, top: deltaY * unit });
    } else if (type === 'DOMMouseScroll') {
      // What wheels were called before; cancelling it still works in Firefox.
      const { detail, clientX, clientY } = event as MouseEvent;
      if (defaultPrevented) scrollAt(clientX, clientY, { left: 0, top: detail * LINE });
    } else if (/^touch(start|move)$/.test(type)) {
      const [touch] = (event as TouchEvent).touches;
      if (type === 'touchstart') locked = defaultPrevented;
      const before = finger;
      finger = touch && { x: touch.clientX, y: touch.clientY };
      if (type === 'touchstart' || !before || !finger || !(defaultPrevented || locked)) return;
      scrollAt(finger.x, finger.y, { left: before.x - finger.x, top: before.y - finger.y });
    }
  };
}

const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowY);
