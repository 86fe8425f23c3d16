/**
 * Which mentions are marked when only the first of each medicine is. What stands around a text comes last: a menu that
 * names a medicine takes the mark away from no sentence about it. Pure: where a mention stands, whoever shows the text
 * knows.
 */

/** What is called by one name: a brand name hides what it is, so each name is marked, and each once. */
interface Named {
  readonly drug: string;
  readonly form: string;
}

/** Where mentions stand. */
export interface Places<Mention> {
  /** Indexes of the mentions that a section begins with; none where the whole is one. */
  readonly begins: ReadonlySet<number>;
  /** Beside the text: in a menu, a header, a footer. */
  isAround(mention: Mention): boolean;
  isInHeading(mention: Mention): boolean;
}

const nameOf = ({ drug, form }: Named): string => `${drug}\n${form}`;

/** The mentions to mark when only the first of each name in a section is, of a list in reading order. */
export function firstOfEach<Mention extends Named>(
  mentions: readonly Mention[],
  places: Places<Mention>,
): ReadonlySet<Mention> {
  const inText = firstIn(mentions, places, (mention) => !places.isAround(mention));
  const named = new Set(inText.map(nameOf));
  const around = firstIn(mentions, places, (mention) => !named.has(nameOf(mention)));
  return new Set([...inText, ...around]);
}

/** A heading gives way to the text below it, which says more. */
function firstIn<Mention extends Named>(
  mentions: readonly Mention[],
  { begins, isInHeading }: Places<Mention>,
  counts: (mention: Mention) => boolean,
): Mention[] {
  /** Those of each section, by name. */
  const chosen = [new Map<string, Mention>()];
  for (const [index, mention] of mentions.entries()) {
    if (begins.has(index)) chosen.push(new Map());
    const section = chosen.at(-1)!;
    const known = section.get(nameOf(mention));
    // First what costs little: most mentions repeat a name that is settled.
    if (known && (!isInHeading(known) || isInHeading(mention))) continue;
    if (counts(mention)) section.set(nameOf(mention), mention);
  }
  return chosen.flatMap((section) => [...section.values()]);
}
