/**
 * Tells when a mention comes into view for the first time. Only such mentions are painted: a page that hides words
 * could otherwise learn from the list of highlights which of them we know.
 */
import { drawnIn, isRendered, listen } from '../../dom/read.ts';
import { isSeen } from '../../dom/unseen.ts';
import { rectsOf } from '../pointer/geometry.ts';
import { firstInView } from '../pointer/near.ts';
import type { PageMention } from './mention.ts';

/** Milliseconds until a look after scrolling and the like. */
const SOON = 80;
/** More mentions in one element are narrowed down by where they are. */
const MANY = 40;
const STYLED = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };

export function watchSight(seen: (mention: PageMention) => void, signal: AbortSignal) {
  const known = new WeakSet<PageMention>();
  const places = new WeakMap<PageMention, Element>();
  const waiting = new Map<Element, Set<PageMention>>();
  const inViewport = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) inViewport.add(target);
      else inViewport.delete(target);
    }
    look();
  });

  /** Looks where layout may have changed unnoticed. */
  function look(): void {
    const found = [...inViewport].flatMap((element) => {
      const list = [...(waiting.get(element) ?? [])];
      return list.length > MANY ? shownOf(list) : list.filter(isShown);
    });
    for (const mention of found) {
      known.add(mention);
      forget(mention);
      seen(mention);
    }
  }

  function forget(mention: PageMention): void {
    const element = places.get(mention);
    if (!element || !waiting.get(element)?.delete(mention) || waiting.get(element)!.size > 0) return;
    waiting.delete(element);
    inViewport.delete(element);
    observer.unobserve(element);
  }

  const soon = (): void => {
    if (waiting.size === 0) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, SOON);
  };

  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });

  return {
    /** Waits for a mention; one that was seen before is not waited for. */
    await(mention: PageMention): void {
      const element = boxAround(mention);
      if (!element || known.has(mention)) return;
      places.set(mention, element);
      const others = waiting.get(element);
      if (others) others.add(mention);
      else waiting.set(element, new Set([mention]));
      if (others) soon();
      else observer.observe(element);
    },
    forget,
    wasSeen: (mention: PageMention): boolean => known.has(mention),
    look,
    /** Begins to listen to the page, also again. */
    listen(): void {
      for (const type of ['scroll', 'resize', 'transitionend', 'animationend', 'toggle']) {
        listen(window, type, soon, { capture: true, passive: true, signal });
      }
    },
  };
}

/** The nearest element around a mention that draws a box. */
function boxAround({ first }: PageMention): Element | null {
  let element = drawnIn(first.node);
  while (element && getComputedStyle(element).display === 'contents') element = drawnIn(element);
  return element;
}

function isShown(mention: PageMention): boolean {
  const element = boxAround(mention);
  return element !== null && isRendered(element, STYLED) && isSeen(rectsOf(mention), mention.first.node);
}

/** Those in view of many in one element, in document order. */
function shownOf(mentions: readonly PageMention[]): PageMention[] {
  const shown: PageMention[] = [];
  for (let k = firstInView(mentions); k < mentions.length; k++) {
    const rect = rectsOf(mentions[k]!)[0];
    if (rect && rect.top > innerHeight) break;
    if (isShown(mentions[k]!)) shown.push(mentions[k]!);
  }
  return shown;
}
