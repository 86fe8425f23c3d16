/**
 * Questions about a request for a card: whether it asks for the same mention as another, and how the page is around it:
 * what has the focus, which way the text runs, whether the card is to be dark.
 */
import { activeElement, documentElement, drawnIn, parentElement } from '../dom/read.ts';
import type { CardOptions, CardRequest } from './port.ts';

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

/** Whether the card is dark: by the reader's choice, or as the page around the mention looks. */
export function isDark(choice: CardOptions['theme'], node: Node): boolean {
  if (choice !== 'auto') return choice === 'dark';
  for (let element = node instanceof Element ? node : drawnIn(node); element; element = drawnIn(element)) {
    const background = lightness(getComputedStyle(element).backgroundColor);
    if (background !== undefined) return background < 0.45;
  }
  // No background anywhere: the canvas, which is dark only where the page says that it can be.
  const schemes = getComputedStyle(documentElement(document)!).colorScheme;
  if (!schemes.includes('dark')) return false;
  return !schemes.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches;
}

/** From 0 to 1; undefined for what is mostly transparent or not written as RGB. */
function lightness(color: string): number | undefined {
  const numbers = /^rgba?\(([^)]+)\)$/
    .exec(color)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number.parseFloat);
  if (!numbers) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  if (alpha < 0.5) return undefined;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
