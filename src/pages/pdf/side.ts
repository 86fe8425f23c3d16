/** The side bar: small pictures of the pages, drawn when they come into view, and the document's outline. */
import { t } from '../../platform/i18n.ts';
import { button, byId, h } from '../../ui/dom.ts';
import type { PDFDocumentProxy } from './pdfjs.ts';
import type { Viewer } from './viewer.ts';

export interface Side {
  toggle(): void;
  /** Takes another document. What it needs of that is asked for when the side bar is open. */
  show(document: PDFDocumentProxy): void;
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

/** Width of a small picture in CSS pixels. */
const WIDTH = 112;

export function createSide(viewer: Viewer): Side {
  const { bus, pages } = viewer;
  const side = byId('side');
  const pictures = h('ol', { id: 'thumbnails' });
  const outline = h('div', { id: 'outline', hidden: true });
  const tabs = [tab('pdfThumbnails', pictures, () => true), tab('pdfOutline', outline, () => false)];
  side.append(h('div', { class: 'tabs' }, ...tabs), pictures, outline);

  function tab(key: string, panel: HTMLElement, pressed: () => boolean): HTMLButtonElement {
    const element = button(t(key), () => choose(element, panel), { class: 'tab', id: key });
    element.setAttribute('aria-pressed', String(pressed()));
    return element;
  }

  function choose(chosen: HTMLElement, panel: HTMLElement): void {
    for (const element of tabs) element.setAttribute('aria-pressed', String(element === chosen));
    for (const element of [pictures, outline]) element.hidden = element !== panel;
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
    const canvas = h('canvas', { role: 'presentation' });
    const open = h(
      'button',
      { type: 'button', class: 'thumbnail', 'aria-label': t('pdfPage', page) },
      canvas,
      h('span', { 'aria-hidden': 'true' }, String(page)),
    );
    open.addEventListener('click', () => {
      pages.currentPageNumber = page;
    });
    return h('li', { 'data-page': page }, open);
  }

  function list(items: NonNullable<Outline>): HTMLElement {
    return h(
      'ul',
      {},
      ...items.map(({ title, dest, url, items: below }) => {
        const entry = button(title.trim() || '–', () => go(dest, url), { class: 'entry' });
        return h('li', {}, entry, below.length > 0 && list(below));
      }),
    );
  }

  function go(dest: string | unknown[] | null, url: string | null): void {
    if (dest) void viewer.links.goToDestination(dest as string);
    else if (url) open(url, '_blank', 'noopener,noreferrer');
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
    toggle() {
      side.hidden = !side.hidden;
      byId('pdfSide').setAttribute('aria-expanded', String(!side.hidden));
      if (!side.hidden) void fill();
    },
    show(document) {
      shown = document;
      seen.disconnect();
      pictures.replaceChildren();
      outline.replaceChildren();
      if (!side.hidden) void fill();
    },
  };
}
