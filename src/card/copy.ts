/** Puts text on the clipboard, at the reader's click. */

/** @returns false where the page or the browser does not let us: then the reader copies by hand. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No secure context, or the page's permissions policy forbids it.
    return false;
  }
}
