/** The side bar: small pictures of the pages, drawn when they come into view, and the document's outline. */
import { t } from '../../platform/i18n.ts';
import { button, byId, h } from '../../ui/dom.ts';
import type { PDFDocumentProxy } from './pdfjs.ts';
import type { Viewer } from './viewer.ts';

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

/** Width of a small picture in CSS pixels. */
const WIDTH = 112;

export function createSide({ bus, goTo, links, pages }: Viewer) {
  const side = byId('side');
  const pictures = h('ol', { id: 'thumbnails' });
  const outline = h('div', { id: 'outline', hidden: true });
  const tabs = [tab('pdfThumbnails', pictures), tab('pdfOutline', outline)];
  side.append(h('div', { class: 'tabs' }, ...tabs), pictures, outline);

  function tab(key: string, panel: HTMLElement): HTMLButtonElement {
    return button(t(key), () => choose(panel), { class: 'tab', id: key, 'aria-pressed': String(!panel.hidden) });
  }

  function choose(panel: HTMLElement): void {
    for (const [index, one] of [pictures, outline].entries()) {
      one.hidden = one !== panel;
      tabs[index]!.setAttribute('aria-pressed', String(one === panel));
    }
  }

  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) void draw(target as HTMLElement);
    },
    { root: side, rootMargin: '200px' },
  );
  let shown: PDFDocumentProxy | undefined;

  async function draw(item: HTMLElement): Promise<void> {
    const document = shown;
    const canvas = item.querySelector('canvas')!;
    if (!document || canvas.dataset.drawn) return;
    canvas.dataset.drawn = 'true';
    const page = await document.getPage(Number(item.dataset.page));
    const whole = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (WIDTH * devicePixelRatio) / whole.width });
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.style.aspectRatio = `${viewport.width} / ${viewport.height}`;
    await page.render({ canvas, viewport }).promise;
  }

  function picture(page: number): HTMLElement {
    const open = button('', () => goTo(page), { class: 'thumbnail', 'aria-label': t('pdfPage', page) });
    open.append(h('canvas', { role: 'presentation' }), h('span', { 'aria-hidden': 'true' }, String(page)));
    return h('li', { 'data-page': page }, open);
  }

  function list(items: NonNullable<Outline>): HTMLElement {
    const entries = items.map(({ title, dest, url, items: below }) => {
      const follow = (): unknown =>
        dest ? links.goToDestination(dest as string) : url && open(url, '_blank', 'noopener,noreferrer');
      return h('li', {}, button(title.trim() || '–', follow, { class: 'entry' }), below.length > 0 && list(below));
    });
    return h('ul', {}, ...entries);
  }

  bus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => current(pageNumber));

  function current(page: number): void {
    pictures.querySelector('[aria-current]')?.removeAttribute('aria-current');
    const item = pictures.children[page - 1];
    item?.firstElementChild?.setAttribute('aria-current', 'page');
    if (!side.hidden) item?.scrollIntoView({ block: 'nearest' });
  }

  /** Made when the side bar is opened first: a thousand pictures are many, and the first page is not to wait for them. */
  async function fill(): Promise<void> {
    const of = shown;
    if (!of || pictures.childElementCount > 0) return;
    pictures.append(...Array.from({ length: of.numPages }, (_, index) => picture(index + 1)));
    for (const item of pictures.children) seen.observe(item);
    current(pages.currentPageNumber);
    const items = await of.getOutline();
    if (shown === of)
      outline.replaceChildren(items?.length ? list(items) : h('p', { class: 'muted' }, t('pdfNoOutline')));
  }

  return {
    toggle(): void {
      side.hidden = !side.hidden;
      byId('pdfSide').setAttribute('aria-expanded', String(!side.hidden));
      if (!side.hidden) void fill();
    },
    /** Takes another document. What it needs of that is asked for when the side bar is open. */
    show(document: PDFDocumentProxy): void {
      shown = document;
      seen.disconnect();
      pictures.replaceChildren();
      outline.replaceChildren();
      if (!side.hidden) void fill();
    },
  };
}
