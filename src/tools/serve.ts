/** A static file server on the loopback address, for the demo page and the tests. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
};

export interface Served {
  /** Without a slash at the end; `localhost` reaches the same server as another origin. */
  readonly origin: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Whether a page given as bytes is a PDF document. */
const isPdf = (page: string | Uint8Array | undefined): boolean =>
  page !== undefined && Buffer.from(page.slice(0, 5)).toString() === '%PDF-';

/**
 * Serves a folder, and pages given as text or bytes under their path (`{ '/a.html': '<p>…' }`), on a free port.
 * Paths outside the folder and unknown ones get 404.
 */
export async function serve(
  folder: string,
  pages: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Served> {
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const page = pages[path];
    const type = TYPES[extname(path)] ?? (isPdf(page) ? 'application/pdf' : 'text/html; charset=utf-8');
    // Browsers ask for it; an error in the console would look like the page's or ours.
    if (path === '/favicon.ico' && page === undefined) {
      response.writeHead(204).end();
      return;
    }
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': type }).end(page);
      return;
    }
    const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
