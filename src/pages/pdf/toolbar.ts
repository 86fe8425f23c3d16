/** The row of tools above the pages. Shows what PDF.js tells, and asks it for what is clicked. */
import { formatNumber, t } from '../../platform/i18n.ts';
import { byId, h } from '../../ui/dom.ts';
import { tool } from './tool.ts';
import type { Viewer } from './viewer.ts';

/** What the tools do beyond the pages. */
export type Tasks = Readonly<Record<'side' | 'find' | 'open' | 'print' | 'save', () => void>>;

/** Zooms that are named, and percentages. */
const NAMED = ['auto', 'page-actual', 'page-fit', 'page-width'] as const;
const PERCENT = [50, 75, 100, 125, 150, 200, 300, 400];

export function createToolbar({ bus, pages, goTo, turn, zoomTo }: Viewer, tasks: Tasks): void {
  const number = h('input', {
    class: 'field',
    id: 'page',
    inputmode: 'numeric',
    autocomplete: 'off',
    'aria-label': t('pdfPageNumber'),
  });
  const count = h('span', { id: 'page-count' });
  const previous = tool('up', 'pdfPrevious', () => pages.previousPage());
  const next = tool('down', 'pdfNext', () => pages.nextPage());
  const custom = h('option', { value: 'custom', hidden: true });
  const zoom = h(
    'select',
    { class: 'field', id: 'zoom', 'aria-label': t('pdfZoom') },
    ...NAMED.map((value) => h('option', { value }, t(`pdfZoom_${value.replace('-', '_')}`))),
    ...PERCENT.map((value) => h('option', { value: value / 100 }, percent(value / 100))),
    custom,
  );
  const group = (...tools: HTMLElement[]): HTMLElement => h('div', { class: 'group' }, ...tools);
  const forDocument = h(
    'div',
    { class: 'group spread', id: 'for-document' },
    group(previous, next, number, count),
    group(
      tool('minus', 'pdfZoomOut', () => pages.decreaseScale(), 'Ctrl −'),
      tool('plus', 'pdfZoomIn', () => pages.increaseScale(), 'Ctrl +'),
      zoom,
    ),
    group(
      tool('rotate', 'pdfRotate', () => turn(90), 'R'),
      tool('print', 'pdfPrint', tasks.print, 'Ctrl P'),
      tool('save', 'pdfSave', tasks.save, 'Ctrl S'),
    ),
  );
  byId('tools').append(
    group(tool('side', 'pdfSide', tasks.side, 'F4'), tool('find', 'pdfFind', tasks.find, 'Ctrl F')),
    forDocument,
    group(tool('open', 'pdfOpen', tasks.open, 'Ctrl O')),
  );

  number.addEventListener('change', () => {
    const page = Number(number.value);
    if (Number.isInteger(page) && page >= 1 && page <= pages.pagesCount) goTo(page);
    showPage(pages.currentPageNumber);
  });
  number.addEventListener('focus', () => number.select());
  zoom.addEventListener('change', () => zoomTo(zoom.value));

  function showPage(page: number): void {
    number.value = String(page);
    previous.disabled = page <= 1;
    next.disabled = page >= pages.pagesCount;
  }

  bus.on('pagesinit', () => {
    count.textContent = t('pdfOfPages', formatNumber(pages.pagesCount));
    showPage(1);
  });
  bus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => showPage(pageNumber));
  bus.on('scalechanging', ({ scale, presetValue }: { scale: number; presetValue?: string }) => {
    const value = presetValue ?? String(scale);
    const known = [...zoom.options].some((option) => option !== custom && option.value === value);
    custom.hidden = known;
    custom.textContent = percent(scale);
    zoom.value = known ? value : 'custom';
  });
}

const percent = (scale: number): string => `${formatNumber(Math.round(scale * 100))} %`;
