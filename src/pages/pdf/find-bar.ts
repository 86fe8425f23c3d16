/** Search in the document: PDF.js finds and highlights, this asks and tells how many there are. */
import { formatNumber, t } from '../../platform/i18n.ts';
import { byId, h } from '../../ui/dom.ts';
import { FindState } from './pdfjs.ts';
import { tool } from './tool.ts';
import type { Viewer } from './viewer.ts';

export type FindBar = ReturnType<typeof createFindBar>;

/** What PDF.js tells of a search: how many matches there are, and with a change of state also the state. */
interface Told {
  readonly state?: number;
  readonly matchesCount: { readonly current: number; readonly total: number };
}

export function createFindBar({ bus, pages }: Viewer) {
  const bar = byId('find');
  const input = h('input', {
    type: 'search',
    class: 'field',
    id: 'find-text',
    'aria-label': t('pdfFind'),
    placeholder: t('pdfFind'),
    spellcheck: 'false',
  });
  const says = h('output', { id: 'find-says', 'aria-live': 'polite' });
  const check = (id: string, key: string): HTMLInputElement => {
    const box = h('input', { type: 'checkbox', id });
    box.addEventListener('change', () => ask(''));
    bar.append(h('label', {}, box, t(key)));
    return box;
  };
  bar.append(
    input,
    tool('up', 'pdfFindPrevious', () => ask('again', true), 'Shift F3'),
    tool('down', 'pdfFindNext', () => ask('again'), 'F3'),
  );
  const all = check('find-all', 'pdfFindAll');
  const exact = check('find-case', 'pdfFindCase');
  const words = check('find-words', 'pdfFindWords');
  all.checked = true;
  bar.append(says, tool('close', 'pdfFindClose', close, 'Esc'));

  /** @param type what is new, by PDF.js's word: empty for another text or option */
  function ask(type: '' | 'again', previous = false): void {
    bus.dispatch('find', {
      source: bar,
      type,
      query: input.value,
      caseSensitive: exact.checked,
      entireWord: words.checked,
      highlightAll: all.checked,
      findPrevious: previous,
      matchDiacritics: false,
    });
  }

  function tell({ state = FindState.FOUND, matchesCount: { current, total } }: Told): void {
    input.toggleAttribute('aria-invalid', state === FindState.NOT_FOUND);
    if (input.value === '') says.textContent = '';
    else if (state === FindState.NOT_FOUND) says.textContent = t('pdfFindNone');
    else if (total > 0) says.textContent = t('pdfFindCount', formatNumber(current), formatNumber(total));
  }

  bus.on('updatefindcontrolstate', tell);
  bus.on('updatefindmatchescount', tell);
  input.addEventListener('input', () => ask(''));
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    ask('again', event.shiftKey);
  });
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });

  function open(): void {
    bar.hidden = false;
    byId('pdfFind').setAttribute('aria-expanded', 'true');
    const selected = String(getSelection()).trim();
    if (selected !== '' && selected.length < 100 && !selected.includes('\n')) {
      input.value = selected;
      ask('');
    }
    input.focus();
    input.select();
  }

  function close(): void {
    if (bar.hidden) return;
    bar.hidden = true;
    byId('pdfFind').setAttribute('aria-expanded', 'false');
    bus.dispatch('findbarclose', { source: bar });
    pages.focus();
  }

  return {
    open,
    close,
    toggle: () => (bar.hidden ? open() : close()),
    /** Goes to the next or previous place. */
    again: (previous: boolean) => (input.value === '' ? open() : ask('again', previous)),
  };
}
