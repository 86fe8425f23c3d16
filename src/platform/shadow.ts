/** Reads closed shadow trees, which the browsers open to extensions alone. */
import { anyShadowRoot } from '../dom/read.ts';
import { native } from './native.ts';

/** The shadow root of an element, closed ones as well: both browsers show them to extensions, each in its own way. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (native.dom?.openOrClosedShadowRoot) return native.dom.openOrClosedShadowRoot(element as HTMLElement);
  return anyShadowRoot(element) ?? null;
}
