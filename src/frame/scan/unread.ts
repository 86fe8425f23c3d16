/** What is never read: markup that is no prose, code, and whatever the reader can edit. */

import {
  closest,
  drawnAround,
  drawnIn,
  hasEditContext,
  hostOf,
  isDesigned,
  isEditable,
  matches,
} from '../../dom/read.ts';
import { UNREAD } from '../../shared/elements.ts';

/** Those that draw their own text are named by the class of their root, since what they draw need not be editable itself. */
const EDITORS =
  '[contenteditable]:not([contenteditable="false" i]),[role=textbox],[role=searchbox],' +
  '.CodeMirror,.cm-editor,.monaco-editor,.ProseMirror,.ace_editor,.ql-editor';
/** Elements whose text is never read, themselves and everything inside. */
const SELECTOR = [...UNREAD, EDITORS].join(',');

export const isEditor = (element: Element): boolean => matches(element, EDITORS);

/** Whether text, or text right in an element, is left unread: for what that element or its shadow tree's host is in. */
export function isUnread(node: Node): boolean {
  const element = node instanceof Element ? node : drawnIn(node);
  if (!element) return false;
  // A document that is an editor is one as a whole, with the parts in it that cannot be edited.
  if (isDesigned(document) || isEditable(element) || closest(element, SELECTOR) !== null) return true;
  // No attribute shows such an editor.
  if (drawnAround(element).some(hasEditContext)) return true;
  const host = hostOf(element);
  return host !== null && isUnread(host);
}
