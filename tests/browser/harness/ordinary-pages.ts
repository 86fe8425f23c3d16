/** Pages that nobody here wrote, to see that we leave them alone; or a few of our own where there are none. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { byDay } from '../../sampling.ts';

export interface OrdinaryPage {
  readonly name: string;
  readonly html: string;
}

const CORPUS = resolve(import.meta.dirname, '../../../../shared/corpus');
const OWN = resolve(import.meta.dirname, '../fixtures');

/** What a test puts into a page to be found. */
export const SENTENCE = 'People who take memantine should ask before adding amantadine or dextromethorphan.';

/** All pages, by day one in three, inert: nothing is fetched and no script of theirs runs, so that whatever happens in them is ours. */
export function ordinaryPages(): OrdinaryPage[] {
  const folders = ['pages', 'pages-mixed'].map((name) => join(CORPUS, name)).filter((folder) => existsSync(folder));
  if (folders.length === 0) {
    console.log(`No corpus of real pages in ${CORPUS}: using the project's own pages.`);
    folders.push(OWN);
  }
  const pages = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.html'))
      .map((file) => ({ name: file, html: inert(readFileSync(join(folder, file), 'utf8')) })),
  );
  if (pages.length === 0) throw new Error(`No pages in ${folders.join(', ')}.`);
  return [...byDay(pages, 3)];
}

/** The page without anything that runs or is fetched. */
export function inert(html: string): string {
  return html
    .replace(/<script\b/gi, '<script type="text/plain" ')
    .replace(/\s(src|srcset|poster|data|background|autofocus|on\w+)\s*=/gi, ' data-was-$1=')
    .replace(/<(link|base|meta|object|embed)\b/gi, '<x-$1 ')
    .replace(/url\(/gi, 'was-url(')
    .replace(/@import/gi, '@was-import');
}

/** The page with a paragraph at its end that names our drugs; seen also where a page hides all until its script runs. */
export function withSentence(html: string): string {
  const paragraph = `<p style="visibility:visible">${SENTENCE}</p>`;
  const end = html.toLowerCase().lastIndexOf('</body>');
  return end < 0 ? html + paragraph : html.slice(0, end) + paragraph + html.slice(end);
}

/** The page with a script of its own first, which runs before anything else. */
export function withScript(html: string, script: string): string {
  const tag = `<meta charset="utf-8"><script>${script}</script>`;
  return /<head\b[^>]*>/i.test(html) ? html.replace(/<head\b[^>]*>/i, (head) => head + tag) : tag + html;
}
