/** The one node of ours in the page: a host with a closed shadow root, there only while a card is open. */

import { append, boxOf, zoomOf } from '../dom/read.ts';
import { html } from '../ui/dom.ts';
import tokens from '../ui/tokens.css?inline';
import cardCss from './card.css?inline';
import { type Guarded, guardOf } from './guard.ts';
import { homeFor } from './home.ts';
import hostCss from './host.css?inline';
import { withOwnNames } from './own-names.ts';
import { relay } from './relay.ts';
import { createScrolling } from './scroll.ts';
import { keepSealed, SEALED_CSS } from './seal.ts';

/**
 * How long a card stays without being kept, in milliseconds. Firefox ends a script without a word when its extension is
 * reloaded or removed: what it drew would stay for good.
 */
const LEASE = 3_000;

/** @param inside hears of what the reader does in the card, after the card's own elements */
export function createHost({ inside, outside }: Omit<Guarded, 'host'>) {
  const element = html('div');
  element.popover = 'manual';
  const root = element.attachShadow({ mode: 'closed' });
  const style = html('style');
  style.textContent = `${withOwnNames(tokens + cardCss + hostCss + SEALED_CSS)} :host {}`;
  const place = html('div');
  place.className = 'place';
  root.append(style, place);
  keepSealed(place);
  const lease = place.animate([{ visibility: 'visible' }, { visibility: 'hidden' }], {
    duration: LEASE,
    fill: 'forwards',
  });
  /** The host's box, in a rule of ours: what the page can write onto the host itself has no effect. */
  const set = (name: string, value: string): void => {
    // The page took the host out: it has no style then.
    const rules = style.sheet?.cssRules;
    if (rules) (rules[rules.length - 1] as CSSStyleRule).style.setProperty(name, value, 'important');
  };
  let zoom = 1;
  const guard = guardOf();
  const scrolling = createScrolling(root);
  const stop = new AbortController();
  /** A box of the page came to the top layer or left it: the host's place may be elsewhere now. */
  let stale = false;
  const onToggle = ({ target, isTrusted }: Event): void => {
    stale ||= isTrusted && target !== element;
  };
  addEventListener('toggle', onToggle, { capture: true, signal: stop.signal });
  const guarded = {
    host: element,
    outside,
    inside: (event: Event): void => {
      relay(event, root);
      scrolling(event);
      inside(event);
    },
  };

  function put(home: Element): void {
    const moves = element.parentNode !== home;
    if (moves) {
      append(home, element);
      // Its style began anew.
      zoom = 1;
    } else element.hidePopover();
    element.showPopover();
    unzoom();
    if (moves) frame();
  }

  /** A page's zoom reaches everything in it: ours is what undoes it. */
  function unzoom(): void {
    const home = element.parentElement;
    const outer = (home && zoomOf(home)) ?? 1;
    if (outer === zoom || outer === 0) return;
    zoom = outer;
    set('zoom', String(1 / outer));
  }

  /** Gives the host the card's box, for tools that see the host alone. */
  function frame(): void {
    const shown = place.dataset.dock ? place : place.firstElementChild;
    if (!shown) return;
    const box = boxOf(shown);
    for (const [name, value] of Object.entries({ left: box.x, top: box.y, width: box.width, height: box.height })) {
      set(name, `${value}px`);
    }
  }

  return {
    element,
    /** The element that is positioned and holds the card. */
    place,
    /** Puts the host where a card about something in `node` can be used, on top of everything. */
    show(node: Node): void {
      guard.listen();
      guard.open = guarded;
      stale = false;
      put(homeFor(node));
    },
    frame,
    /** Called at every frame while the card is open, or it vanishes; mends what the page did to the host. */
    keep(node: Node): void {
      if (Number(lease.currentTime) > LEASE / 2) lease.currentTime = 0;
      for (const name of element.getAttributeNames()) if (name !== 'popover') element.removeAttribute(name);
      if (element.popover !== 'manual') element.popover = 'manual';
      const home = stale ? homeFor(node) : element.parentElement;
      stale = false;
      if (home && (home !== element.parentElement || !element.matches(':popover-open'))) put(home);
      unzoom();
    },
    /** The focused element inside. */
    focused: () => root.activeElement,
    remove(): void {
      stop.abort();
      // What it had the focus of is left while the guard still stands.
      element.remove();
      if (guard.open === guarded) guard.open = undefined;
    },
  };
}
