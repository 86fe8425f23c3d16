/** Mentions as other scripts may know them: plain data. */
import type { ExportedMention, MentionSummary } from '../core/mention-data.ts';
import type { PageMention } from './registry.ts';

const AROUND = 32;

export function summarise(mentions: readonly PageMention[]): MentionSummary[] {
  return mentions.map(({ drug, form, text }, index) => ({ index, drug, form, text }));
}

/**
 * With what W3C Web Annotation selectors need: the text around, and offsets in the text content of the body, or of the
 * shadow tree that the mention is in.
 */
export function exportMentions(mentions: readonly PageMention[]): ExportedMention[] {
  const ends = new Set<Node>(mentions.flatMap(({ first, last }) => [first.node, last.node]));
  const trees = new Set([...ends].map((node) => node.getRootNode()));
  const offsets = new Map<Node, number>();
  for (const tree of trees) addOffsets(tree === document ? document.body : tree, ends, offsets);
  return mentions.map(({ drug, form, text, run, start, end, first, last }, index) => ({
    ...{ index, drug, form, text },
    prefix: run.text.slice(Math.max(0, start - AROUND), start),
    suffix: run.text.slice(end, end + AROUND),
    start: (offsets.get(first.node) ?? 0) + first.offset,
    end: (offsets.get(last.node) ?? 0) + last.offset,
  }));
}

function addOffsets(tree: Node, wanted: ReadonlySet<Node>, offsets: Map<Node, number>): void {
  const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  let offset = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (wanted.has(node)) offsets.set(node, offset);
    offset += node.length;
  }
}
