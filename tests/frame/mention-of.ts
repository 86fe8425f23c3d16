/** Mentions of a page without a recogniser. */
import { locate, type PageMention } from '../../src/frame/marks/mention.ts';
import { textOf } from '../dom/fake-rendering.ts';

/** Where a text stands in some text nodes that follow one another; in the first of the page that holds it if none are given. */
export function mentionOf(text: string, drug = 'memantine', ...given: readonly Text[]): PageMention {
  const nodes = given.length > 0 ? given : [textOf(text)];
  const data = nodes.map((node) => node.data);
  const ends = data.map((_, k) => data.slice(0, k + 1).join('').length);
  const run = { text: data.join(''), nodes, starts: ends.map((end, k) => end - data[k]!.length), ends };
  const start = run.text.indexOf(text);
  return locate({ start, end: start + text.length, text, drug, form: text }, run);
}

/** A line of the page with a text of its own. */
export function line(text: string, to: Node = document.body): Text {
  const paragraph = to.appendChild(document.createElement('p'));
  return paragraph.appendChild(document.createTextNode(text));
}
