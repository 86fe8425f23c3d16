/** What was found in a frame, by text node. Knows nothing of painting. */
import type { Analysis, Mention, PageState, Recogniser } from '../core/types.ts';
import { compareInPage } from './order.ts';
import { endsOf, type Point, type TextRun } from './text-run.ts';

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
  /** Whether the run of this node is known as it now stands. */
  isKnown(run: TextRun): boolean;
  /** Analyses a run; replaces what its nodes held. */
  put(run: TextRun): void;
  /** Forgets the mentions of a node whose text no longer has them. */
  recheck(node: Text): void;
  /** Forgets what is no longer in the page, a little at a time. */
  prune(): Generator<void>;
  mentionsAt(node: Text): readonly PageMention[];
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
  return a.text === b.text && a.nodes.length === b.nodes.length && a.nodes.every((node, k) => node === b.nodes[k]);
}

/** Whether a mention's own text is still where it was found. */
export function stands({ first, last, text, range }: PageMention): boolean {
  // A range collapses when its text is taken out, even if the text comes back at once elsewhere.
  if (range.collapsed || !first.node.isConnected || !last.node.isConnected) return false;
  if (first.node === last.node) return first.node.data.slice(first.offset, last.offset) === text;
  const head = first.node.data.slice(first.offset);
  return (
    text.startsWith(head) && text.endsWith(last.node.data.slice(0, last.offset)) && last.offset <= last.node.length
  );
}

/** Creates the list of a frame. */
export function createRegistry(recogniser: Recogniser, events: RegistryEvents): Registry {
  const blocks = new Set<Block>();
  const byNode = new WeakMap<Text, Block[]>();
  let state: PageState = recogniser.createPageState();
  let news: string[] = [];
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
    isKnown: (run) =>
      byNode.get(run.nodes[0]!)?.some((block) => sameRun(block.run, run) && block.mentions.every(stands)) === true,
    put(run) {
      const analysis = recogniser.analyse(run.text, state);
      const old = new Set(run.nodes.flatMap((node) => byNode.get(node) ?? []));
      for (const block of old) {
        if (run.nodes.length > 1 || block.run.nodes.length > 1 || overlaps(block.run, run)) drop(block);
      }
      if (analysis.spans.length === 0 && analysis.introductions.length === 0) return;
      const named = state.drugs.size > 0;
      news.push(...recogniser.learn(state, analysis));
      const block: Block = { run, analysis, mentions: [] };
      blocks.add(block);
      const head = run.nodes[0]!;
      inOrder &&= newest === undefined || newest.compareDocumentPosition(head) === FOLLOWING;
      newest = head;
      for (const node of run.nodes) byNode.set(node, [...(byNode.get(node) ?? []), block]);
      if (!named && state.drugs.size > 0) for (const other of blocks) settle(other);
      else settle(block);
    },
    recheck(node) {
      for (const block of byNode.get(node) ?? []) {
        for (const mention of block.mentions) if (!stands(mention)) remove(block, mention);
      }
    },
    *prune() {
      let count = 0;
      for (const block of blocks) {
        if (!block.run.nodes.every((node) => node.isConnected)) drop(block);
        if (++count % 200 === 0) yield;
      }
    },
    mentionsAt: (node) => byNode.get(node)?.flatMap((block) => block.mentions) ?? [],
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
