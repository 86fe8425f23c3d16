/** Places the glance above or below its mention, which stays visible, and has `fit.ts` shorten it to the room there. */

import tippy, { type Instance, type PopperElement, type Props } from 'tippy.js/headless';
import type { Box } from '../dom/in-view.ts';
import { html } from '../ui/dom.ts';
import { heightOf, shorten } from './fit.ts';
import { ownName } from './own-names.ts';
import { GLANCE } from './sizes.ts';

export type Placement = ReturnType<typeof createPlacement>;

/** Free of the viewport's edge. */
const MARGIN = 8;
/** Padding above and below the card, in CSS pixels: the pointer crosses it on its way from the mention. */
const BRIDGE = 7;
/** Never lower, even if it has to cover the mention: two rows with name, verdict, whom to ask, and the way to the rest. */
const LEAST = 36;

/** What of the page is in view; with pinch zoom less than the window. */
function viewport(): Box {
  const { offsetLeft: left, offsetTop: top, width, height } = visualViewport!;
  return { left, top, right: left + width, bottom: top + height };
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

type Modifier = NonNullable<NonNullable<Props['popperOptions']>['modifiers']>[number];

/** Keeps the card in view; Popper's own way looks at the document, which a zoom or vertical text puts elsewhere. */
const IN_VIEW: Modifier = {
  name: 'inView',
  enabled: true,
  phase: 'main',
  requires: ['popperOffsets', 'offset'],
  fn({ state }) {
    const { popperOffsets: at } = state.modifiersData;
    const { left, right } = viewport();
    if (at) at.x = within(at.x, left + MARGIN, right - MARGIN - state.rects.popper.width);
  },
};

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
 * @param moved told when the card stands elsewhere or has another size
 */
export function createPlacement(place: HTMLElement, moved: () => void) {
  let anchor: () => Box = () => boxOf([]);
  let rtl = false;
  let side: 'top' | 'bottom' = 'bottom';
  let last = '';
  const parent = place.parentNode as ShadowRoot;
  place.style.paddingBlock = `${BRIDGE}px`;
  const instance: Instance = tippy(html('i'), {
    trigger: 'manual',
    interactive: true,
    hideOnClick: false,
    animation: false,
    duration: 0,
    offset: [0, 0],
    popperOptions: {
      strategy: 'fixed',
      modifiers: [{ name: 'flip', enabled: false }, { name: 'preventOverflow', enabled: false }, IN_VIEW],
    },
    // tippy.js only appends to it.
    appendTo: () => parent as unknown as Element,
    render: () => ({ popper: place as unknown as PopperElement }),
    getReferenceClientRect: () => {
      const { left, top, right, bottom } = anchor();
      return new DOMRect(left, top, right - left, bottom - top);
    },
  });

  /** Room on the side where the card is best; later it stays on its side while it can. */
  function room(view: Box, box: Box, natural: number): number {
    const below = view.bottom - box.bottom - BRIDGE - MARGIN;
    const above = box.top - view.top - BRIDGE - MARGIN;
    const [here, there] = side === 'bottom' ? [below, above] : [above, below];
    if (last === '' && below >= natural) side = 'bottom';
    else if (here < natural && there > here) side = side === 'bottom' ? 'top' : 'bottom';
    return side === 'bottom' ? below : above;
  }

  function update(): void {
    const card = place.firstElementChild as HTMLElement | null;
    if (!card) return;
    const view = viewport();
    const box = anchor();
    const { width, height } = place.getBoundingClientRect();
    const now = JSON.stringify([view, box, width, height, place.childElementCount]);
    if (now === last) return;
    const scale = Math.max(1, Number.parseFloat(getComputedStyle(card).fontSize) / GLANCE.text);
    place.style.width = `${Math.min(GLANCE.width * scale, view.right - view.left - 2 * MARGIN)}px`;
    const most = GLANCE.mostHeight * scale;
    shorten(card, most);
    const high = Math.min(most, Math.max(LEAST * scale, Math.floor(room(view, box, heightOf(card)))));
    shorten(card, high);
    place.style.setProperty(ownName('--room'), `${high}px`);
    instance.setProps({ placement: `${side}-${rtl ? 'end' : 'start'}` });
    instance.popperInstance?.forceUpdate();
    const after = place.getBoundingClientRect();
    last = JSON.stringify([view, anchor(), after.width, after.height, place.childElementCount]);
    moved();
  }

  return {
    /** Stand beside what these rectangles are of. `isRtl`: the text there runs from right to left. */
    follow(rects: () => readonly DOMRect[], isRtl: boolean): void {
      rtl = isRtl;
      anchor = () => boxOf(rects());
      last = '';
      instance.show();
      update();
    },
    /** Adapts to changed rectangles, viewport and content; cheap where nothing changed. */
    update,
    /** The element is in its place again, as if it had never been positioned. */
    end(): void {
      instance.destroy();
      place.removeAttribute('style');
      parent.append(place);
    },
  };
}
