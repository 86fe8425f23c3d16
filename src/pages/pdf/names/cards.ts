/** Cards of names in a document: the card of pages of the web, brought when the first is asked for. */
import { CARD_PORT, type CardOptions, type CardPort, type CardRequest } from '../../../card/port.ts';
import { passageAround } from '../../../frame/session/passage.ts';
import type { CompiledKnowledge } from '../../../knowledge/types.ts';
import { knowledgeFor } from '../../../platform/knowledge.ts';
import { native } from '../../../platform/native.ts';
import { shadowRootOf } from '../../../platform/shadow.ts';
import { askBackground } from '../../../platform/wire.ts';
import type { Projection } from '../../../settings/projection.ts';
import type { DocumentMention } from './document-names.ts';

/** What cards need to know of the document. */
export interface CardSurroundings {
  settings(): Projection;
  counts(): ReadonlyMap<string, number>;
  rects(mention: DocumentMention): readonly DOMRect[];
  nodeOf(mention: DocumentMention): Node;
  goTo(drug: string): void;
}

export interface Cards {
  prepare(mention: DocumentMention): Promise<void>;
  open(mention: DocumentMention, opener: CardRequest['opener']): Promise<boolean>;
  leave(): void;
  isOpen(): boolean;
  /** The settings changed. */
  change(): void;
  destroy(): void;
}

/** The scripts that are injected into pages of the web. */
const SCRIPTS = ['src/card/vocabulary.iife.js', 'src/card/main.iife.js'];

const port = (): CardPort | undefined => (globalThis as unknown as Record<string, CardPort | undefined>)[CARD_PORT];

let bringing: Promise<unknown> | undefined;

function bring(): Promise<unknown> {
  bringing ??= Promise.all(SCRIPTS.map(load));
  return bringing;
}

function load(file: string): Promise<unknown> {
  return new Promise((done) => {
    const script = document.createElement('script');
    script.src = native.runtime.getURL(file);
    script.addEventListener('load', done);
    document.head.append(script);
  });
}

export function createCards(surroundings: CardSurroundings): Cards {
  /** Counts what cards are asked for: one that another overtook, or that the pointer left, does not open late. */
  let asked = 0;

  const options = (): CardOptions => {
    const { card, opening } = surroundings.settings();
    return { ...card, closeDelay: opening.closeDelay };
  };

  async function fetchCard(): Promise<readonly [CardPort, CompiledKnowledge] | undefined> {
    const [knowledge] = await Promise.all([knowledgeFor([...surroundings.counts().keys()]), port() ?? bring()]);
    const card = port();
    return card && knowledge && [card, knowledge];
  }

  function requestFor(
    mention: DocumentMention,
    knowledge: CompiledKnowledge,
    opener: CardRequest['opener'],
  ): CardRequest {
    const { drug, form, text, block, start, end, heading } = mention;
    const node = surroundings.nodeOf(mention);
    return {
      knowledge,
      mention: { drug, form, text },
      rects: () => surroundings.rects(mention),
      passage: { ...passageAround({ run: block, start, end, first: { node } }), heading },
      onPage: [...surroundings.counts()].map(([id, count]) => ({ drug: id, count })),
      goTo: surroundings.goTo,
      options: options(),
      opener,
      setProfessional: (on) => void askBackground('set-professional', { on }),
      get node() {
        return surroundings.nodeOf(mention);
      },
      shadowRootOf,
    };
  }

  return {
    async prepare(mention) {
      const order = asked;
      const fetched = await fetchCard();
      if (fetched && order === asked) fetched[0].prepare(requestFor(mention, fetched[1], 'pointer'));
    },
    async open(mention, opener) {
      asked += 1;
      const order = asked;
      const fetched = await fetchCard();
      if (!fetched || order !== asked) return false;
      fetched[0].open(requestFor(mention, fetched[1], opener));
      return true;
    },
    leave() {
      asked += 1;
      port()?.leave();
    },
    isOpen: () => port()?.isOpen() ?? false,
    change: () => port()?.change(options()),
    destroy: () => port()?.destroy(),
  };
}
