/**
 * Marks mentions by the CSS Custom Highlight API: ranges in the browser's registry, and no change to the page. The page
 * shares the registry: it may clear or replace what is ours, which is then put back.
 */
import { isPaintName, type PaintNames } from '../../shared/policy/marks.ts';

export interface Painter {
  add(range: AbstractRange): void;
  remove(range: AbstractRange): void;
  /** Marks these and no others. Browsers take a hundredth of the time that a thousand single removals need. */
  only(ranges: Iterable<AbstractRange>): void;
  /** Marks one more range in another way for a moment. */
  flash(range: AbstractRange): void;
  /** Registers again what the page cleared or replaced. */
  assert(): void;
  /** Paints under other names from now on. */
  rename(to: PaintNames): void;
  clear(): void;
}

const FLASH_MS = 1_600;
/** What the page highlights itself is drawn over what we do. */
const BELOW = -1;

/** Names chosen by chance: they say nothing, and no page can know them beforehand. */
export function chooseNames(): PaintNames {
  const [marks, flash] = Array.from({ length: 2 }, () =>
    Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => String.fromCharCode(97 + (byte % 26))).join(''),
  );
  return { marks: marks!, flash: flash! };
}

/** Highlights of a page that are looked at. */
const LOOKED_AT = 200;

/**
 * Takes out what a former start of the extension left registered: Firefox ends a script without a word when its
 * extension is reloaded. Told by all that we give a highlight: its kind of name, and its priority. Firefox lets us list
 * the registry only as the page sees it, step by step, which the page may have made say anything.
 */
function removeLeft(highlights: HighlightRegistry): void {
  const seen = (window as { wrappedJSObject?: typeof globalThis }).wrappedJSObject?.CSS?.highlights;
  if (!seen) return;
  try {
    const entries = seen.entries();
    for (let k = 0, step = entries.next(); !step.done && k < LOOKED_AT; k++, step = entries.next()) {
      if (isPaintName(step.value[0]) && step.value[1].priority === BELOW - 1) highlights.delete(step.value[0]);
    }
  } catch {
    // What stays has no style, and is not drawn.
  }
}

/** Nothing is registered before the first range. */
export function createPainter(first: PaintNames): Painter {
  const { highlights } = CSS;
  removeLeft(highlights);
  const painted = new Set<AbstractRange>();
  let names = first;
  let highlight: Highlight | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function unregister(): void {
    if (highlight && highlights.get(names.marks) === highlight) highlights.delete(names.marks);
    highlight = undefined;
  }

  function register(): void {
    unregister();
    if (painted.size === 0) return;
    highlight = new Highlight(...painted);
    highlight.priority = BELOW - 1;
    highlights.set(names.marks, highlight);
  }

  return {
    add(range) {
      painted.add(range);
      if (highlight) highlight.add(range);
      else register();
    },
    remove(range) {
      painted.delete(range);
      highlight?.delete(range);
      if (painted.size === 0) unregister();
    },
    only(ranges) {
      painted.clear();
      for (const range of ranges) painted.add(range);
      register();
    },
    flash(range) {
      clearTimeout(timer);
      const flashing = new Highlight(range);
      flashing.priority = BELOW;
      highlights.set(names.flash, flashing);
      timer = setTimeout(() => highlights.delete(names.flash), FLASH_MS);
    },
    assert() {
      if (highlight && (highlights.get(names.marks) !== highlight || highlight.size !== painted.size)) register();
    },
    rename(to) {
      unregister();
      names = to;
      register();
    },
    clear() {
      clearTimeout(timer);
      highlights.delete(names.flash);
      painted.clear();
      unregister();
    },
  };
}
