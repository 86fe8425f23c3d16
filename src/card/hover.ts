/**
 * When the pointer comes onto the card, and when it leaves it. While a view transition runs, the browser shows a
 * picture of the page that lies over everything, the card included: the pointer is as good as on the card as long as it
 * does not move away.
 */
import { isIn } from '../dom/in-view.ts';
import { listen } from '../dom/read.ts';

/** @param onPointer told `true` when the pointer comes, `false` when it leaves; a finger does not leave @param signal ends it */
export function watchHover(place: Element, onPointer: (inside: boolean) => void, signal: AbortSignal): void {
  /** Stops waiting for the pointer to move away from where the card is covered. */
  let covered: AbortController | undefined;

  const isOn = ({ clientX, clientY }: PointerEvent): boolean => isIn(place.getBoundingClientRect(), clientX, clientY);

  function enter(): void {
    covered?.abort();
    onPointer(true);
  }

  function leave(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    covered?.abort();
    if (!isOn(event)) {
      onPointer(false);
      return;
    }
    covered = new AbortController();
    const options = { capture: true, passive: true, signal: AbortSignal.any([signal, covered.signal]) };
    const onMove = (move: PointerEvent): void => {
      if (move.isTrusted && !isOn(move)) leave(move);
    };
    listen(window, 'pointermove', onMove, options);
  }

  place.addEventListener('pointerenter', enter, { signal });
  place.addEventListener('pointerleave', (event) => leave(event as PointerEvent), { signal });
}
