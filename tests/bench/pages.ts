/** The pages of the bench, and the server that gives them a fine clock. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { inert, type OrdinaryPage, ordinaryPages, SENTENCE } from '../browser/harness/ordinary-pages.ts';

export type NamedPage = OrdinaryPage;

/** The corpus, or a folder given. */
export function benchPages(folder: string | undefined, note: (text: string) => void): readonly NamedPage[] {
  if (!folder) return ordinaryPages();
  if (!existsSync(folder)) throw new Error(`No folder ${folder}: give one with .html files after --pages.`);
  const files = readdirSync(folder).filter((name) => /\.html?$/.test(name));
  if (files.length === 0) throw new Error(`No .html files in ${folder}.`);
  note(`${files.length} pages of ${folder}`);
  return files.map((name) => ({ name, html: inert(readFileSync(join(folder, name), 'utf8')) }));
}

/** Every fifth paragraph begins with a sentence that names three of our drugs. */
function named(html: string): string {
  let count = 0;
  return html.replace(/<p\b[^>]*>/gi, (tag) => (count++ % 5 === 0 ? `${tag}${SENTENCE} ` : tag));
}

const FILLER = 'The line was opened in spring, and nobody expected so many passengers on it. ';

/** About 10 MB of HTML with 300,000 text nodes and 50,000 mentions. */
export function largePage(): string {
  const rows: string[] = [];
  for (let k = 0; k < 50_000; k++) {
    rows.push(
      `<div><b>Row ${k}</b> <i>${FILLER.slice(0, 30 + (k % 40))}</i><p>${FILLER}about <a>memantine</a> here.</p></div>`,
    );
  }
  return `<!doctype html><meta charset="utf-8"><body>${rows.join('\n')}`;
}

function manyMentions(): string {
  const rows = Array.from({ length: 5_000 }, (_, k) => `<p>${FILLER}Row ${k} is about memantine.</p>`);
  return `<!doctype html><meta charset="utf-8"><body>${rows.join('\n')}`;
}

export interface Site {
  readonly origin: string;
  readonly close: () => void;
}

/** Serves with cross-origin isolation, under which the browser's clock is exact to 5 microseconds instead of 100. */
export async function serveIsolated(pages: readonly NamedPage[]): Promise<Site> {
  const server = createServer((request, response) => {
    const [, kind = '', index = '0'] = new URL(request.url ?? '/', 'http://x').pathname.split('/');
    const html = pages[Number(index)]?.html ?? '';
    const bodies: Readonly<Record<string, () => string>> = {
      plain: () => html,
      named: () => named(html),
      large: largePage,
      many: manyMentions,
      card: () => `<!doctype html><meta charset="utf-8"><body><p>${FILLER}</p><p>${SENTENCE}</p>`,
    };
    const body = bodies[kind]?.() ?? '';
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      })
      .end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
