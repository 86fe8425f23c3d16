/** What marks will look like, on a light and on a dark page, and whether they can be told from them. */
import { formatNumber, t } from '../../platform/i18n.ts';
import type { Settings } from '../../settings/schema.ts';
import { h } from '../../ui/dom.ts';
import { contrast } from './contrast.ts';
import type { Part } from './controls.ts';

/** Non-text contrast that WCAG 2.2 asks for (1.4.11). */
const ENOUGH = 3;
/** The colour that pages get when none is chosen. */
const AUTO = '#2f80c9';
const PAGES = [
  { key: 'optionsPreviewLight', paper: '#ffffff', ink: '#222222' },
  { key: 'optionsPreviewDark', paper: '#191a1c', ink: '#e4e0d6' },
] as const;

/** Two sample paragraphs and one line on their contrast. */
export function preview(): Part {
  const marks: HTMLElement[] = [];
  const mark = (name: string): HTMLElement => {
    const element = h('span', { class: 'sample-mark' }, name);
    marks.push(element);
    return element;
  };
  const pages = PAGES.map(({ key, paper, ink }) => {
    const page = h(
      'p',
      { lang: 'en' },
      'Her father takes ',
      mark('Namenda'),
      ', and ',
      mark('amantadine'),
      ' was stopped.',
    );
    page.style.backgroundColor = paper;
    page.style.color = ink;
    return h('figure', {}, h('figcaption', { class: 'muted' }, t(key)), page);
  });
  const verdict = h('p', { role: 'status', id: 'contrast' });
  const element = h('div', { class: 'preview' }, h('div', { class: 'papers' }, ...pages), verdict);
  return {
    element,
    update: ({ settings }) => {
      const color = settings.marks.color === 'auto' ? AUTO : settings.marks.color;
      for (const sample of marks) applyLook(sample, settings.marks.style, color);
      const worst = Math.min(...PAGES.map(({ paper }) => contrast(color, paper)));
      const ratio = formatNumber(Math.floor(worst * 10) / 10);
      verdict.textContent = t(worst >= ENOUGH ? 'optionsContrastGood' : 'optionsContrastPoor', ratio);
      verdict.dataset.enough = String(worst >= ENOUGH);
    },
  };
}

function applyLook(sample: HTMLElement, style: Settings['marks']['style'], color: string): void {
  const line = style === 'dotted' ? 'underline dotted' : 'underline';
  sample.style.textDecoration = style === 'background' ? 'none' : `${line} 2px ${color}`;
  sample.style.textUnderlineOffset = '2px';
  sample.style.backgroundColor = style === 'background' ? `color-mix(in srgb, ${color} 30%, transparent)` : '';
}
