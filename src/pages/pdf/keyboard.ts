/** The keys that readers know from PDF.js and Firefox. */
import type { FindBar } from './find-bar.ts';
import type { Tasks } from './toolbar.ts';
import { USUAL_ZOOM, type Viewer } from './viewer.ts';

/** What an arrow scrolls, in CSS pixels. */
const LINE = 60;

export function watchKeys({ goTo, pages, turn, zoomTo }: Viewer, find: FindBar, tasks: Tasks): void {
  const zoomIn = (): void => pages.increaseScale();
  const nextPage = (): boolean => pages.nextPage();
  const previousPage = (): boolean => pages.previousPage();
  // Or ⌘ on a Mac.
  const withCtrl = new Map<string, () => unknown>([
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
  const withShift = new Map<string, () => unknown>([
    ['F3', () => find.again(true)],
    [' ', () => scroll(-1)],
  ]);
  const alone = new Map<string, () => unknown>([
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
    const { key, shiftKey } = event;
    const target = event.composedPath()[0];
    const isOn = (selector: string): boolean => target instanceof Element && target.matches(selector);
    let run: (() => unknown) | undefined;
    if (event.ctrlKey || event.metaKey) run = withCtrl.get(key);
    else if (!isOn('input,select,textarea')) run = (shiftKey && withShift.get(key)) || alone.get(key);
    // On a button, space presses it.
    if (!run || (key === ' ' && !shiftKey && isOn('button,a[href]'))) return;
    event.preventDefault();
    run();
  });

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
