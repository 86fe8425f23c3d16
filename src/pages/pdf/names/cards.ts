/** Cards of names in a document: the card of pages of the web, brought when the first is asked for. */
import { CARD_PORT, type CardOptions, type CardPort, type CardRequest } from '../../../card/port.ts';
import { createCards as createFrameCards } from '../../../frame/session/cards.ts';
import { passageAround } from '../../../frame/session/passage.ts';
import type { CompiledKnowledge } from '../../../knowledge/types.ts';
import { knowledgeFor } from '../../../platform/knowledge.ts';
import { native } from '../../../platform/native.ts';
import { shadowRootOf } from '../../../platform/shadow.ts';
import { askBackground } from '../../../platform/wire.ts';
import type { PageSettings } from '../../../settings/page-settings.ts';
import type { DocumentMention } from './document-names.ts';

/** What cards need to know of the document. */
export interface CardSurroundings {
  settings(): PageSettings;
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

const bring = (): Promise<unknown> => Promise.all(SCRIPTS.map(load));

function load(file: string): Promise<unknown> {
  return new Promise((done) => {
    const script = document.createElement('script');
    script.src = native.runtime.getURL(file);
    script.addEventListener('load', done);
    document.head.append(script);
  });
}

export function createCards(surroundings: CardSurroundings): Cards {
  const cards = createFrameCards({ port, bring, knowledgeFor });

  const options = (): CardOptions => {
    const { card, opening } = surroundings.settings();
    return { ...card, closeDelay: opening.closeDelay };
  };

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
      watched: surroundings.settings().watched,
      actions: {
        watch: (id, on) => void askBackground('watch-drug', { drug: id, on }),
        hide: (id) => void askBackground('hide-drug', { drug: id }),
      },
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

  const drugs = (): string[] => [...surroundings.counts().keys()];
  return {
    prepare: (mention) => cards.prepare(drugs(), (knowledge) => requestFor(mention, knowledge, 'pointer')),
    open: (mention, opener) => cards.open(drugs(), (knowledge) => requestFor(mention, knowledge, opener)),
    leave: cards.leave,
    isOpen: cards.isOpen,
    change: () => cards.change(options()),
    destroy: cards.destroy,
  };
}
