/**
 * What the marks say: each verdict in the very look that its marks have. A reader who chose another look sees that one; the
 * words alone say it, too.
 */
import { declarations, FILLED, markLook } from '../shared/policy/mark-look.ts';
import type { MarkChoice } from '../shared/policy/marks.ts';
import { VERDICTS, type Verdict } from '../shared/policy/verdict.ts';
import { h } from './dom.ts';

type Look = Pick<MarkChoice, 'style' | 'color'>;

const USUAL: Look = { style: 'underline', color: 'auto' };

/** Whose verdicts marks show: those of the watched medicines, or memantine's where none or it alone is watched. */
const followsOthers = (watched: readonly string[]): boolean => watched.some((drug) => drug !== 'memantine');

/**
 * A small list.
 *
 * @param words gives the string of a key.
 * @param watched ids of the medicines that the reader watches: the words name memantine only where marks speak of it.
 * @param look the reader's settings of marks; what nobody has changed when absent.
 */
export function legend(words: (key: string) => string, watched: readonly string[], look: Look = USUAL): HTMLElement {
  const keyOf = (verdict: Verdict): string => {
    const whose = followsOthers(watched) && (verdict === 'avoid' || verdict === 'caution') ? 'Watched' : '';
    return `legend${whose}${verdict[0]!.toUpperCase()}${verdict.slice(1)}`;
  };
  return h(
    'ul',
    { class: 'legend', 'aria-label': words('legendTitle') },
    ...VERDICTS.map((verdict) => {
      const [name = '', ...rest] = words(keyOf(verdict)).split(/(?=\s*:)/);
      const letters = Math.min(FILLED[verdict], name.length);
      const sample = h(
        'span',
        { class: 'sample' },
        h('span', { class: __BROWSER__ === 'chrome' && 'filled' }, name.slice(0, letters)),
      );
      sample.append(name.slice(letters));
      return h('li', {}, asMark(sample, verdict, look), rest.join(''));
    }),
    // Where lines and colours are the reader's own.
    __BROWSER__ === 'chrome' && h('li', { class: 'forced' }, words('legendForced')),
  );
}

/** Gives an element of ours the look of a mark. */
export function asMark<T extends HTMLElement>(element: T, verdict: Verdict, look: Look = USUAL): T {
  for (const property of ['text-decoration', 'background-color']) element.style.removeProperty(property);
  for (const [property, value] of Object.entries(declarations(markLook(verdict, look)))) {
    element.style.setProperty(property, value);
  }
  return element;
}
