/**
 * Opens the cards of one document, a page or one of the PDF viewer. Brings the card's script and the knowledge when the
 * first is asked for; a card that comes after the pointer has left is not opened. Where a mention stands and what is
 * around it, the document tells.
 */
import type { CardActions, CardOptions, CardPort, CardRequest } from '../../card/port.ts';
import type { CompiledKnowledge } from '../../knowledge/types.ts';
import { knowledgeFor } from '../../platform/knowledge.ts';
import { askBackground } from '../../platform/wire.ts';
import type { SessionSettings } from './life.ts';

/** Where cards come from. */
export interface CardSource {
  /** The card of this frame, where it is there already. */
  port(): CardPort | undefined;
  /** Brings the card. */
  bring(): Promise<unknown>;
}

/** What a reader does from a card and the service worker remembers, for the site of the document in the tab. */
const actions: CardActions = {
  watch: (drug, on) => void askBackground('watch-drug', { drug, on }),
  hide: (drug) => void askBackground('hide-drug', { drug }),
  wrong: (text) => void askBackground('except-text', { text }),
  leaveSite: () => void askBackground('leave-site', undefined),
};
const setProfessional = (on: boolean): void => void askBackground('set-professional', { on });

/** What cards need to know of the document. */
export interface CardSurroundings<Mention> extends Pick<CardRequest, 'shadowRootOf' | 'goTo'> {
  settings(): SessionSettings;
  /** How many mentions there are of each drug. */
  counts(): ReadonlyMap<string, number>;
  /** Where the document shows a mention. */
  placeOf(mention: Mention): Pick<CardRequest, 'rects' | 'passage'> & { node(): Node };
}

export function createCards<Mention extends CardRequest['mention']>(
  { port, bring }: CardSource,
  { settings, counts, placeOf, goTo, shadowRootOf }: CardSurroundings<Mention>,
) {
  /** Counts what cards are asked for. */
  let asked = 0;
  /** On its way: a second one would take the place of the card that the first may have opened meanwhile. */
  let bringing: Promise<unknown> | undefined;

  async function gather(): Promise<[CardPort, CompiledKnowledge] | undefined> {
    if (!port()) {
      bringing ??= bring().finally(() => {
        bringing = undefined;
      });
    }
    // Of the watched ones the card speaks, too, whether or not the document names them.
    const drugs = [...counts().keys(), ...settings().watched];
    const [knowledge] = await Promise.all([knowledgeFor(drugs), bringing]);
    const card = port();
    return card && knowledge && [card, knowledge];
  }

  const options = (): CardOptions => ({ ...settings().card, closeDelay: settings().opening.closeDelay });

  function requestFor(mention: Mention, knowledge: CompiledKnowledge, opener: CardRequest['opener']): CardRequest {
    const { drug, form, text } = mention;
    const { rects, node, passage } = placeOf(mention);
    return {
      ...{ knowledge, rects, passage, actions, goTo, opener, setProfessional, shadowRootOf },
      mention: { drug, form, text },
      onPage: [...counts()].map(([id, count]) => ({ drug: id, count })),
      watched: settings().watched,
      options: options(),
      get node() {
        return node();
      },
    };
  }

  return {
    /** Makes a card that may be asked for in a moment. */
    async prepare(mention: Mention): Promise<void> {
      const order = asked;
      const fetched = await gather();
      if (fetched && order === asked) fetched[0].prepare(requestFor(mention, fetched[1], 'pointer'));
    },
    /** @returns whether it opened: not where another overtook it, or the pointer left meanwhile */
    async open(mention: Mention, opener: CardRequest['opener']): Promise<boolean> {
      const order = ++asked;
      const fetched = await gather();
      if (!fetched || order !== asked) return false;
      fetched[0].open(requestFor(mention, fetched[1], opener));
      return true;
    },
    leave(): void {
      asked += 1;
      port()?.leave();
    },
    isOpen: (): boolean => port()?.isOpen() ?? false,
    /** The settings changed. */
    change: (): void => port()?.change(options()),
    destroy: (): void => port()?.destroy(),
  };
}
