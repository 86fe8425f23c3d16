/** What is never read: markup that is no prose, code, and whatever the reader can edit. */

import { closest, isEditable } from '../../dom/read.ts';
import { UNREAD } from '../../shared/elements.ts';

/**
 * Elements whose text is never read, themselves and everything inside. Editors that draw their own text are named by
 * the class of their root, since what they draw need not be editable itself.
 */
const SELECTOR = [
  ...UNREAD,
  '[contenteditable]:not([contenteditable="false" i]),[role=textbox],[role=searchbox]',
  '.CodeMirror,.cm-editor,.monaco-editor,.ProseMirror,.ace_editor,.ql-editor',
].join(',');

/** Whether text directly inside this element is left unread. */
export function isUnread(element: Element): boolean {
  return isEditable(element) || closest(element, SELECTOR) !== null;
}
