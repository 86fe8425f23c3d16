/**
 * The mentions of one frame: takes the places that the scan finds, has the text around them analysed, and keeps what
 * was found by text node, as long as it stands in the page. Knows nothing of painting.
 */
import { compareInPage, contains, isConnected, position } from '../../dom/read.ts';
import { countByDrug } from '../../shared/mentions/summary.ts';
import type { Recogniser } from '../../shared/recognise/recogniser.ts';
import type { Analysis, PageState } from '../../shared/recognise/types.ts';
import type { Changes } from '../scan/changes.ts';
import type { Search } from '../scan/scan.ts';
import { runAround, type TextRun } from '../scan/text-run.ts';
import { isUnread } from '../scan/unread.ts';
import { isCurrent, isCut, isInPlace, isWhole, locate, type PageMention, stands } from './mention.ts';

/** A block that was analysed and holds something. */
interface Block {
  readonly run: TextRun;
  analysis: Analysis;
  mentions: PageMention[];
}

/** Told of every change. */
export interface MentionEvents {
  added(mention: PageMention): void;
  removed(mention: PageMention): void;
}

export type Mentions = ReturnType<typeof createMentions>;

/** All that `compareDocumentPosition` says of a text node after another in the same tree. */
const FOLLOWING = Node.DOCUMENT_POSITION_FOLLOWING;

function sameRun(a: TextRun, b: TextRun): boolean {
  return (
    a.text === b.text &&
    a.nodes.length === b.nodes.length &&
    a.nodes.every((node, k) => node === b.nodes[k] && a.starts[k] === b.starts[k])
  );
}

export function createMentions(recogniser: Recogniser, events: MentionEvents) {
  const blocks = new Set<Block>();
  /** Those with a mention that markup cuts: what comes between its parts shows in no text node of it. */
  const cut = new Set<Block>();
  const byNode = new WeakMap<Text, Block[]>();
  let state: PageState = recogniser.createPageState();
  let terms: string[] = [];
  let findTerm = recogniser.termFinder([]);
  /** In document order; undefined where it has to be made anew. */
  let ordered: PageMention[] | undefined = [];
  /** The first scan meets blocks in document order: no need to sort tens of thousands. */
  let inOrder = true;
  let newest: Node | undefined;
  /** A block was dropped: what the page has shown may be less by now. */
  let lost = false;

  function remove(block: Block, mention: PageMention): void {
    block.mentions = block.mentions.filter((other) => other !== mention);
    ordered = undefined;
    events.removed(mention);
  }

  function drop(block: Block): void {
    for (const mention of block.mentions) remove(block, mention);
    blocks.delete(block);
    cut.delete(block);
    lost = true;
    for (const node of block.run.nodes) {
      const rest = byNode.get(node)?.filter((other) => other !== block);
      if (rest?.length) byNode.set(node, rest);
      else byNode.delete(node);
    }
  }

  /**
   * Forgets the mentions of a block that do not stand, and the block when none is left: it is found anew. A block that shows
   * none, as its names wait for another place to say what they mean, is kept.
   */
  function check(block: Block, good = stands): void {
    const waits = block.mentions.length === 0;
    for (const mention of block.mentions) if (!good(mention)) remove(block, mention);
    if (block.mentions.length > 0) return;
    if (!waits) drop(block);
    else if (!isCurrent(block.run)) readAgain(block);
  }

  /** Gives a block the mentions that its analysis has by what the page has shown so far; keeps those that stay. */
  function update(block: Block): void {
    const keyOf = ({ start, end, drug }: { start: number; end: number; drug: string }) => `${start} ${end} ${drug}`;
    const old = new Map(block.mentions.map((mention) => [keyOf(mention), mention]));
    const added: PageMention[] = [];
    const now = recogniser.settle(block.analysis, state).map((mention) => {
      const kept = old.get(keyOf(mention));
      old.delete(keyOf(mention));
      if (kept) return kept;
      added.push(locate(mention, block.run));
      return added.at(-1)!;
    });
    for (const mention of old.values()) remove(block, mention);
    // A new block at the end goes to the end of the list.
    const last = inOrder && block.mentions.length === 0 && block.run.nodes[0] === newest;
    block.mentions = now;
    if (now.some(isCut)) cut.add(block);
    else cut.delete(block);
    if (last) ordered?.push(...added);
    else if (added.length > 0) ordered = undefined;
    added.forEach(events.added);
  }

  /** Whether the run is known as it now stands. */
  function isKnown(run: TextRun): boolean {
    const block = byNode.get(run.nodes[0]!)?.find((one) => sameRun(one.run, run));
    return (
      block?.mentions.every(stands) === true &&
      // One may have been taken out and put back.
      block.mentions.length === recogniser.settle(block.analysis, state).length
    );
  }

  /** The run that holds this place of a node, if it was found to hold something and stands as it was. */
  function runAt(node: Text, offset: number): TextRun | undefined {
    return byNode.get(node)?.find(({ run }) => {
      const place = offset + run.starts[run.nodes.indexOf(node)]!;
      return place >= 0 && place < run.text.length && isCurrent(run);
    })?.run;
  }

  /** Analyses a run; replaces what its nodes held. */
  function put(run: TextRun): void {
    const analysis = recogniser.analyse(run.text, state);
    for (const block of new Set(run.nodes.flatMap((node) => byNode.get(node) ?? []))) {
      if (run.nodes.length > 1 || block.run.nodes.length > 1 || overlaps(block.run, run)) drop(block);
    }
    if (analysis.spans.length === 0 && analysis.introductions.length === 0) return;
    const before = state.drugs.size + state.forms.size;
    const learnt = recogniser.learn(state, analysis);
    if (learnt.length > 0) {
      terms.push(...learnt);
      findTerm = recogniser.termFinder(state.terms.keys());
    }
    const block: Block = { run, analysis, mentions: [] };
    blocks.add(block);
    const head = run.nodes[0]!;
    inOrder &&= newest === undefined || position(newest, head) === FOLLOWING;
    newest = head;
    for (const node of run.nodes) byNode.set(node, [...(byNode.get(node) ?? []), block]);
    update(block);
    if (state.drugs.size + state.forms.size === before) return;
    // What others wait for may be there now.
    for (const other of blocks) {
      if (other === block || other.analysis.spans.every(({ gate }) => gate === 'none')) continue;
      if (isCurrent(other.run)) update(other);
      else check(other);
    }
  }

  /** Something else stands around the mentions of a block by now, such as a line that is gone. */
  function readAgain(block: Block): void {
    const at = block.mentions.find((mention) => stands(mention) && !isUnread(mention.first.node))?.first;
    const waits = block.mentions.length === 0;
    drop(block);
    if (at) put(runAround(at.node, at.offset));
    if (!waits) return;
    const { nodes, starts } = block.run;
    nodes.forEach((node, k) => {
      if (isConnected(node) && !isUnread(node) && !byNode.has(node)) put(runAround(node, Math.max(0, -starts[k]!)));
    });
  }

  /** What a block shows beside the short names, which are the page's own. */
  function shownBy({ spans, introductions }: Analysis): Analysis {
    return { spans: spans.filter(({ text }) => !state.terms.has(text.replace(/s$/, ''))), introductions };
  }

  /** Forgets the short names that nothing in the page introduces any more, and what counted beside a name that is gone. */
  function* unlearn(): Generator<void> {
    while (lost) {
      lost = false;
      const shown = recogniser.createPageState();
      let count = 0;
      for (const { analysis } of blocks) {
        recogniser.learn(shown, shownBy(analysis));
        if (++count % 500 === 0) yield;
      }
      const gone = [...state.terms.keys()].filter((term) => !shown.terms.has(term));
      const same = shown.drugs.size === state.drugs.size && shown.forms.size === state.forms.size;
      if (gone.length === 0 && same) return;
      state = shown;
      findTerm = recogniser.termFinder(state.terms.keys());
      for (const block of [...blocks]) {
        if (!isCurrent(block.run)) readAgain(block);
        else if (gone.some((term) => block.run.text.includes(term))) put(block.run);
        else update(block);
        yield;
      }
    }
  }

  /** Notes what a pass takes with the place. Of a long node there are more windows. */
  function noteTaken(run: TextRun, node: Text, taken: Set<Text>): TextRun {
    if (run.text.length >= node.length) for (const one of run.nodes) taken.add(one);
    return run;
  }

  return {
    /** Names of the dictionary, and the short names of the page. */
    find(text: string, from: number): number {
      const name = recogniser.prefilter(text, from);
      const term = findTerm(text, from);
      return name < 0 || (term >= 0 && term < name) ? term : name;
    },
    /** The run around a place goes no further than what this pass has taken. */
    take(node: Text, offset: number, taken: Set<Text>): void {
      const run = noteTaken(runAround(node, offset, taken), node, taken);
      if (!isKnown(run)) put(run);
    },
    /** A search for the short names that the page introduced since it was asked last; undefined when there are none. */
    newTerms(): Search | undefined {
      if (terms.length === 0) return undefined;
      const find = recogniser.termFinder(terms);
      terms = [];
      return {
        find,
        // Known runs are taken as they are: of a long block, others would take mentions away from their neighbours.
        take(node, offset, taken) {
          const others = { has: (other: Text): boolean => taken.has(other) || runAt(other, 0) !== undefined };
          put(noteTaken(runAt(node, offset) ?? runAround(node, offset, others), node, taken));
        },
      };
    },
    left(node: Text): void {
      // What else stands in its line is still read.
      for (const block of byNode.get(node) ?? []) readAgain(block);
    },
    textChanged(node: Text): void {
      for (const block of byNode.get(node) ?? []) check(block);
    },
    *tidy({ places, removed }: Changes): Generator<void> {
      let count = 0;
      for (const block of cut) {
        const [head] = block.run.nodes;
        if (places !== 'all' && !places.some((place) => contains(place, head!))) continue;
        check(block, (mention) => stands(mention) && (!isCut(mention) || isWhole(mention)));
        yield;
      }
      for (const block of removed ? blocks : []) {
        if (!block.run.nodes.every(isConnected) || !block.mentions.every(isInPlace)) check(block);
        if (++count % 200 === 0) yield;
      }
      yield* unlearn();
    },
    /** In document order; some may have left the page since it changed last. */
    all(): readonly PageMention[] {
      if (ordered) return ordered;
      ordered = [...blocks].flatMap((block) => block.mentions);
      if (!inOrder) {
        ordered.sort((a, b) => compareInPage(a.first.node, b.first.node) || a.first.offset - b.first.offset);
      }
      return ordered;
    },
    /** How many there are of each drug: asked of pages with more than can be put in order at every change. */
    counts: (): ReadonlyMap<string, number> => countByDrug([...blocks].flatMap((block) => block.mentions)),
    /** Lets go of all, at the end. */
    clear(): void {
      for (const block of blocks) drop(block);
    },
  };
}

function overlaps(a: TextRun, b: TextRun): boolean {
  return -a.starts[0]! < -b.starts[0]! + b.text.length && -b.starts[0]! < -a.starts[0]! + a.text.length;
}
