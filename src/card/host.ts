/** The one node of ours in the page: a host with a closed shadow root, there only while a card is open. */

import { html } from '../ui/dom.ts';
import tokens from '../ui/tokens.css?inline';
import cardCss from './card.css?inline';
import hostCss from './host.css?inline';
import { parentOf } from './theme.ts';

export interface Host {
  readonly element: HTMLElement;
  /** The element that is positioned and holds the card. */
  readonly place: HTMLElement;
  readonly mount: HTMLElement;
  /** Puts the host where a card about something in `node` can be used, on top of everything. */
  show(node: Node, dark: boolean): void;
  darken(dark: boolean): void;
  /** Gives the host the card's box, for tools that see the host alone. */
  frame(): void;
  /** Called while the card is open, or it vanishes. */
  keep(): void;
  /** The focused element inside. */
  focused(): Element | null;
  remove(): void;
}

/**
 * Everything outside an open modal dialog, or an element that fills the screen, is inert: a card about something in one
 * stands in it.
 */
function homeFor(node: Node): Element {
  for (let element = parentOf(node); element; element = parentOf(element)) {
    if (element instanceof HTMLElement && element.matches('dialog:modal, :fullscreen')) return element;
  }
  return document.documentElement;
}

/**
 * How long a card stays without being kept, in milliseconds. Firefox ends a script without a word when its extension is
 * reloaded or removed: what it drew would stay for good.
 */
const LEASE = 3_000;

export function createHost(): Host {
  const element = html('div');
  element.popover = 'manual';
  const root = element.attachShadow({ mode: 'closed' });
  const style = html('style');
  style.textContent = tokens + cardCss + hostCss;
  const mount = html('div');
  const place = html('div');
  place.className = 'place';
  root.append(style, mount);
  const lease = place.animate([{ visibility: 'visible' }, { visibility: 'hidden' }], {
    duration: LEASE,
    fill: 'forwards',
  });
  const darken = (dark: boolean): void => void element.toggleAttribute('data-dark', dark);
  return {
    element,
    place,
    mount,
    darken,
    show(node, dark) {
      darken(dark);
      const home = homeFor(node);
      if (element.parentNode !== home) home.append(element);
      else element.hidePopover();
      element.showPopover();
    },
    frame() {
      const box = place.firstElementChild?.getBoundingClientRect();
      if (!box) return;
      for (const [name, value] of Object.entries({ x: box.x, y: box.y, w: box.width, h: box.height })) {
        element.style.setProperty(`--${name}`, `${value}px`, 'important');
      }
    },
    keep() {
      if (Number(lease.currentTime) > LEASE / 2) lease.currentTime = 0;
    },
    focused: () => root.activeElement,
    remove: () => element.remove(),
  };
}
