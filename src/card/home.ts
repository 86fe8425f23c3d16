/** Where in the page the card's host must stand so that the card can be used and closes nothing of the page. */
import { documentElement, drawnIn, findAll, isRendered, matches } from '../dom/read.ts';

/** Boxes of the top layer that hold what is in them alone, or close when something else is pressed. */
const TOP = 'dialog:modal, :fullscreen, [popover]:popover-open';
/** Popovers and dialogs that close when something outside of them is pressed. */
const CLOSING = '[popover]:not([popover=manual i]):popover-open, dialog[open][closedby=any i]';

/**
 * Everything outside of an open modal dialog, or of an element that fills the screen, is inert: a card about something in
 * one stands in it. What closes on a press outside of it has the card inside, whatever that is about.
 */
export function homeFor(node: Node): Element {
  const popover = [...findAll(document, CLOSING)].at(-1);
  if (popover && isRendered(popover)) return popover;
  for (let element = drawnIn(node); element; element = drawnIn(element)) {
    if (element instanceof HTMLElement && matches(element, TOP)) return element;
  }
  return documentElement(document)!;
}
