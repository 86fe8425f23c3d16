/** Marks mentions by the CSS Custom Highlight API: ranges in the browser's registry, and no change to the page. */

export interface Painter {
  add(range: AbstractRange): void;
  remove(range: AbstractRange): void;
  /** Marks these and no others. Browsers take a hundredth of the time that a thousand single removals need. */
  only(ranges: readonly AbstractRange[]): void;
  /** Marks one more range in another way for a moment. */
  flash(range: AbstractRange): void;
  /** Registers again what the page cleared. */
  assert(): void;
  /** Whether another instance of this script paints now. */
  isReplaced(): boolean;
  /** Paints under other names from now on. */
  rename(name: string, flash: string): void;
  clear(): void;
}

const FLASH_MS = 1_600;
/** What the page highlights itself is drawn over what we do. */
const BELOW = -1;

/** @param name key in `CSS.highlights`; nothing is registered before the first range. */
export function createPainter(name: string, flashName: string): Painter {
  let key = name;
  let flashKey = flashName;
  let highlight: Highlight | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const { highlights } = CSS;

  function unregister(): void {
    if (highlight && highlights.get(key) === highlight) highlights.delete(key);
  }

  function register(ranges: readonly AbstractRange[]): void {
    highlight = new Highlight(...ranges);
    highlight.priority = BELOW - 1;
    highlights.set(key, highlight);
  }

  return {
    add(range) {
      if (highlight) highlight.add(range);
      else register([range]);
    },
    remove(range) {
      highlight?.delete(range);
      if (highlight?.size === 0) {
        unregister();
        highlight = undefined;
      }
    },
    only(ranges) {
      unregister();
      highlight = undefined;
      if (ranges.length > 0) register(ranges);
    },
    flash(range) {
      clearTimeout(timer);
      const flashing = new Highlight(range);
      flashing.priority = BELOW;
      highlights.set(flashKey, flashing);
      timer = setTimeout(() => highlights.delete(flashKey), FLASH_MS);
    },
    assert() {
      if (highlight && !highlights.has(key)) highlights.set(key, highlight);
    },
    isReplaced: () => highlight !== undefined && highlights.has(key) && highlights.get(key) !== highlight,
    rename(to, flash) {
      if (to === key) return;
      unregister();
      key = to;
      flashKey = flash;
      if (highlight) highlights.set(key, highlight);
    },
    clear() {
      clearTimeout(timer);
      if (timer !== undefined) highlights.delete(flashKey);
      unregister();
      highlight = undefined;
    },
  };
}
