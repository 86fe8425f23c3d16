/**
 * Puts the reader's language into a page's own HTML: the text of elements with `data-t`, and attributes named as in
 * `data-t-attributes="aria-label:key title:key"`.
 *
 * @param t gives the string of a key.
 */
export function localise(t: (key: string) => string): void {
  document.documentElement.lang = t('language');
  for (const element of document.querySelectorAll<HTMLElement>('[data-t]')) element.textContent = t(element.dataset.t!);
  for (const element of document.querySelectorAll<HTMLElement>('[data-t-attributes]')) {
    for (const pair of element.dataset.tAttributes!.split(' ')) {
      const [name, key] = pair.split(':');
      element.setAttribute(name!, t(key!));
    }
  }
}
