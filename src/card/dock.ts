/**
 * Places the reading view at a side of the window, or at its top or bottom where the window is narrow or operated by
 * touch, clear of the mention if it can. Has the grip that resizes it.
 */
import { h } from '../ui/dom.ts';

type Side = 'right' | 'left' | 'bottom' | 'top';

export type Dock = ReturnType<typeof createDock>;

/** CSS pixels. Below this a window has no room for a side. */
const NARROW = 640;
const LEAST = 280;
const WIDTH = 400;
/** The least height, and the most of the window that it takes. */
const LEAST_HEIGHT = 160;
const MOST = { width: 0.8, height: 0.85 };
/** One press of an arrow key on the grip. */
const STEP = 24;

/** What the reader made of it, until the page goes. */
let chosen = { width: WIDTH, height: 0.5, side: undefined as Side | undefined };

const INSET: Readonly<Record<Side, string>> = {
  right: '0 0 0 auto',
  left: '0 auto 0 0',
  bottom: 'auto 0 0',
  top: '0 0 auto',
};
const OPPOSITE: Readonly<Record<Side, Side>> = { right: 'left', left: 'right', bottom: 'top', top: 'bottom' };

/**
 * @param place the element to dock
 * @param label of the grip that changes its size
 * @param moved told when it stands elsewhere
 */
export function createDock(place: HTMLElement, label: string, moved: () => void) {
  let side: Side = 'right';
  let cards = 1;
  let last = '';
  const grip = h('div', { class: 'grip', 'data-grip': true, role: 'separator', tabindex: '0', 'aria-label': label });
  place.prepend(grip);

  const isSheet = (): boolean => innerWidth < NARROW || matchMedia('(pointer: coarse)').matches;
  const isUpright = (): boolean => side === 'left' || side === 'right';

  function apply(): void {
    const sheet = isSheet();
    if (sheet === isUpright()) side = sheet ? 'bottom' : (chosen.side ?? 'right');
    const upright = isUpright();
    const [min, max, wanted] = upright
      ? [LEAST, innerWidth * MOST.width, chosen.width * cards]
      : [LEAST_HEIGHT, innerHeight * MOST.height, chosen.height * innerHeight];
    const now = Math.max(min, Math.min(wanted, max));
    const size = `${Math.round(now)}px`;
    place.dataset.dock = side;
    Object.assign(place.style, { inset: INSET[side], width: upright ? size : 'auto', height: upright ? 'auto' : size });
    grip.setAttribute('aria-orientation', upright ? 'vertical' : 'horizontal');
    for (const [name, value] of Object.entries({ min, max, now })) {
      grip.setAttribute(`aria-value${name}`, String(Math.round(value)));
    }
    last = `${innerWidth} ${innerHeight} ${sheet}`;
    moved();
  }

  function covers(rects: readonly DOMRect[]): boolean {
    const { left, top, right, bottom } = place.getBoundingClientRect();
    return rects.some((rect) => rect.right > left && rect.left < right && rect.bottom > top && rect.top < bottom);
  }

  /** @param edge how far its edge moves, in CSS pixels */
  function move(edge: number): void {
    const by = side === 'right' || side === 'bottom' ? -edge : edge;
    if (isUpright()) chosen = { ...chosen, width: Math.max(LEAST, chosen.width + by / cards) };
    else chosen = { ...chosen, height: Math.max(0.2, chosen.height + by / innerHeight) };
    apply();
  }

  let from: number | undefined;
  const along = ({ clientX, clientY }: PointerEvent): number => (isUpright() ? clientX : clientY);
  grip.addEventListener('pointerdown', (event) => {
    from = along(event);
    grip.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  grip.addEventListener('pointermove', (event) => {
    if (from === undefined) return;
    const way = along(event) - from;
    from = along(event);
    move(way);
  });
  for (const end of ['pointerup', 'pointercancel']) grip.addEventListener(end, () => (from = undefined));
  grip.addEventListener('keydown', (event) => {
    const towards = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (towards === undefined) return;
    event.preventDefault();
    move(STEP * towards);
  });

  return {
    /** Keeps clear of these rectangles if it can; where it stands already it stays if that does. */
    clear(rects: readonly DOMRect[]): void {
      apply();
      const before = side;
      for (const other of [OPPOSITE[before], before]) {
        if (!covers(rects)) return;
        side = other;
        apply();
      }
    },
    /** To the opposite side. */
    flip(): void {
      side = OPPOSITE[side];
      chosen = { ...chosen, side };
      apply();
    },
    /** Room for so many cards beside each other. */
    widen(to: number): void {
      cards = to;
      apply();
    },
    /** Adapts to the window; called at every frame. */
    update(): void {
      if (last !== `${innerWidth} ${innerHeight} ${isSheet()}`) apply();
    },
  };
}
