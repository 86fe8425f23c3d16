/**
 * How the viewer comes by a document: with the reader's own access, from the site alone, piece by piece where the site
 * gives pieces; and what it says where it gets none.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { foundTexts, openOptions, untilSays } from './harness/own-pages.ts';
import { lockedPdf, pdfOf, print } from './harness/pdf.ts';
import { bookOf } from './harness/pdf-book.ts';
import { until } from './harness/probe.ts';

const LONG = 30;
const TYPE = { 'content-type': 'application/pdf' };

describe.each(BROWSERS)('access to PDF documents in %s', (name) => {
  let lens: Lens;
  let server: Server;
  let origin: string;
  let page: Page;
  let options: Page;
  let long: Buffer;
  /** What the site was asked for. */
  let asked: string[];

  /** Gives the pieces that are asked for by range; of the whole, which is on its way beside them, no more than a beginning comes. */
  function inPieces({ headers }: IncomingMessage, response: ServerResponse): void {
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(headers.range ?? '') ?? [];
    if (from === undefined) {
      response.writeHead(200, { ...TYPE, 'accept-ranges': 'bytes', 'content-length': long.length });
      response.write(long.subarray(0, 1_000));
      return;
    }
    const piece = long.subarray(Number(from), Number(to) + 1);
    response.writeHead(206, { ...TYPE, 'content-range': `bytes ${from}-${to}/${long.length}` }).end(piece);
  }

  beforeAll(async () => {
    long = (await print([bookOf(LONG)]))[0]!.pdf;
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const answer = (status: number, body: string | Buffer, headers = {}): void =>
        void response.writeHead(status, { ...TYPE, ...headers }).end(body);
      const signedIn = request.headers.cookie?.includes('session=mine');
      if (request.url === '/long.pdf') inPieces(request, response);
      else if (request.url === '/private.pdf') answer(signedIn ? 200 : 403, signedIn ? pdfOf('For you alone') : '');
      else if (request.url === '/locked.pdf') answer(200, lockedPdf('Behind the password', 'secret'));
      // The page has its own icon, so that the browser's late request for one is not taken for ours.
      else
        answer(200, '<!doctype html><link rel="icon" href="data:,"><title>Signed in</title>', {
          'content-type': 'text/html',
          'set-cookie': 'session=mine; HttpOnly; SameSite=Strict',
        });
    });
    asked = [];
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    lens = await launch(name);
    options = await openOptions(lens);
    page = await lens.newPage();
  });

  beforeEach(() => {
    asked = [];
  });

  afterAll(async () => {
    await lens?.close();
    server?.closeAllConnections();
    server?.close();
  });

  const open = (address: string) => lens.open(page, lens.extensionUrl(viewerPath(address)));
  const shows = (selector: string, wanted: string) => untilSays(page, selector, wanted);
  const says = (which: string) => page.waitForSelector(`[data-says="${which}"]`, { timeout: 20_000 });

  it('a document that the site does not hand over is not shown, and it says what may help', async () => {
    await open(`${origin}/private.pdf`);
    await says('NoEntry');
    await shows('#says', 'sign in there');
  });

  it('whoever is signed in reads what is theirs, and the site is asked for nothing else', async () => {
    await lens.open(page, `${origin}/sign-in`);
    asked = [];
    await open(`${origin}/private.pdf`);
    await shows('.textLayer', 'For you alone');
    expect(new Set(asked)).toEqual(new Set(['GET /private.pdf']));
  });

  it('a long document is read in pieces, before the whole of it has come', async () => {
    const address = `${origin}/long.pdf`;
    await open(address);
    await shows('.textLayer', 'NMDA receptor antagonist');
    await until(
      () => foundTexts(options, lens.extensionUrl(viewerPath(address))).catch(() => []),
      (texts) => texts.length > LONG,
      60_000,
    );
  });

  it('whoever gives no password is told that it takes one', async () => {
    await open(`${origin}/locked.pdf`);
    await page.waitForSelector('#password');
    await page.keyboard.press('Escape');
    await says('Locked');
    expect(await page.$('.textLayer')).toBeNull();
  });

  it('a site that does not answer is said to be out of reach', async () => {
    await open('http://127.0.0.1:9/leaflet.pdf');
    await says('Unreachable');
  });
});
