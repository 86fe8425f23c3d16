/** Cards of one frame: fetched when the first is asked for, and never opened late. */
import type { CardOptions, CardPort, CardRequest } from '../../card/port.ts';
import type { CompiledKnowledge } from '../../knowledge/types.ts';

/** Where cards come from. */
export interface CardSource {
  /** The card of this frame, where it is there already. */
  port(): CardPort | undefined;
  /** Brings the card. */
  bring(): Promise<unknown>;
  /** What is known of these drugs; undefined where nobody answers. */
  knowledgeFor(drugs: readonly string[]): Promise<CompiledKnowledge | undefined>;
}

export interface Cards {
  /** Makes a card that may be asked for in a moment. */
  prepare(drugs: readonly string[], make: MakeRequest): Promise<void>;
  /** @returns whether it opened: not where another overtook it, or the pointer left meanwhile */
  open(drugs: readonly string[], make: MakeRequest): Promise<boolean>;
  leave(): void;
  isOpen(): boolean;
  change(options: CardOptions): void;
  destroy(): void;
}

type MakeRequest = (knowledge: CompiledKnowledge) => CardRequest;

export function createCards({ port, bring, knowledgeFor }: CardSource): Cards {
  /** Counts what cards are asked for. */
  let asked = 0;
  /** On its way: a second one would take the place of the card that the first may have opened meanwhile. */
  let bringing: Promise<unknown> | undefined;

  async function gather(drugs: readonly string[]): Promise<[CardPort, CompiledKnowledge] | undefined> {
    if (!port()) {
      bringing ??= bring().finally(() => {
        bringing = undefined;
      });
    }
    const [knowledge] = await Promise.all([knowledgeFor(drugs), bringing]);
    const card = port();
    return card && knowledge && [card, knowledge];
  }

  return {
    async prepare(drugs, make) {
      const order = asked;
      const fetched = await gather(drugs);
      if (fetched && order === asked) fetched[0].prepare(make(fetched[1]));
    },
    async open(drugs, make) {
      asked += 1;
      const order = asked;
      const fetched = await gather(drugs);
      if (!fetched || order !== asked) return false;
      fetched[0].open(make(fetched[1]));
      return true;
    },
    leave() {
      asked += 1;
      port()?.leave();
    },
    isOpen: () => port()?.isOpen() ?? false,
    change: (options) => port()?.change(options),
    destroy: () => port()?.destroy(),
  };
}
