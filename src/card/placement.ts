/** Where the card stands: beside its mention, which stays visible, or where the reader put it. */

import tippy, { type Instance, type PopperElement, type Props } from 'tippy.js/headless';
import { html } from '../ui/dom.ts';
import { ownName } from './own-names.ts';

/** A rectangle in viewport coordinates. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Placement {
  /** Stand beside what these rectangles are of. `rtl`: the text there runs from right to left. */
  follow(rects: () => readonly DOMRect[], rtl: boolean): void;
  /** Stand where the card is now, whatever happens to the page. */
  stay(): void;
  /** Moves a card that stays, in CSS pixels; it does not leave the viewport. */
  moveBy(x: number, y: number): void;
  /** Adapts to changed rectangles, viewport and content; cheap where nothing changed. */
  update(): void;
  destroy(): void;
}

const WIDTH = 380;
/** Free of the viewport's edge. */
const MARGIN = 8;
/** Padding above and below the card that the pointer crosses on its way to it; see host.css. */
const BRIDGE = 7;
/** A side with this much room is kept, so that the card does not jump while the page scrolls. */
const ENOUGH = 260;
/** On opening, a side with less is left for one with more. */
const PLENTY = 440;
/** Lower than this the card's head scrolls with the rest. */
const LOW = 300;
/** Never lower, even if it has to cover the mention. */
const LEAST = 96;

/** What of the page is in view; with pinch zoom less than the window. */
function viewport(): Box {
  const { offsetLeft: left, offsetTop: top, width, height } = visualViewport!;
  return { left, top, right: left + width, bottom: top + height };
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

type Modifier = NonNullable<NonNullable<Props['popperOptions']>['modifiers']>[number];

/**
 * Keeps the card in view; Popper's own way looks at the document, which a zoom or vertical text puts elsewhere.
 *
 * @param both upright as well
 */
function inView(both: boolean): Modifier {
  return {
    name: 'inView',
    enabled: true,
    phase: 'main',
    requires: ['popperOffsets', 'offset'],
    fn({ state }) {
      const { popperOffsets: at } = state.modifiersData;
      if (!at) return;
      const { width, height } = state.rects.popper;
      const view = viewport();
      at.x = within(at.x, view.left + MARGIN, view.right - MARGIN - width);
      if (both) at.y = within(at.y, view.top + MARGIN - BRIDGE, view.bottom - MARGIN + BRIDGE - height);
    },
  };
}

/** All lines of a mention: the card keeps clear of every one, and starts where the first does. */
function boxOf(rects: readonly DOMRect[]): Box {
  const [first] = rects;
  if (!first) return { left: 0, top: 0, right: 0, bottom: 0 };
  const tops = rects.map(({ top }) => top);
  const bottoms = rects.map(({ bottom }) => bottom);
  return { left: first.left, right: first.right, top: Math.min(...tops), bottom: Math.max(...bottoms) };
}

/**
 * @param place the element to position; the card is its only child and takes its height from `--room`
 * @param mount where `place` is put
 * @param moved told when the card stands elsewhere or has another size
 */
export function createPlacement(place: HTMLElement, mount: Element, moved: () => void): Placement {
  let anchor: () => Box = () => boxOf([]);
  let staying = false;
  let rtl = false;
  let side: 'top' | 'bottom' = 'bottom';
  let last = '';
  const instance: Instance = tippy(html('i'), {
    trigger: 'manual',
    interactive: true,
    hideOnClick: false,
    ignoreAttributes: true,
    animation: false,
    duration: 0,
    aria: { content: null, expanded: false },
    appendTo: () => mount,
    render: () => ({ popper: place as unknown as PopperElement }),
    getReferenceClientRect: () => {
      const { left, top, right, bottom } = anchor();
      return new DOMRect(left, top, right - left, bottom - top);
    },
  });

  function room(view: Box, box: Box, natural: number): number {
    if (staying) return view.bottom - view.top - 2 * MARGIN;
    const below = view.bottom - box.bottom - BRIDGE - MARGIN;
    const above = box.top - view.top - BRIDGE - MARGIN;
    const [here, there] = side === 'bottom' ? [below, above] : [above, below];
    // Beside a new mention below is better, and more room than that; later the card stays on its side while it can.
    const wanted = Math.min(natural, last === '' ? PLENTY : ENOUGH);
    if (last === '' && below >= wanted) side = 'bottom';
    else if (here < wanted && there > here) side = side === 'bottom' ? 'top' : 'bottom';
    return Math.max(LEAST, side === 'bottom' ? below : above);
  }

  function update(): void {
    const card = place.firstElementChild as HTMLElement | null;
    if (!card) return;
    const view = viewport();
    const box = anchor();
    const { width, height } = place.getBoundingClientRect();
    const now = JSON.stringify([view, box, width, height, staying, place.childElementCount]);
    if (now === last) return;
    place.style.width = `${Math.min(WIDTH, view.right - view.left - 2 * MARGIN)}px`;
    const body = card.lastElementChild as HTMLElement;
    const natural = card.offsetHeight - body.offsetHeight + body.scrollHeight;
    const space = room(view, box, natural);
    card.toggleAttribute('data-low', space < LOW && natural > space);
    place.style.setProperty(ownName('--room'), `${Math.floor(space)}px`);
    instance.setProps({
      placement: staying ? 'bottom-start' : `${side}-${rtl ? 'end' : 'start'}`,
      offset: [0, staying ? -BRIDGE : 0],
      popperOptions: {
        strategy: 'fixed',
        modifiers: [{ name: 'flip', enabled: false }, { name: 'preventOverflow', enabled: false }, inView(staying)],
      },
    });
    instance.popperInstance?.forceUpdate();
    const after = place.getBoundingClientRect();
    last = JSON.stringify([view, anchor(), after.width, after.height, staying, place.childElementCount]);
    moved();
  }

  function stayAt(left: number, top: number): void {
    staying = true;
    anchor = () => ({ left, right: left, top, bottom: top });
    update();
  }

  return {
    follow(rects, isRtl) {
      staying = false;
      rtl = isRtl;
      anchor = () => boxOf(rects());
      last = '';
      instance.show();
      update();
    },
    stay() {
      const { left, top } = place.getBoundingClientRect();
      stayAt(left, top + BRIDGE);
    },
    moveBy(x, y) {
      const { left, top } = place.getBoundingClientRect();
      stayAt(left + x, top + BRIDGE + y);
    },
    update,
    destroy: () => instance.destroy(),
  };
}
