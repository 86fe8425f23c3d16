/** What was found in a frame, by text node. Knows nothing of painting. */
import type { Analysis, Mention, PageState, Recogniser } from '../../shared/recognise/types.ts';
import { endsOf, type Point, type TextRun } from '../scan/text-run.ts';
import { compareInPage } from './order.ts';

/** A mention where the page has it. Offsets of `Mention` are into `run.text`. */
export interface PageMention extends Mention {
  readonly run: TextRun;
  readonly first: Point;
  /** `offset` is after the last character. */
  readonly last: Point;
  readonly range: Range;
}

/** A block that was analysed and holds something. */
interface Block {
  readonly run: TextRun;
  analysis: Analysis;
  mentions: PageMention[];
}

/** Told of every change. */
export interface RegistryEvents {
  added(mention: PageMention): void;
  removed(mention: PageMention): void;
}

export interface Registry {
  /** Short names that the page introduced and that have to be looked for; emptied by reading. */
  takeNews(): readonly string[];
  /** An index at or after `from` in text where a short name of the page stands, or -1. */
  findTerm(text: string, from: number): number;
  /** Whether the run of this node is known as it now stands. */
  isKnown(run: TextRun): boolean;
  /** The run that holds this place of a node, if it was found to hold something and stands as it was. */
  runAt(node: Text, offset: number): TextRun | undefined;
  /** Analyses a run; replaces what its nodes held. */
  put(run: TextRun): void;
  /** Forgets the mentions of a node whose text no longer has them. */
  recheck(node: Text): void;
  /** Forgets what is no longer in the page, a little at a time. */
  prune(): Generator<void>;
  /** In document order; some may have left the page since it changed last. */
  all(): readonly PageMention[];
  /** How many there are of each drug. */
  counts(): ReadonlyMap<string, number>;
  readonly size: number;
  clear(): void;
}

/** All that `compareDocumentPosition` says of a text node after another in the same tree. */
const FOLLOWING = Node.DOCUMENT_POSITION_FOLLOWING;

function sameRun(a: TextRun, b: TextRun): boolean {
  return (
    a.text === b.text &&
    a.nodes.length === b.nodes.length &&
    a.nodes.every((node, k) => node === b.nodes[k] && a.starts[k] === b.starts[k])
  );
}

/** Whether a node has a text at a place. The whole of a long node's data costs Firefox milliseconds to look at. */
function holds(node: Text, offset: number, text: string): boolean {
  return offset <= node.length && node.substringData(offset, text.length) === text;
}

/** Whether the nodes of a run are in the page with the text that they had. */
function isCurrent({ text, nodes, starts }: TextRun): boolean {
  return nodes.every((node, k) => {
    const start = starts[k]!;
    if (!node.isConnected) return false;
    // A window is shorter than its node.
    const whole = start > 0 || text.length >= node.length;
    return whole ? text.startsWith(node.data, start) : holds(node, -start, text);
  });
}

/** Whether a mention's own text is still where it was found. */
export function stands({ run, first, last, text, range }: PageMention): boolean {
  // A range collapses when its text is taken out, even if the text comes back at once elsewhere.
  if (range.collapsed || !first.node.isConnected || !last.node.isConnected) return false;
  if (first.node === last.node) return holds(first.node, first.offset, text);
  const nodes = run.nodes.slice(run.nodes.indexOf(first.node), run.nodes.indexOf(last.node) + 1);
  if (last.offset > last.node.length || !nodes.every((node) => node.isConnected)) return false;
  const cut = nodes.map(({ data }) => data);
  cut.push(cut.pop()!.slice(0, last.offset));
  return bare(cut.join('').slice(first.offset)) === bare(text);
}

/** Without line breaks and what a run has between nodes. */
function bare(text: string): string {
  return text.replace(/[\n\ufffc]/g, '');
}

/** Creates the list of a frame. */
export function createRegistry(recogniser: Recogniser, events: RegistryEvents): Registry {
  const blocks = new Set<Block>();
  const byNode = new WeakMap<Text, Block[]>();
  let state: PageState = recogniser.createPageState();
  let news: string[] = [];
  let findTerm = recogniser.termFinder([]);
  const counts = new Map<string, number>();
  /** In document order; undefined where it has to be made anew. */
  let ordered: PageMention[] | undefined = [];
  /** The first reading meets blocks in document order: no need to sort tens of thousands. */
  let inOrder = true;
  let newest: Node | undefined;
  let size = 0;

  function count(drug: string, by: 1 | -1): void {
    size += by;
    const left = (counts.get(drug) ?? 0) + by;
    if (left > 0) counts.set(drug, left);
    else counts.delete(drug);
  }

  function remove(block: Block, mention: PageMention): void {
    block.mentions = block.mentions.filter((other) => other !== mention);
    count(mention.drug, -1);
    ordered = undefined;
    events.removed(mention);
  }

  function drop(block: Block): void {
    for (const mention of block.mentions) remove(block, mention);
    blocks.delete(block);
    for (const node of block.run.nodes) {
      const rest = byNode.get(node)?.filter((other) => other !== block);
      if (rest?.length) byNode.set(node, rest);
      else byNode.delete(node);
    }
  }

  /** Forgets the mentions of a block that do not stand, and the block when none is left: it is found anew. */
  function check(block: Block): void {
    for (const mention of block.mentions) if (!stands(mention)) remove(block, mention);
    if (block.mentions.length === 0) drop(block);
  }

  /** Gives a block the mentions that its analysis has under the present state; keeps those that stay. */
  function settle(block: Block): void {
    const old = new Map(block.mentions.map((mention) => [`${mention.start} ${mention.end} ${mention.drug}`, mention]));
    const fresh = recogniser.settle(block.analysis, state).map((mention) => {
      const key = `${mention.start} ${mention.end} ${mention.drug}`;
      const kept = old.get(key);
      old.delete(key);
      return kept ?? locate(mention, block.run);
    });
    for (const mention of old.values()) remove(block, mention);
    const added = fresh.filter((mention) => !block.mentions.includes(mention));
    // A new block at the end goes to the end of the list.
    const last = inOrder && block.mentions.length === 0 && block.run.nodes[0] === newest;
    block.mentions = fresh;
    if (last) ordered?.push(...added);
    else if (added.length > 0) ordered = undefined;
    for (const mention of added) {
      count(mention.drug, 1);
      events.added(mention);
    }
  }

  return {
    takeNews() {
      const taken = news;
      news = [];
      return taken;
    },
    findTerm: (text, from) => findTerm(text, from),
    isKnown: (run) =>
      byNode.get(run.nodes[0]!)?.some(
        (block) =>
          sameRun(block.run, run) &&
          block.mentions.every(stands) &&
          // One may have been taken out and put back.
          block.mentions.length === recogniser.settle(block.analysis, state).length,
      ) === true,
    runAt: (node, offset) =>
      byNode.get(node)?.find(({ run }) => {
        const place = offset + run.starts[run.nodes.indexOf(node)]!;
        return place >= 0 && place < run.text.length && isCurrent(run);
      })?.run,
    put(run) {
      const analysis = recogniser.analyse(run.text, state);
      const old = new Set(run.nodes.flatMap((node) => byNode.get(node) ?? []));
      for (const block of old) {
        if (run.nodes.length > 1 || block.run.nodes.length > 1 || overlaps(block.run, run)) drop(block);
      }
      if (analysis.spans.length === 0 && analysis.introductions.length === 0) return;
      const named = state.drugs.size > 0;
      const learnt = recogniser.learn(state, analysis);
      if (learnt.length > 0) {
        news.push(...learnt);
        findTerm = recogniser.termFinder(state.terms.keys());
      }
      const block: Block = { run, analysis, mentions: [] };
      blocks.add(block);
      const head = run.nodes[0]!;
      inOrder &&= newest === undefined || newest.compareDocumentPosition(head) === FOLLOWING;
      newest = head;
      for (const node of run.nodes) byNode.set(node, [...(byNode.get(node) ?? []), block]);
      if (named || state.drugs.size === 0) settle(block);
      else {
        for (const other of blocks) {
          if (isCurrent(other.run)) settle(other);
          else drop(other);
        }
      }
    },
    recheck(node) {
      byNode.get(node)?.forEach(check);
    },
    *prune() {
      let count = 0;
      for (const block of blocks) {
        if (!block.run.nodes.every((node) => node.isConnected)) check(block);
        if (++count % 200 === 0) yield;
      }
    },
    all() {
      if (ordered) return ordered;
      ordered = [...blocks].flatMap((block) => block.mentions);
      if (!inOrder) {
        ordered.sort((a, b) => compareInPage(a.first.node, b.first.node) || a.first.offset - b.first.offset);
      }
      return ordered;
    },
    counts: () => counts,
    get size() {
      return size;
    },
    clear() {
      for (const block of blocks) drop(block);
      state = recogniser.createPageState();
      news = [];
      findTerm = recogniser.termFinder([]);
    },
  };
}

function overlaps(a: TextRun, b: TextRun): boolean {
  return -a.starts[0]! < -b.starts[0]! + b.text.length && -b.starts[0]! < -a.starts[0]! + a.text.length;
}

function locate(mention: Mention, run: TextRun): PageMention {
  const [first, last] = endsOf(run, mention.start, mention.end);
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  return { ...mention, run, first, last, range };
}
