/** What can be told of a request by itself. */
import { activeElement, parentElement } from '../dom/read.ts';
import type { CardRequest } from './port.ts';

/** Whether two requests are about the same mention. */
export function isSame(a: CardRequest, b: CardRequest): boolean {
  return (
    a.node === b.node &&
    a.mention.form === b.mention.form &&
    a.passage.start === b.passage.start &&
    a.passage.text === b.passage.text
  );
}

/** What has the focus, in shadow trees too. */
export function deepFocus({ shadowRootOf }: CardRequest): Element | null {
  let focused = activeElement(document);
  for (;;) {
    const inner = focused instanceof HTMLElement && shadowRootOf(focused)?.activeElement;
    if (!inner) return focused;
    focused = inner;
  }
}

/** Whether the text that a node is in runs from right to left. */
export function isRtl(node: Node): boolean {
  const element = node instanceof Element ? node : parentElement(node);
  return element !== null && getComputedStyle(element).direction === 'rtl';
}
