/** Which runs of a page belong together by the document's own structure (tagged PDF). Pure. */
import type { Run } from './lines.ts';

/** An element of the structure, as PDF.js's `getStructTree` gives it. */
export interface Structure {
  readonly role?: string;
  readonly children?: readonly (Structure | { readonly type: string; readonly id: string })[];
}

/** What PDF.js's `getTextContent` gives with marked content: strings, and where an element begins and ends. */
export type Item = Run | { readonly type: string; readonly id?: string | null };

/** Elements within a line; all others are blocks. */
const INLINE =
  /^(?:Span|Quote|Note|Reference|BibEntry|Code|Link|Annot|Ruby|RB|RT|RP|Warichu|WT|WP|Em|Strong|Sub|NonStruct)$/;

/**
 * The strings of a page that are not empty, each with the block that it belongs to where the structure tells.
 *
 * @param structure of the page; null where the document has none
 */
export function runsOf(items: readonly Item[], structure: Structure | null): Run[] {
  const groups = new Map<string, string>();
  if (structure) note(structure, '0', groups);
  const open: (string | undefined)[] = [];
  const runs: Run[] = [];
  for (const item of items) {
    if ('str' in item) {
      // Nothing is drawn of an empty one.
      if (item.str === '') continue;
      const group = open.findLast((id) => id !== undefined);
      runs.push(group === undefined ? item : { ...item, group });
    } else if (item.type.startsWith('begin')) open.push(item.id ? groups.get(item.id) : undefined);
    else open.pop();
  }
  return runs;
}

/** Notes for all content below an element the block that it is in. */
function note(element: Structure, block: string, groups: Map<string, string>): void {
  for (const [index, child] of (element.children ?? []).entries()) {
    if ('id' in child) groups.set(child.id, block);
    else if ('children' in child) note(child, INLINE.test(child.role ?? '') ? block : `${block}.${index}`, groups);
  }
}
