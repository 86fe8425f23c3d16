/** What marks will look like, on a light and on a dark page, and whether they can be told from them. */

import type { Part } from '../../controls/controls.ts';
import { liveLegend } from '../../controls/live-legend.ts';
import { formatNumber, t } from '../../platform/i18n.ts';
import { markLook } from '../../shared/policy/mark-look.ts';
import { VERDICTS, type Verdict } from '../../shared/policy/verdict.ts';
import { h } from '../../ui/dom.ts';
import { asMark } from '../../ui/mark.ts';
import { sentenceWith } from '../../ui/sentence.ts';
import { contrast } from './contrast.ts';

/** Non-text contrast that WCAG 2.2 asks for (1.4.11). */
const ENOUGH = 3;
const PAGES = [
  { key: 'optionsPreviewLight', paper: '#ffffff', ink: '#222222' },
  { key: 'optionsPreviewDark', paper: '#191a1c', ink: '#e4e0d6' },
] as const;

/** What the names of the sample sentence have as their verdict, in the order of its values. */
const SHOWN: readonly Verdict[] = ['memantine', 'avoid', 'caution', 'watch', 'other'];

/** Two sample paragraphs and one line on their contrast. */
export function preview(): Part {
  const pages = PAGES.map(({ key, paper, ink }) => {
    const names = t('optionsPreviewNames').split(', ');
    const marks = names.map((name) => h('span', { class: 'sample-mark' }, name));
    const page = h('p', {}, ...sentenceWith((...values) => t('optionsPreview', ...values), marks));
    page.style.backgroundColor = paper;
    page.style.color = ink;
    return { marks, figure: h('figure', {}, h('figcaption', { class: 'muted' }, t(key)), page) };
  });
  const verdict = h('p', { role: 'status', id: 'contrast', class: 'muted' });
  const papers = h('div', { class: 'papers' }, ...pages.map(({ figure }) => figure));
  return {
    element: h('div', { class: 'preview' }, h('h3', {}, t('legendTitle')), liveLegend(), papers, verdict),
    update: ({ settings: { marks: look } }) => {
      for (const { marks } of pages)
        for (const [index, mark] of marks.entries()) asMark(mark, SHOWN[index] ?? 'other', look);
      const colors = VERDICTS.map((verdict) => markLook(verdict, look).color);
      const worst = Math.min(...PAGES.flatMap(({ paper }) => colors.map((color) => contrast(color, paper))));
      const ratio = formatNumber(Math.floor(worst * 10) / 10);
      verdict.textContent = t(worst >= ENOUGH ? 'optionsContrastGood' : 'optionsContrastPoor', ratio);
      verdict.dataset.enough = String(worst >= ENOUGH);
    },
  };
}
