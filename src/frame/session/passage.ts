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
  readonly text: string;
  /** Offset of the mention in `text`. */
  readonly start: number;
  readonly intro: string;
  readonly rowHead: string;
  readonly columnHead: string;
  readonly heading: string;
  readonly title: string;
}

/** Characters of a block on either side of a mention that count as its paragraph. */
const PARAGRAPH = 1_500;
/** Characters of a heading, head of a table or introduction. */
const LINE = 200;
/** Elements that are looked at on the way to the heading above. */
const STEPS = 400;
const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';

/** Reads the page at the mention; changes nothing. */
export function passageAround({ run, start, end, first }: Placed): Words {
  const from = Math.max(0, start - PARAGRAPH);
  const element = first.node instanceof Element ? first.node : first.node.parentElement;
  const cell = element?.closest<HTMLTableCellElement>('td,th');
  const item = element?.closest('li');
  return {
    text: run.text.slice(from, end + PARAGRAPH),
    start: start - from,
    intro: item ? introOf(item) : '',
    rowHead: cell ? rowHeadOf(cell) : '',
    columnHead: cell ? columnHeadOf(cell) : '',
    heading: headingAbove(first.node),
    title: document.title.slice(0, 300),
  };
}

/** What stands right before a list: "Two medicines are licensed:". */
function introOf(item: Element): string {
  const list = item.closest('ul,ol');
  const before = list?.previousElementSibling;
  if (before && !before.matches(HEADINGS) && !before.matches('ul,ol,table,figure')) return textOf(before);
  // Text in the same block, or in the item that holds an inner list.
  const text = list?.previousSibling;
  return (text instanceof Text ? text.data : '').trim().replace(/\s+/g, ' ').slice(-LINE);
}

/** The head of the row, or its first cell where it has none. */
function rowHeadOf(cell: HTMLTableCellElement): string {
  const row = cell.parentElement as HTMLTableRowElement | null;
  const head = row?.querySelector('th') ?? row?.cells?.[0];
  return head && head !== cell ? textOf(head) : '';
}

/** The head of the column: the cell of the table's first row at the same place. Cells that span several are counted so. */
function columnHeadOf(cell: HTMLTableCellElement): string {
  const rows = cell.closest('table')?.rows;
  const row = cell.parentElement;
  if (!rows || !row || rows[0] === row) return '';
  const column = placeOf(cell);
  const head = [...(rows[0]?.cells ?? [])].find((one) => placeOf(one) <= column && column < placeOf(one) + one.colSpan);
  return head ? textOf(head) : '';
}

function placeOf(cell: HTMLTableCellElement): number {
  let place = 0;
  for (let at = cell.previousElementSibling; at; at = at.previousElementSibling) {
    place += (at as HTMLTableCellElement).colSpan || 1;
  }
  return place;
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
  return element.textContent.trim().replace(/\s+/g, ' ').slice(0, LINE);
}
