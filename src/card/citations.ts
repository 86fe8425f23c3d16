/** Numbers the sources of a card in the order in which it first names them. */
import type { Knowledge } from '../knowledge/access.ts';
import type { Sentence } from '../knowledge/types.ts';
import type { Citation, Line } from './model.ts';

export class Citations {
  readonly #knowledge: Pick<Knowledge, 'source'>;
  readonly #byId = new Map<string, Citation>();

  constructor(knowledge: Pick<Knowledge, 'source'>) {
    this.#knowledge = knowledge;
  }

  /** The citations of these sources; ids without a record are left out. */
  cite(ids: readonly string[]): Citation[] {
    return ids.flatMap((id) => {
      const known = this.#byId.get(id);
      if (known) return known;
      const source = this.#knowledge.source(id);
      if (!source) return [];
      const citation = { number: this.#byId.size + 1, source };
      this.#byId.set(id, citation);
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

  lines(sentences: readonly Sentence[] | undefined): Line[] {
    return (sentences ?? []).map((sentence) => this.line(sentence));
  }

  /** In the order of their numbers. */
  all(): readonly Citation[] {
    return [...this.#byId.values()];
  }
}
