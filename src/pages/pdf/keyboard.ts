/** The keys that readers know from PDF.js and Firefox. */
import type { FindBar } from './find-bar.ts';
import type { Tasks } from './toolbar.ts';
import { USUAL_ZOOM, type Viewer } from './viewer.ts';

type Keys = ReadonlyMap<string, () => unknown>;

/** What an arrow scrolls, in CSS pixels. */
const LINE = 60;

export function watchKeys({ goTo, pages, turn, zoomTo }: Viewer, find: FindBar, tasks: Tasks): void {
  const zoomIn = (): void => pages.increaseScale();
  const nextPage = (): boolean => pages.nextPage();
  const previousPage = (): boolean => pages.previousPage();
  // Or ⌘ on a Mac.
  const withCtrl: Keys = new Map<string, () => unknown>([
    ['+', zoomIn],
    ['=', zoomIn],
    ['-', () => pages.decreaseScale()],
    ['0', () => zoomTo(USUAL_ZOOM)],
    ['f', find.open],
    ['g', () => find.again(false)],
    ['G', () => find.again(true)],
    ['p', tasks.print],
    ['s', tasks.save],
    ['o', tasks.open],
  ]);
  const alone: Keys = new Map<string, () => unknown>([
    ['n', nextPage],
    ['j', nextPage],
    ['p', previousPage],
    ['k', previousPage],
    ['r', () => turn(90)],
    ['R', () => turn(-90)],
    ['Home', () => goTo(1)],
    ['End', () => goTo(pages.pagesCount)],
    ['F3', () => find.again(false)],
    ['F4', tasks.side],
    [' ', () => scroll(1)],
    ['PageDown', () => scroll(1)],
    ['PageUp', () => scroll(-1)],
    ['ArrowDown', () => pages.container.scrollBy({ top: LINE })],
    ['ArrowUp', () => pages.container.scrollBy({ top: -LINE })],
    ['ArrowRight', () => sideways(1) || nextPage()],
    ['ArrowLeft', () => sideways(-1) || previousPage()],
  ]);

  /** A screenful. */
  function scroll(by: 1 | -1): void {
    pages.container.scrollBy({ top: by * pages.container.clientHeight * 0.9 });
  }

  /** Pages wider than the window are scrolled; of others an arrow turns the page. */
  function sideways(by: 1 | -1): boolean {
    const { container } = pages;
    if (container.scrollWidth <= container.clientWidth + 1) return false;
    container.scrollBy({ left: by * LINE });
    return true;
  }

  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const target = event.composedPath()[0];
    const typing = target instanceof Element && target.matches('input,select,textarea');
    const onControl = target instanceof Element && target.matches('button,a[href]');
    const run =
      event.ctrlKey || event.metaKey ? withCtrl.get(event.key) : typing ? undefined : keyAlone(event, onControl);
    if (!run) return;
    event.preventDefault();
    run();
  });

  function keyAlone(event: KeyboardEvent, onControl: boolean): (() => unknown) | undefined {
    if (event.key === 'F3' && event.shiftKey) return () => find.again(true);
    if (event.key === ' ' && event.shiftKey) return () => scroll(-1);
    // On a button, space presses it.
    return onControl && event.key === ' ' ? undefined : alone.get(event.key);
  }

  // Zoom by wheel and pinch is the document's, not the page's.
  pages.container.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      pages.updateScale({
        drawingDelay: 400,
        scaleFactor: Math.exp(-event.deltaY / 300),
        origin: [event.clientX, event.clientY],
      });
    },
    { passive: false },
  );
}
