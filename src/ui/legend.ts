/**
 * What the marks say: each verdict in the very look that its marks have. A reader who chose another look sees that one; the
 * words alone say it, too.
 */
import { declarations, filledPart, markLook } from '../shared/policy/mark-look.ts';
import type { MarkChoice } from '../shared/policy/marks.ts';
import { VERDICTS, type Verdict } from '../shared/policy/verdict.ts';
import { h } from './dom.ts';
import { keyOf } from './keys.ts';

type Look = Pick<MarkChoice, 'style' | 'color'>;

const USUAL: Look = { style: 'underline', color: 'auto' };

/**
 * A small list.
 *
 * @param words gives the string of a key.
 * @param whose of which medicines the marks say what to do.
 * @param look the reader's settings of marks.
 */
export function legend(words: (key: string) => string, whose: 'memantine' | 'watched', look: Look): HTMLElement {
  const keyFor = (verdict: Verdict): string => {
    const by = whose === 'watched' && (verdict === 'avoid' || verdict === 'caution') ? 'Watched' : '';
    return keyOf(`legend${by}`, verdict);
  };
  return h(
    'ul',
    { class: 'legend', 'aria-label': words('legendTitle') },
    ...VERDICTS.map((verdict) => {
      const [name = '', ...rest] = words(keyFor(verdict)).split(/(?=\s*:)/);
      return h('li', {}, asMark(sampleOf(name, verdict), verdict, look), rest.join(''));
    }),
    // Where lines and colours are the reader's own.
    __BROWSER__ === 'chrome' && h('li', { class: 'forced' }, words('legendForced')),
  );
}

/** A name, with the part in an element of its own that is filled in forced colours. */
function sampleOf(name: string, verdict: Verdict): HTMLElement {
  const [start, end] = filledPart(verdict, name.length);
  const part = h('span', { class: __BROWSER__ === 'chrome' && 'filled' }, name.slice(start, end));
  return h('span', { class: 'sample' }, name.slice(0, start), part, name.slice(end));
}

/** Gives an element of ours the look of a mark. */
export function asMark<T extends HTMLElement>(element: T, verdict: Verdict, look: Look = USUAL): T {
  for (const property of ['text-decoration', 'background-color']) element.style.removeProperty(property);
  for (const [property, value] of Object.entries(declarations(markLook(verdict, look)))) {
    element.style.setProperty(property, value);
  }
  return element;
}
