/** Words of English in an interface of another language: what nobody has translated, wherever it stands. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';

const LOCALES = resolve(import.meta.dirname, '../../../src/static/_locales');
const words = (text: string): string[] => text.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? [];

const interfaceWords = (language: string): string[] =>
  words(
    Object.values(JSON.parse(readFileSync(join(LOCALES, language, 'messages.json'), 'utf8')) as object)
      .map(({ message }: { message: string }) => message)
      .join(' '),
  );

const english: ReadonlySet<string> = new Set([
  ...(createRequire(import.meta.url)('an-array-of-english-words') as string[]).filter((word) => word.length > 2),
  ...interfaceWords('en'),
]);

/** Keys are called so on every keyboard. */
const KEYS = ['alt', 'ctrl', 'shift'];

/** Months, and names of languages, as the browser writes them. */
function calendarAndLanguages(language: string): string[] {
  const month = new Intl.DateTimeFormat(language, { month: 'long' });
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const months = Array.from({ length: 12 }, (_, index) => month.format(new Date(2026, index, 15)));
  const codes = readdirSync(LOCALES).concat('it', 'ja', 'ko', 'nl', 'pl', 'pt', 'ru', 'sv', 'tr', 'zh');
  return [...months, ...codes.map((code) => names.of(code) ?? '')].flatMap(words);
}

/**
 * Texts in a page that hold an English word and are not said to be English (`lang="en"`), with the words; attributes that
 * are read out included. A word that the other language has as well counts for none.
 *
 * @param language of the interface.
 * @param known words of this language that stand in no string of the interface, such as names of medicines.
 */
export async function englishIn(page: Page, language: string, known: readonly string[] = []): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement!;
      if (element.closest('script, style, [lang="en"], kbd')) continue;
      if (!(node instanceof Element)) {
        // The legend parts its words, since some browsers fill the first letters.
        if (!element.closest('.sample')) found.push(node.textContent!);
        continue;
      }
      if (node.matches('.sample')) found.push(node.textContent!);
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        // The title of a source is that of a document: its name.
        if (name !== 'title' || !node.matches('.source')) found.push(node.getAttribute(name) ?? '');
      }
    }
    return found.filter((text) => /\p{L}/u.test(text));
  });
  const own = new Set([
    ...interfaceWords(language),
    ...calendarAndLanguages(language),
    ...KEYS,
    ...known.flatMap(words),
  ]);
  return texts.flatMap((text) => {
    const strange = words(text).filter((word) => english.has(word) && !own.has(word));
    return strange.length > 0 ? [`${strange.join(' ')}: ${text.trim()}`] : [];
  });
}
