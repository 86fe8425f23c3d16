/** The buttons of the card's head: move, pin, close. */
import { h } from '../ui/dom.ts';
import { icon } from './icons.ts';
import type { Wording } from './words.ts';

export interface HeadActions {
  readonly pin: (on: boolean) => void;
  /** By CSS pixels. A card that is moved is pinned. */
  readonly move: (x: number, y: number) => void;
  readonly close: () => void;
}

/** Pixels for one press of an arrow key. */
const STEP = 24;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
};

export function headTools({ words }: Wording, pinned: boolean, actions: HeadActions): HTMLElement[] {
  const pin = tool('pin', words('cardPin'));
  const setPinned = (on: boolean): void => pin.setAttribute('aria-pressed', String(on));
  setPinned(pinned);
  pin.addEventListener('click', () => {
    const on = pin.getAttribute('aria-pressed') !== 'true';
    setPinned(on);
    actions.pin(on);
  });
  const move = (x: number, y: number): void => {
    setPinned(true);
    actions.move(x, y);
  };
  const close = tool('close', words('cardClose'));
  close.addEventListener('click', actions.close);
  return [mover(words('cardMove'), move), pin, close];
}

function tool(name: string, label: string): HTMLButtonElement {
  return h('button', { type: 'button', title: label, 'aria-label': label, 'data-tool': name }, icon(name));
}

/** Drag it, use the arrow keys, or click: then the card jumps to the other side of the window. */
function mover(label: string, move: (x: number, y: number) => void): HTMLButtonElement {
  const button = tool('move', label);
  button.dataset.grip = '';
  let from: { x: number; y: number } | undefined;
  let dragged = false;
  button.addEventListener('pointerdown', (event) => {
    from = { x: event.clientX, y: event.clientY };
    dragged = false;
    button.setPointerCapture(event.pointerId);
  });
  button.addEventListener('pointermove', ({ clientX: x, clientY: y }) => {
    if (!from || (!dragged && Math.hypot(x - from.x, y - from.y) < 4)) return;
    dragged = true;
    move(x - from.x, y - from.y);
    from = { x, y };
  });
  for (const end of ['pointerup', 'pointercancel']) button.addEventListener(end, () => (from = undefined));
  button.addEventListener('click', () => {
    if (!dragged) move(button.getBoundingClientRect().left > innerWidth / 2 ? -innerWidth : innerWidth, 0);
    dragged = false;
  });
  button.addEventListener('keydown', (event) => {
    const by = ARROWS[event.key];
    if (!by) return;
    event.preventDefault();
    move(...by);
  });
  return button;
}
