/**
 * Makes the lines of a card: says nothing twice, and numbers the sources in the order in which the card first names
 * them. A sentence shows at most three, the strongest first.
 */
import type { Knowledge } from '../knowledge/access.ts';
import { strongest } from '../knowledge/source-rank.ts';
import type { Sentence } from '../knowledge/types.ts';
import type { Citation, Line } from './model.ts';
import { Said } from './say-once.ts';

export class Citations {
  readonly said = new Said();
  readonly #knowledge: Knowledge;
  readonly #byId = new Map<string, Citation>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** The citations of the strongest of these sources; ids without a record are left out. */
  cite(ids: readonly string[]): Citation[] {
    const sources = ids.flatMap((id) => this.#knowledge.source(id) ?? []);
    return strongest(sources).map((source) => {
      const known = this.#byId.get(source.id);
      if (known) return known;
      const citation = { number: this.#byId.size + 1, source };
      this.#byId.set(source.id, citation);
      return citation;
    });
  }

  line({ text, sources, status, level }: Sentence): Line {
    return {
      text,
      citations: this.cite(sources),
      verified: status === 'verified',
      professional: level === 'professional',
    };
  }

  /** A sentence that stands in any case. */
  say(sentence: Sentence): Line {
    return this.line(this.said.say(sentence));
  }

  /** Those of the sentences that are news. */
  news(sentences: readonly Sentence[] | undefined): Line[] {
    return this.said.news(sentences).map((sentence) => this.line(sentence));
  }

  /** In the order of their numbers. */
  all(): readonly Citation[] {
    return [...this.#byId.values()];
  }
}
