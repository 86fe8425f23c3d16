/**
 * Mentions of a page for the export: each with its quote, the text around it and its offsets, by which other programs
 * find it again (W3C Web Annotations).
 */
import { body, isConnected, textContent, textWalker, treeOf } from '../../dom/read.ts';
import { type ExportedMention, quoteOf } from '../../shared/mentions/summary.ts';
import type { PageMention } from './mention.ts';

/**
 * With what W3C Web Annotation selectors need. Quote, surroundings and offsets are those of the text content of the body,
 * or of the shadow tree that the mention is in, since that is what other annotators search.
 */
export function exportMentions(mentions: readonly PageMention[]): ExportedMention[] {
  const ends = new Set<Node>(mentions.flatMap(({ first, last }) => [first.node, last.node]));
  const trees = new Set([...ends].filter(isConnected).map(treeOf));
  /** Where a text node's own text begins in the text content of its tree. */
  const places = new Map<Node, { readonly content: string; readonly offset: number }>();
  for (const tree of trees) {
    const root = tree === document ? (body(document) ?? tree) : tree;
    const content = textContent(root) ?? '';
    const walker = textWalker(root);
    let offset = 0;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (ends.has(node)) places.set(node, { content, offset });
      offset += node.length;
    }
  }
  return mentions.flatMap(({ drug, form, first, last }, index) => {
    const [from, to] = [places.get(first.node), places.get(last.node)];
    // Gone from the page since it was found.
    if (!from || !to) return [];
    const place = quoteOf(from.content, from.offset + first.offset, to.offset + last.offset);
    return { index, drug, form, ...place };
  });
}
