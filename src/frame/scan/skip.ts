/** What is never read: markup that is no prose, code, and whatever the reader can edit. */

/**
 * Elements whose text is never read, themselves and everything inside. Editors that draw their own text are named by
 * the class of their root, since what they draw need not be editable itself.
 */
const UNREAD = [
  'script,style,noscript,template,textarea,input,select,option,datalist,iframe,object,head,title',
  'code,kbd,samp,var,tt,math',
  '[contenteditable]:not([contenteditable="false" i]),[role=textbox],[role=searchbox]',
  '.CodeMirror,.cm-editor,.monaco-editor,.ProseMirror,.ace_editor,.ql-editor',
].join(',');

/** Whether text directly inside this element is left unread. */
export function isUnread(element: Element): boolean {
  return (element as HTMLElement).isContentEditable === true || element.closest(UNREAD) !== null;
}
