/** The words around a mention, from near to far. */

/** A mention in the text of its block. Offsets are into `run.text`. */
export interface Placed {
  readonly start: number;
  readonly end: number;
  readonly run: { readonly text: string };
  readonly first: { readonly node: Node };
}

/** See card/port. */
export interface Words {
  readonly sentence: string;
  /** Offset of the mention in `sentence`. */
  readonly start: number;
  readonly paragraph: string;
  readonly heading: string;
  readonly title: string;
}

/** Characters of a block on either side of a mention that count as its paragraph. */
const PARAGRAPH = 1_500;
/** Elements that are looked at on the way to the heading above. */
const STEPS = 400;
const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';

let segmenter: Intl.Segmenter | undefined;

/** Reads the page at the mention; changes nothing. */
export function passageAround({ run, start, end, first }: Placed): Words {
  const from = Math.max(0, start - PARAGRAPH);
  const paragraph = run.text.slice(from, end + PARAGRAPH);
  const sentence = sentenceAt(paragraph, start - from);
  return {
    sentence: sentence.text,
    start: start - from - sentence.start,
    paragraph,
    heading: headingAbove(first.node),
    title: document.title.slice(0, 300),
  };
}

/** A line break ends a sentence too: it is a line of its own to the reader. */
function sentenceAt(text: string, offset: number): { readonly text: string; readonly start: number } {
  // Any language's rules serve: sentence ends are the same in all of them, but for abbreviations.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  const segment = segmenter.segment(text).containing(offset);
  return segment ? { text: segment.segment, start: segment.index } : { text, start: 0 };
}

/** The nearest heading before a node whose section the node is in; empty where there is none. */
function headingAbove(node: Node): string {
  let steps = 0;
  for (let at: Node | null = node; at && at !== document.documentElement && steps < STEPS; at = at.parentNode) {
    if (at instanceof Element && at.matches(HEADINGS)) return '';
    for (let before = at.previousSibling; before && steps < STEPS; before = before.previousSibling) {
      steps++;
      if (!(before instanceof Element)) continue;
      if (before.matches(HEADINGS)) return textOf(before);
      // Wikipedia and others wrap a heading in a box of its own.
      const only = before.firstElementChild;
      if (only?.matches(HEADINGS) && !before.querySelector('p,li')) return textOf(only);
    }
  }
  return '';
}

function textOf(element: Element): string {
  return element.textContent.trim().replace(/\s+/g, ' ').slice(0, 200);
}
