/**
 * The text around what may be a name, for the service worker, which says whether the name can count there
 * (`need-reader`). Layout is not known yet, so it is read in two ways: with the text nodes of one container joined, and
 * with each by itself. What readers see is one or the other, nearly everywhere.
 */
import { closest, find, parentElement, textWalker, treeOf } from '../../dom/read.ts';
import { CONTAINERS } from '../../shared/elements.ts';
import { windowAt } from './text-run.ts';
import { isUnread } from './unread.ts';

/** Characters on either side of the text node: more than any rule about the words around a name reaches. */
const REACH = 1_500;
/** Text nodes on either side. */
const NODES = 300;
const CONTAINER = CONTAINERS.join(',');

interface Part {
  readonly text: string;
  readonly container: Element | null;
}

/** @returns none where the text has small readings above it, which no joining gets right */
export function readingsAround(node: Text, offset: number): string[] {
  const tree = treeOf(node);
  if (find(tree, 'rt')) return [];
  const [from, to] = windowAt(node, offset);
  const parts: Part[] = [{ text: node.substringData(from, to - from), container: containerOf(node) }];
  for (const forward of [false, true]) {
    const walker = textWalker(tree);
    walker.currentNode = node;
    const next = (): Node | null => (forward ? walker.nextNode() : walker.previousNode());
    let room = REACH;
    for (let count = 0; room > 0 && count < NODES; count++) {
      const near = next() as Text | null;
      if (!near) break;
      if (isUnread(near)) continue;
      const start = forward ? 0 : Math.max(0, near.length - REACH);
      const part = { text: near.substringData(start, REACH), container: containerOf(near) };
      room -= part.text.length;
      if (forward) parts.push(part);
      else parts.unshift(part);
    }
  }
  const joined = parts.map(({ text, container }, index) =>
    index === 0 || parts[index - 1]!.container === container ? text : `\n${text}`,
  );
  return [joined.join(''), parts.map(({ text }) => text).join('\n')];
}

function containerOf(node: Text): Element | null {
  const parent = parentElement(node);
  return parent && closest(parent, CONTAINER);
}
