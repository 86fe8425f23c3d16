/**
 * Opens, keeps and closes the card of a frame: a glance beside its mention, or the reading view at a side of the
 * window.
 */
import { inView, isIn } from '../dom/in-view.ts';
import { body, focusOn, listen, matches, takeOut } from '../dom/read.ts';
import { openKnowledge } from '../knowledge/access.ts';
import { createDock, type Dock } from './dock.ts';
import { dressed } from './dress.ts';
import { createHost } from './host.ts';
import { watchHover } from './hover.ts';
import { type Maker, makeCard } from './make.ts';
import { createPlacement } from './placement.ts';
import type { CardOptions, CardPort, CardRequest } from './port.ts';
import { printCard } from './print.ts';
import { deepFocus, isDark, isRtl, isSame } from './request.ts';
import type { Does } from './tools.ts';

export interface CardEnvironment extends Maker {
  /** False when the extension is gone, and with it the words of the card. */
  readonly isAlive: () => boolean;
  /** Opens the browser's print dialog for a document. */
  readonly print: (view: Window) => void;
}

/** In CSS pixels: a window in which two cards stand side by side and leave half of the page free. */
const WIDE = 1_200;

export function createCard(environment: CardEnvironment): CardPort {
  const { wording } = environment;
  type Open = ReturnType<typeof createOpen>;
  let open: Open | undefined;
  /** A glance that is made and not yet shown. */
  let ready: { readonly request: CardRequest; readonly card: HTMLElement } | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;

  const cardOf = ({ host }: Open): HTMLElement => host.place.querySelector<HTMLElement>('.lens-card')!;
  const does = (): Does => ({
    more: () => open && read(open, true),
    close,
    flip: () => open?.dock?.flip(),
    keep: innerWidth >= WIDE ? () => open && keep(open) : undefined,
    showDrug: (drug) => open && showDrug(open, drug),
    print: (card) => open && printCard(card, open.host.place, environment.print),
  });

  function stay(): void {
    clearTimeout(closing);
    closing = undefined;
  }

  /** The pointer left mention or card; the other may have it. */
  function leave(): void {
    if (!open || open.dock || open.pointerInside || closing !== undefined) return;
    // Whoever reads it with the keyboard has not left it.
    const focused = open.host.focused();
    if (focused && matches(focused, ':focus-visible')) return;
    closing = setTimeout(close, open.request.options.closeDelay);
  }

  function close(): void {
    stay();
    if (!open) return;
    const { host, placement, dock, stop, before } = open;
    const hadFocus = host.focused() !== null;
    open = undefined;
    stop.abort();
    if (!dock) placement.end();
    host.remove();
    if (hadFocus && before) focusOn(before);
  }

  /**
   * Makes the card of a mention, as large as cards are now; undefined where nothing is known.
   *
   * @param drug another one than the mention's
   */
  function make(request: CardRequest, drug?: string): HTMLElement | undefined {
    const level = open?.dock ? 'reading' : 'glance';
    return makeCard(environment, level, request, openKnowledge(request.knowledge), does(), drug);
  }

  function show(request: CardRequest): void {
    const isReady = ready?.request.knowledge === request.knowledge && isSame(ready.request, request) && !open;
    const card = isReady ? ready?.card : make(request);
    ready = undefined;
    if (!card) return;
    open ??= createOpen(request);
    Object.assign(open, { request, drug: undefined });
    // The page hears of what comes up: the card's words are not there yet.
    bringUp(open);
    put(open, card);
    if (open.dock) open.dock.clear(request.rects());
    else open.placement.follow(request.rects, isRtl(request.node));
    answer(open);
  }

  /** Does what the way in which the card was asked for wants beside the glance. */
  function answer(to: Open): void {
    if (to.request.opener === 'click') read(to, false);
    if (to.request.opener === 'keyboard') takeFocus(to);
  }

  function bringUp(of: Open): void {
    darken(of);
    of.host.show(of.request.node);
  }

  function darken({ host, request }: Open): void {
    host.place.toggleAttribute('data-dark', isDark(request.options.theme, request.node));
  }

  /** Puts a card in the place of the one that is shown, if any. */
  function put({ host: { place } }: Open, card: HTMLElement): void {
    const before = place.querySelector('.lens-card');
    place.toggleAttribute('data-fresh', before === null);
    if (before) place.replaceChild(card, before);
    else place.append(card);
  }

  /** From the glance to the reading view. */
  function read(of: Open, focus: boolean): void {
    if (of.dock) return;
    stay();
    const { host, placement, request } = of;
    placement.end();
    of.dock = createDock(host.place, wording.words('cardResize'), host.frame);
    const card = make(request);
    if (!card) return;
    put(of, card);
    of.dock.clear(request.rects());
    if (focus) takeFocus(of);
  }

  /** The card of another medicine of the page, in the reading view; the page stays where it is. */
  function showDrug(of: Open, drug: string): void {
    const card = make(of.request, drug);
    if (!card) return;
    of.drug = drug;
    put(of, card);
    focusOn(card);
  }

  /** Leaves this card where it is, and the next one comes beside it; or takes one out that was left. */
  function keep(of: Open): void {
    const { place } = of.host;
    const [, kept] = place.querySelectorAll<HTMLElement>('.lens-card');
    const copy = kept ? undefined : make(of.request, of.drug);
    if (kept) takeOut(kept);
    if (copy) place.append(copy);
    of.dock?.widen(copy ? 2 : 1);
  }

  function takeFocus(to: Open): void {
    const focused = deepFocus(to.request);
    // Another card than the one that had it leaves it with the body.
    if (focused !== body(document) && !to.host.focused()) to.before = focused;
    focusOn(cardOf(to));
  }

  /** The open card takes the look of these settings, as it stands: what is unfolded or focused stays so. */
  function change(options: CardOptions): void {
    if (!open) return;
    open.request = { ...open.request, options };
    for (const card of open.host.place.querySelectorAll<HTMLElement>('.lens-card')) dressed(card, options);
    darken(open);
  }

  function createOpen(request: CardRequest) {
    const host = createHost({ inside: onInside, outside: onOutside });
    const stop = new AbortController();
    const { signal } = stop;
    watchHover(host.place, onPointer, signal);
    // A page that comes back from the back/forward cache comes back without it.
    listen(window, 'pagehide', ({ isTrusted }) => isTrusted && close(), { signal });
    listen(document, 'fullscreenchange', ({ isTrusted }) => isTrusted && open && bringUp(open), { signal });
    requestAnimationFrame(begin);
    return {
      request,
      /** Another medicine than the mention's, which the reader went to. */
      drug: undefined as string | undefined,
      host,
      /** Of the glance. */
      placement: createPlacement(host.place, host.frame),
      /** Of the reading view, once it is opened. */
      dock: undefined as Dock | undefined,
      pointerInside: false,
      /** What had the focus before the card took it. */
      before: deepFocus(request),
      stop,
    };
  }

  /** A picture opened by itself may not draw it: what nobody sees must not wait for keys. */
  function begin(): void {
    if (open?.host.place.getBoundingClientRect().width === 0) close();
    else watch();
  }

  /** The glance follows its mention, and closes when that goes out of view; the reading view stays. */
  function watch(): void {
    if (!open) return;
    const { request, placement, dock, host } = open;
    const here = environment.isAlive() && host.element.isConnected;
    if (here && (dock || inView(request.rects(), request.node).length > 0)) {
      host.keep(request.node);
      (dock ?? placement).update();
      requestAnimationFrame(watch);
    } else close();
  }

  function onPointer(inside: boolean): void {
    if (!open) return;
    open.pointerInside = inside;
    if (inside) stay();
    else leave();
  }

  function onInside(event: Event): void {
    if (event.type === 'keydown') onKey(event as KeyboardEvent);
    else if (event.type === 'focusin') stay();
    // Out of the window and back keeps the card; on to the page closes the glance, lest it hide what has the focus.
    else if (event.type === 'focusout' && !open?.dock && (event as FocusEvent).relatedTarget) close();
  }

  function onOutside(event: Event): void {
    if (event.type === 'keydown') onKey(event as KeyboardEvent);
    else if (event.type === 'pointerdown') onPress(event as PointerEvent);
  }

  function onKey(event: KeyboardEvent): void {
    if (!open || event.isComposing) return;
    const onGlance = !open.dock && open.host.focused() === cardOf(open);
    if (event.key === 'Enter' && onGlance) read(open, true);
    else if (event.key === 'Escape') close();
    else return;
    // Only the card hears of it, not the page's dialog beneath it.
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function onPress({ clientX: x, clientY: y }: PointerEvent): void {
    if (!open || open.dock) return;
    // What lies over the card, such as the picture that a view transition shows of it, gets the presses on it.
    const boxes = [...open.request.rects(), open.host.place.getBoundingClientRect()];
    if (!boxes.some((box) => isIn(box, x, y))) close();
  }

  return {
    prepare(request) {
      if (open) return;
      const card = make(request);
      ready = card && { request, card };
    },
    open(request) {
      stay();
      if (!open || open.drug !== undefined || !isSame(open.request, request)) {
        show(request);
        return;
      }
      open.request = request;
      change(request.options);
      answer(open);
    },
    change,
    leave,
    close,
    isOpen: () => open !== undefined,
    destroy: close,
  };
}
