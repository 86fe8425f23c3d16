/** Opens, keeps and closes the card of a frame. */
import { isInView } from '../dom/in-view.ts';
import { activeElement, body, listen } from '../dom/read.ts';
import { type Knowledge, openKnowledge } from '../knowledge/access.ts';
import type { PassageUse } from '../knowledge/passage-uses.ts';
import { buildModel } from './build-model.ts';
import { headTools } from './head-tools.ts';
import { createHost, type Host } from './host.ts';
import { createPlacement, type Placement } from './placement.ts';
import type { CardOptions, CardPort, CardRequest } from './port.ts';
import { printCard } from './print.ts';
import { isDark } from './theme.ts';
import { renderCard } from './view.ts';
import type { Wording } from './words.ts';

export interface CardEnvironment {
  readonly wording: Wording;
  readonly version: string;
  /** False when the extension is gone, and with it the words of the card. */
  readonly isAlive: () => boolean;
  /** Opens the browser's print dialog for a document. */
  readonly print: (view: Window) => void;
  /** The uses that the passage names for the mention's drug, the leading one first. */
  readonly usesOf: (request: CardRequest) => readonly PassageUse[];
}

/** An open card. */
interface Open {
  request: CardRequest;
  knowledge: Knowledge;
  readonly host: Host;
  readonly placement: Placement;
  pinned: boolean;
  pointerInside: boolean;
  /** What had the focus before the card took it. */
  before: Element | null;
  readonly stop: AbortController;
}

/** A card that is made and not yet shown. */
interface Composed {
  readonly request: CardRequest;
  readonly knowledge: Knowledge;
  readonly card: HTMLElement;
}

export function createCard(environment: CardEnvironment): CardPort {
  const { wording, version } = environment;
  let open: Open | undefined;
  let ready: Composed | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;

  function stay(): void {
    clearTimeout(closing);
    closing = undefined;
  }

  /** The pointer left mention or card; the other may have it. */
  function leave(): void {
    if (!open || open.pinned || open.pointerInside || closing !== undefined) return;
    // Whoever reads it with the keyboard has not left it.
    if (open.host.focused()?.matches(':focus-visible')) return;
    closing = setTimeout(close, open.request.options.closeDelay);
  }

  function close(): void {
    stay();
    if (!open) return;
    const { host, placement, stop, before } = open;
    const hadFocus = host.focused() !== null;
    open = undefined;
    stop.abort();
    placement.destroy();
    host.remove();
    if (hadFocus) (before as Partial<HTMLElement> | null)?.focus?.({ preventScroll: true });
  }

  /** Makes the card of a mention; undefined where nothing is known of its drug. */
  function compose(request: CardRequest): Composed | undefined {
    const { mention, options, onPage, goTo } = request;
    const knowledge = open?.request.knowledge === request.knowledge ? open.knowledge : openKnowledge(request.knowledge);
    const model = buildModel(knowledge, { ...mention, uses: environment.usesOf(request), onPage });
    if (!model) return undefined;
    const tools = headTools(wording, open?.pinned ?? false, {
      pin: (on) => {
        if (!open) return;
        open.pinned = on;
        if (on) open.placement.stay();
        else open.placement.follow(open.request.rects, isRtl(open.request.node));
      },
      move: (x, y) => {
        if (!open) return;
        open.pinned = true;
        open.placement.moveBy(x, y);
      },
      close,
    });
    const card: HTMLElement = renderCard(model, {
      wording,
      professional: options.professional,
      setProfessional: request.setProfessional,
      goTo,
      tools,
      print: () => open && printCard(card, open.host.mount, environment.print),
      version,
    });
    return { request, knowledge, card };
  }

  function show(request: CardRequest): void {
    const usable = ready?.request.knowledge === request.knowledge && isSame(ready.request, request) && !open?.pinned;
    const composed = usable ? ready : compose(request);
    ready = undefined;
    if (!composed) return;
    const { card, knowledge } = composed;
    const { options, node } = request;
    open ??= createOpen(request, knowledge);
    open.knowledge = knowledge;
    open.request = request;
    const { host, placement } = open;
    dress(card, options);
    host.place.toggleAttribute('data-fresh', host.place.childElementCount === 0);
    host.place.replaceChildren(card);
    host.show(node, isDark(options.theme, node));
    if (!open.pinned) placement.follow(request.rects, isRtl(node));
    if (request.opener === 'keyboard') takeFocus(open);
  }

  function takeFocus(to: Open): void {
    const focused = deepFocus(to.request);
    // Another card than the one that had it leaves it with the body.
    if (focused !== body(document) && !to.host.focused()) to.before = focused;
    (to.host.place.firstElementChild as HTMLElement).focus({ preventScroll: true });
  }

  /** The open card takes the look of these settings, as it stands: what is unfolded or focused stays so. */
  function change(options: CardOptions): void {
    if (!open) return;
    const { host, request } = open;
    open.request = { ...request, options };
    dress(host.place.firstElementChild as HTMLElement, options);
    host.darken(isDark(options.theme, request.node));
  }

  function createOpen(request: CardRequest, knowledge: Knowledge): Open {
    const host = createHost({ inside: onInside, outside: onOutside });
    const placement = createPlacement(host.place, host.mount, host.frame);
    const stop = new AbortController();
    const before = deepFocus(request);
    const { signal } = stop;
    host.place.addEventListener('pointerenter', () => onPointer(true), { signal });
    host.place.addEventListener('pointerleave', ({ pointerType }) => pointerType !== 'touch' && onPointer(false), {
      signal,
    });
    // A page that comes back from the back/forward cache comes back without it.
    addEventListener('pagehide', close, { signal });
    listen(document, 'fullscreenchange', () => open && reshow(open), { signal });
    requestAnimationFrame(begin);
    return { request, knowledge, host, placement, pinned: false, pointerInside: false, before, stop };
  }

  function reshow({ host, request }: Open): void {
    host.show(request.node, isDark(request.options.theme, request.node));
  }

  /** A picture opened by itself may not draw it: what nobody sees must not wait for keys. */
  function begin(): void {
    if (open?.host.place.getBoundingClientRect().width === 0) close();
    else watch();
  }

  /** Follows the mention through scrolling, zooming and changes of layout; closes when it goes out of view. */
  function watch(): void {
    if (!open) return;
    const { pinned, request, placement, host } = open;
    const here = environment.isAlive() && host.element.isConnected;
    if (here && (pinned || isInView(request.rects(), request.node))) {
      host.keep(request.node);
      placement.update();
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
    else if (event.type === 'focusout') onFocusOut((event as FocusEvent).relatedTarget);
  }

  function onOutside(event: Event): void {
    if (event.type === 'keydown') onKey(event as KeyboardEvent);
    else if (event.type === 'pointerdown') onPress(event as PointerEvent);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    // Only the card closes, not the page's dialog beneath it.
    event.preventDefault();
    event.stopImmediatePropagation();
    close();
  }

  function onPress(event: PointerEvent): void {
    if (!open || open.pinned) return;
    const { clientX: x, clientY: y } = event;
    const onMention = open.request
      .rects()
      .some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
    if (!onMention) close();
  }

  function onFocusOut(next: EventTarget | null): void {
    // Out of the window and back keeps the card; on to the page closes it, lest it hide what has the focus.
    if (open && !open.pinned && next !== null) close();
  }

  return {
    prepare(request) {
      if (!open) ready = compose(request);
    },
    open(request) {
      if (open && isSame(open.request, request)) {
        stay();
        open.request = request;
        change(request.options);
        if (request.opener === 'keyboard') takeFocus(open);
        return;
      }
      if (open?.pinned && request.opener === 'pointer') return;
      stay();
      show(request);
    },
    change,
    leave,
    close,
    isOpen: () => open !== undefined,
    destroy: close,
  };
}

/** Density, text size and level of detail. */
function dress(card: HTMLElement, { density, textSize, professional }: CardOptions): void {
  card.dataset.density = density;
  card.style.fontSize = `${0.875 * (textSize / 100)}em`;
  card.toggleAttribute('data-professional', professional);
  const box = card.querySelector<HTMLInputElement>('.switch > input');
  if (box) box.checked = professional;
}

function isSame(a: CardRequest, b: CardRequest): boolean {
  return (
    a.node === b.node &&
    a.mention.form === b.mention.form &&
    a.passage.start === b.passage.start &&
    a.passage.text === b.passage.text
  );
}

/** What has the focus, in shadow trees too. */
function deepFocus({ shadowRootOf }: CardRequest): Element | null {
  let focused = activeElement(document);
  for (;;) {
    const inner = focused instanceof HTMLElement && shadowRootOf(focused)?.activeElement;
    if (!inner) return focused;
    focused = inner;
  }
}

function isRtl(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return element !== null && getComputedStyle(element).direction === 'rtl';
}
