/** PDF.js's viewer, set up for reading: text as text, forms as they are drawn, no scripts, no editing. */
import { language, t } from '../../platform/i18n.ts';
import { byId } from '../../ui/dom.ts';
import {
  AnnotationEditorType,
  AnnotationMode,
  DownloadManager,
  EventBus,
  LinkTarget,
  type PDFDocumentProxy,
  PDFFindController,
  PDFHistory,
  PDFLinkService,
  PDFViewer,
} from './pdfjs.ts';

/** The parts of PDF.js that the other files of the viewer speak to. */
export type Viewer = ReturnType<typeof createViewer>;

/** Zoom of a document that says nothing of it: the whole width of wide pages, small ones not blown up. */
export const USUAL_ZOOM = 'auto';

export function createViewer() {
  const bus = new EventBus();
  const links = new PDFLinkService({
    eventBus: bus,
    externalLinkTarget: LinkTarget.BLANK,
    externalLinkRel: 'noopener noreferrer',
  });
  const find = new PDFFindController({ eventBus: bus, linkService: links });
  const pages = new PDFViewer({
    container: byId<HTMLDivElement>('pages'),
    viewer: byId<HTMLDivElement>('viewer'),
    eventBus: bus,
    linkService: links,
    findController: find,
    downloadManager: new DownloadManager(),
    l10n: ownWords as never,
    annotationMode: AnnotationMode.ENABLE,
    annotationEditorMode: AnnotationEditorType.DISABLE,
    imageResourcesPath: '/pdfjs/images/',
  });
  // What scrolls can be reached by the keyboard.
  pages.container.tabIndex = 0;
  links.setViewer(pages);
  const history = new PDFHistory({ eventBus: bus, linkService: links });
  links.setHistory(history);

  let begin = '';
  bus.on('pagesinit', () => {
    zoomTo(USUAL_ZOOM);
    for (const [index, page] of [...pages.viewer!.querySelectorAll('.page')].entries()) {
      page.setAttribute('aria-label', t('pdfPage', index + 1));
    }
    if (begin) links.setHash(begin);
  });

  /** To a percentage as a share of 1, or by a name of PDF.js. */
  function zoomTo(value: string): void {
    pages.currentScaleValue = value;
  }

  return {
    /** Carries every event of PDF.js, by its own names. */
    bus,
    pages,
    links,
    zoomTo,
    goTo(page: number): void {
      pages.currentPageNumber = page;
    },
    /** Turns all pages by degrees. */
    turn(by: 90 | -90): void {
      pages.pagesRotation = (pages.pagesRotation + by + 360) % 360;
    },
    /** Shows a document, or none. */
    show(document: PDFDocumentProxy | null, place: string): void {
      begin = place.slice(1);
      pages.setDocument(document as never);
      links.setDocument(document);
      find.setDocument(document as never);
      if (document) history.initialize({ fingerprint: document.fingerprints[0]!, updateUrl: false });
    },
  };
}

/** PDF.js asks for words of its interface, which brings words of its own in: what it draws has none of its buttons. */
const ownWords = {
  getLanguage: language,
  getDirection: () => 'ltr',
  get: async () => '',
  translate: async () => undefined,
  translateOnce: async () => undefined,
  pause: () => undefined,
  resume: () => undefined,
  destroy: async () => undefined,
};
