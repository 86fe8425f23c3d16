/** The pages that `bench:load` loads, and the server that gives each of them a site of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Recogniser } from '../../src/shared/recognise/recogniser.ts';
import { htmlBlocks } from '../../src/tools/html-text.ts';
import { recogniserOfKnowledge } from '../../src/tools/recogniser.ts';
import { SENTENCE } from '../browser/harness/ordinary-pages.ts';
import { benchPages, type NamedPage, type Site } from './pages.ts';

/** What a page stands for. */
export type Group =
  | 'without a name'
  | 'with names, none marked'
  | 'marked'
  | 'made: ordinary'
  | 'made: recipe'
  | 'made: 20 mentions'
  | 'made: empty frames, each'
  | 'made: bare';

export interface LoadPage extends NamedPage {
  readonly group: Group;
}

/** Empty frames of the page that has them. */
export const FRAMES = 300;

const FILLER =
  'The line was opened in spring, and nobody had expected so many passengers on it. Trains leave every hour, on Sundays every two; bicycles go free of charge except in July. ';

const pageOf = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body>${body}`;

function paragraphs(count: number, text: (index: number) => string): string {
  return Array.from(
    { length: count },
    (_, k) => `<h2>Part ${k}</h2><p>${text(k)}${FILLER.repeat(2)}<a href="#${k}">More of this</a></p>`,
  ).join('\n');
}

/** One page of each kind, always the same. */
const MADE: Readonly<Partial<Record<Group, string>>> = {
  'made: ordinary': pageOf(
    'Ordinary',
    paragraphs(60, () => ''),
  ),
  'made: recipe': pageOf(
    'Recipe',
    paragraphs(60, (k) => (k % 12 === 0 ? 'Stir in the baking soda, and let the alcohol of the wine boil off. ' : '')),
  ),
  'made: 20 mentions': pageOf(
    'Mentions',
    paragraphs(60, (k) => (k % 9 === 0 ? SENTENCE : '')),
  ),
  'made: empty frames, each': pageOf('Frames', '<iframe></iframe>'.repeat(FRAMES)),
  'made: bare': pageOf('Bare', '<p>Nothing.'),
};

/** By what the recogniser finds in its text, however the extension goes about it. */
function groupOf(html: string, recogniser: Recogniser): Group {
  const blocks = htmlBlocks(html);
  const state = recogniser.createPageState();
  const analyses = blocks.map((block) => recogniser.analyse(block, state));
  for (const analysis of analyses) recogniser.learn(state, analysis);
  if (analyses.some((analysis) => recogniser.settle(analysis, state).length > 0)) return 'marked';
  return analyses.some(({ spans }) => spans.length > 0) ? 'with names, none marked' : 'without a name';
}

/**
 * The corpus, or a folder given, and the made pages.
 *
 * @param only a part of the names of those that are wanted
 */
export function loadPages(folder: string | undefined, only = ''): readonly LoadPage[] {
  const { recogniser } = recogniserOfKnowledge();
  const isWanted = ({ name }: { readonly name: string }): boolean => name.includes(only);
  const pages = [
    ...benchPages(folder, console.error)
      .filter(isWanted)
      .map((page): LoadPage => ({ ...page, group: groupOf(page.html, recogniser) })),
    ...Object.entries(MADE)
      .map(([group, html]): LoadPage => ({ name: group, group: group as Group, html }))
      .filter(isWanted),
  ];
  if (pages.length === 0) throw new Error(`No page has "${only}" in its name.`);
  return pages;
}

/** Every site of `*.test` is this server: `http://r3-12.test:PORT/` is page 12, in round 3 another site than in round 2. */
export async function serveSites(pages: readonly NamedPage[]): Promise<Site & { readonly port: number }> {
  const server = createServer(({ headers, url }, response) => {
    const index = Number(/^\w+-(\d+)\.test/.exec(headers.host ?? '')?.[1]);
    const html = url === '/' ? (pages[index]?.html ?? '') : '';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://localhost:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
