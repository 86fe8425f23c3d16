/** Document order over shadow trees: what is in a shadow root stands where its host stands. */
import { hostOf, position } from '../../dom/read.ts';

/** The node and the hosts that it is in, outermost first. */
function path(node: Node): Node[] {
  const nodes = [node];
  for (let host = hostOf(node); host; host = hostOf(host)) nodes.unshift(host);
  return nodes;
}

/** Negative where `a` stands before `b`. */
export function compareInPage(a: Node, b: Node): number {
  if (a === b) return 0;
  const left = path(a);
  const right = path(b);
  let k = 0;
  while (k < left.length - 1 && k < right.length - 1 && left[k] === right[k]) k++;
  const x = left[k]!;
  const y = right[k]!;
  if (x === y) return left.length - right.length;
  return position(x, y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
