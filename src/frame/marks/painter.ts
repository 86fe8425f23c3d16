/**
 * Marks mentions by the CSS Custom Highlight API: ranges in the browser's registry, and no change to the page. The page
 * shares the registry: it may clear or replace what is ours, which is then put back.
 */
import { filledPart } from '../../shared/policy/mark-look.ts';
import { isPaintName, type PaintNames } from '../../shared/policy/marks.ts';
import { VERDICTS, type Verdict } from '../../shared/policy/verdict.ts';

/** What is to be marked, and as what. */
export type Mark = readonly [range: AbstractRange, verdict: Verdict];

const FLASH_MS = 1_600;
/** What the page highlights itself is drawn over what we do. */
const BELOW = -1;

/** Names chosen by chance: they say nothing, and no page can know them beforehand. */
export function chooseNames(): PaintNames {
  const letter = (byte: number): string => String.fromCharCode(97 + (byte % 26));
  const name = (): string => Array.from(crypto.getRandomValues(new Uint8Array(8)), letter).join('');
  return { avoid: name(), caution: name(), watch: name(), other: name(), memantine: name(), flash: name() };
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

/** What is registered under one of our names: what was asked for, and the range that stands for it. */
interface Layer {
  readonly verdict: Verdict;
  readonly painted: Map<AbstractRange, AbstractRange>;
  highlight?: Highlight | undefined;
}

/** What of a range is drawn in forced colours; of one that goes through several text nodes, a part of the first. */
function filled(range: AbstractRange, verdict: Verdict): AbstractRange {
  if (verdict === 'avoid') return range;
  const { startContainer: node, startOffset: start } = range;
  const end = node === range.endContainer ? range.endOffset : (node as Text).length;
  const [from, to] = filledPart(verdict, end - start);
  const short = new Range();
  short.setStart(node, start + from);
  short.setEnd(node, start + to);
  return short;
}

/** Nothing is registered before the first range. */
export function createPainter(first: PaintNames) {
  const { highlights } = CSS;
  removeLeft(highlights);
  const layers = VERDICTS.map((verdict): Layer => ({ verdict, painted: new Map() }));
  const layerOf = (verdict: Verdict): Layer => layers[VERDICTS.indexOf(verdict)]!;
  const forced = matchMedia('(forced-colors: active)');
  let names = first;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function unregister(layer: Layer): void {
    const name = names[layer.verdict];
    if (layer.highlight && highlights.get(name) === layer.highlight) highlights.delete(name);
    layer.highlight = undefined;
  }

  function register(layer: Layer): void {
    unregister(layer);
    if (layer.painted.size === 0) return;
    layer.highlight = new Highlight(...layer.painted.values());
    layer.highlight.priority = BELOW - 1;
    highlights.set(names[layer.verdict], layer.highlight);
  }

  const drawn = (range: AbstractRange, verdict: Verdict): AbstractRange =>
    __BROWSER__ === 'chrome' && forced.matches ? filled(range, verdict) : range;

  if (__BROWSER__ === 'chrome') {
    forced.addEventListener('change', () => {
      for (const layer of layers) {
        for (const range of layer.painted.keys()) layer.painted.set(range, drawn(range, layer.verdict));
        register(layer);
      }
    });
  }

  function endFlash(): void {
    clearTimeout(timer);
    highlights.delete(names.flash);
  }

  return {
    add(range: AbstractRange, verdict: Verdict): void {
      const layer = layerOf(verdict);
      const shown = drawn(range, verdict);
      layer.painted.set(range, shown);
      if (layer.highlight) layer.highlight.add(shown);
      else register(layer);
    },
    remove(range: AbstractRange): void {
      for (const layer of layers) {
        const shown = layer.painted.get(range);
        if (!shown) continue;
        layer.painted.delete(range);
        layer.highlight?.delete(shown);
        if (layer.painted.size === 0) unregister(layer);
      }
    },
    /** Marks these and no others. Browsers take a hundredth of the time that a thousand single removals need. */
    only(marks: Iterable<Mark>): void {
      for (const { painted } of layers) painted.clear();
      for (const [range, verdict] of marks) layerOf(verdict).painted.set(range, drawn(range, verdict));
      layers.forEach(register);
    },
    /** Marks one more range in another way for a moment. */
    flash(range: AbstractRange): void {
      clearTimeout(timer);
      const flashing = new Highlight(range);
      flashing.priority = BELOW;
      highlights.set(names.flash, flashing);
      timer = setTimeout(endFlash, FLASH_MS);
    },
    /** Registers again what the page cleared or replaced. */
    assert(): void {
      for (const layer of layers) {
        const { verdict, highlight, painted } = layer;
        const whole = !highlight || (highlights.get(names[verdict]) === highlight && highlight.size === painted.size);
        if (!whole) register(layer);
      }
    },
    /** Paints under other names from now on. */
    rename(to: PaintNames): void {
      endFlash();
      layers.forEach(unregister);
      names = to;
      layers.forEach(register);
    },
    clear(): void {
      endFlash();
      layers.forEach(unregister);
      for (const { painted } of layers) painted.clear();
    },
  };
}
