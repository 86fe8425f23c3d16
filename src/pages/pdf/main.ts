/**
 * The PDF viewer: a page of ours that shows one document, named in its own address or opened by the reader. It wires
 * the parts; drawing is PDF.js's.
 */
import 'pdfjs-dist/legacy/web/pdf_viewer.css';
import { t } from '../../platform/i18n.ts';
import { askBackground } from '../../platform/wire.ts';
import { readPageSettings, watchPageSettings } from '../../settings/page-settings.ts';
import { cutPlace, OPENED, shownDocument } from '../../shared/pdf/address.ts';
import { button, byId } from '../../ui/dom.ts';
import { drawn } from '../../ui/drawn.ts';
import { localise } from '../../ui/localise.ts';
import { showAbout } from './about.ts';
import { type DocumentSource, fetchDocument, type Loading } from './fetch-document.ts';
import { saveDocument, watchFiles } from './files.ts';
import { createFindBar } from './find-bar.ts';
import { watchKeys } from './keyboard.ts';
import { MARKS } from './moments.ts';
import type { createLens } from './names/lens.ts';
import { askPassword } from './password.ts';
import { PasswordResponses, type PDFDocumentProxy } from './pdfjs.ts';
import { printDocument } from './print.ts';
import { filesTrouble, sayAbove, sayNothing, sayTrouble, troubleOf } from './says.ts';
import { createSide } from './side.ts';
import { createToolbar, type Tasks } from './toolbar.ts';
import { createViewer } from './viewer.ts';

localise(t);
const viewer = createViewer();
const side = createSide(viewer);
const find = createFindBar(viewer);
const files = watchFiles((file) => void openFile(file));
const tasks: Tasks = {
  side: side.toggle,
  find: find.toggle,
  open: files.choose,
  print: () => shown && void printDocument(shown, showProgress),
  save: () => shown && void saveDocument(shown, name),
};
createToolbar(viewer, tasks);
watchKeys(viewer, find, tasks);

let loading: Loading | undefined;
/** Loaded behind the first page: it is not to hold that up. */
let lens: ReturnType<typeof createLens> | undefined;
let shown: PDFDocumentProxy | undefined;
/** Name of the document as a file. */
let name = '';

const follow = ({ card }: { card: { theme: string } }): void => {
  document.documentElement.dataset.theme = card.theme;
};

async function openAddress(address: string | undefined): Promise<void> {
  if (!address) return sayTrouble('Welcome', chooseButton());
  const [url, place] = cutPlace(address);
  name = nameOf(url);
  showAbout(name, url, () => void showOriginal(url));
  const trouble = url.startsWith('file:') ? await filesTrouble() : undefined;
  if (trouble) return sayTrouble(trouble, chooseButton());
  await open({ url }, url, place);
}

async function showOriginal(url: string): Promise<void> {
  if ((await askBackground('show-original', { url })) === false) sayAbove('pdfSaysRefused');
}

async function openFile(file: File): Promise<void> {
  name = file.name;
  // The address in the tab would name another document.
  history.replaceState(null, '', location.pathname + OPENED);
  showAbout(name, name);
  await open({ data: new Uint8Array(await file.arrayBuffer()) }, `file:///${file.name}`, '');
}

/**
 * Shows a document in place of the one before.
 *
 * @param address decides by the site rules whether names are marked
 */
async function open(source: DocumentSource, address: string, place: string): Promise<void> {
  lens?.forget();
  viewer.show(null, '');
  find.close();
  await loading?.destroy();
  shown = undefined;
  sayNothing();
  showProgress(0);
  const mine = fetchDocument(source);
  loading = mine;
  mine.onProgress = ({ loaded, total }: { loaded: number; total: number }) => showProgress(total ? loaded / total : 0);
  mine.onPassword = async (give: (password: string) => void, why: number) => {
    const password = await askPassword(why === PasswordResponses.INCORRECT_PASSWORD);
    if (password !== undefined) return give(password);
    sayTrouble('Locked', chooseButton());
    await mine.destroy();
  };
  try {
    const document = await mine.promise;
    shown = document;
    const firstPage = new Promise((done) => viewer.bus.on('pagerendered', done, { once: true }));
    viewer.show(document, place);
    side.show(document);
    showProgress(1);
    // All else waits for the first page: PDF.js answers one question after the other, and what a page has drawn is on
    // the screen only when its script rests.
    await firstPage;
    await drawn();
    performance.mark(MARKS.firstPage);
    const [module] = await Promise.all([import('./names/lens.ts'), showTitle(document)]);
    lens ??= module.createLens(viewer);
    if (shown === document) await lens.read(document, address);
  } catch (error) {
    if (loading === mine && !mine.destroyed) sayTrouble(troubleOf(error), chooseButton());
  } finally {
    if (loading === mine) showProgress(1);
  }
}

/** The title that the document gives itself, if it is one. */
async function showTitle(document: PDFDocumentProxy): Promise<void> {
  const { info, metadata } = await document.getMetadata();
  const title = metadata?.get('dc:title') ?? (info as { Title?: string }).Title;
  if (typeof title !== 'string' || title.trim() === '' || /^untitled$/i.test(title)) return;
  byId('title').textContent = title;
  window.document.title = title;
}

/** Last part of an address, as a file is named. */
function nameOf(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'document.pdf';
  } catch {
    return last;
  }
}

const chooseButton = (): HTMLElement => button(t('pdfOpen'), files.choose, { class: 'button primary' });

function showProgress(share: number): void {
  const bar = byId('progress');
  bar.hidden = share >= 1;
  bar.setAttribute('aria-valuenow', String(Math.round(share * 100)));
  (bar.firstElementChild as HTMLElement).style.inlineSize = `${share * 100}%`;
}

watchPageSettings(follow);
void readPageSettings().then(follow);
void openAddress(shownDocument(location.href));
