/** The look of a mark on elements of ours. A reader who chose another look sees that one. */
import { declarations, markLook } from '../shared/policy/mark-look.ts';
import type { MarkChoice } from '../shared/policy/marks.ts';
import type { Verdict } from '../shared/policy/verdict.ts';

type Look = Pick<MarkChoice, 'style' | 'color'>;

const USUAL: Look = { style: 'underline', color: 'auto' };

/** Gives an element of ours the look of a mark. */
export function asMark<T extends HTMLElement>(element: T, verdict: Verdict, look: Look = USUAL): T {
  for (const property of ['text-decoration', 'background-color']) element.style.removeProperty(property);
  for (const [property, value] of Object.entries(declarations(markLook(verdict, look)))) {
    element.style.setProperty(property, value);
  }
  return element;
}
