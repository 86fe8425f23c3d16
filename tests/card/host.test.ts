// @vitest-environment happy-dom
/** The host goes from one box of the page to another, and takes with it what it says of itself in its own style. */
import { expect, it, vi } from 'vitest';

const place = vi.hoisted(() => ({ home: undefined as Element | undefined }));
vi.mock('../../src/card/home.ts', () => ({ homeFor: () => place.home }));

it('undoes the zoom of the page, and has the box of its card, in another box of the page as well', async () => {
  const nothing = (): void => undefined;
  Object.assign(HTMLElement.prototype, { showPopover: nothing, hidePopover: nothing, animate: () => ({}) });
  Object.defineProperty(Element.prototype, 'currentCSSZoom', { get: () => 2, configurable: true });
  Element.prototype.getBoundingClientRect = () => new DOMRect(10, 20, 300, 100);
  const { createHost } = await import('../../src/card/host.ts');
  const host = createHost({ inside: nothing, outside: nothing });
  host.place.append(document.createElement('div'));
  const own = (): CSSStyleDeclaration => {
    const { sheet } = (host.place.getRootNode() as ShadowRoot).querySelector('style')!;
    return ([...sheet!.cssRules].at(-1) as CSSStyleRule).style;
  };
  for (const home of [document.documentElement, document.body]) {
    place.home = home;
    host.show(home);
    expect(host.element.parentElement).toBe(home);
    expect([own().getPropertyValue('zoom'), own().getPropertyValue('left')]).toEqual(['0.5', '10px']);
  }
  host.remove();
});

it('is no trouble where the page has taken it out', async () => {
  const { createHost } = await import('../../src/card/host.ts');
  const host = createHost({ inside: () => undefined, outside: () => undefined });
  host.place.append(document.createElement('div'));
  place.home = document.body;
  host.show(document.body);
  host.element.remove();
  expect(() => host.frame()).not.toThrow();
  expect(() => host.keep(document.body)).not.toThrow();
  host.remove();
});
