/** The check of packs: knowledge that a reader or a pharmacy adds. What they become is in `merge-packs.ts`. */
import { everydayWords } from '../generated/everyday-words.ts';
import { UNSPACED } from '../shared/recognise/characters.ts';
import { fold } from '../shared/recognise/normalise.ts';
import type { ExplainedError } from './explain-schema-error.ts';
import { schemaProblems } from './pack-schema.ts';
import { structureProblems } from './pack-structure.ts';
import { sourceLists } from './sentences.ts';
import type { CompiledKnowledge, Name, Pack } from './types.ts';

/** Characters of a file that are read; far above the largest list of a hospital, far below what stops a page. */
const LARGEST_PACK = 8_000_000;

/**
 * Reads a pack and checks it against the schema and against what is there.
 *
 * @param text the file.
 * @param base the knowledge that it would be added to, with the packs before it.
 * @returns `pack` only when it may be installed: when there are no problems.
 */
export function checkPack(
  text: string,
  base: CompiledKnowledge,
): { readonly pack?: Pack; readonly problems: readonly ExplainedError[] } {
  if (text.length > LARGEST_PACK) {
    return { problems: [{ place: '', message: 'is too large', repair: ['repairDivide'] }] };
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const message = `is no JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { problems: [{ place: '', message, repair: ['repairJson'] }] };
  }
  const broken = schemaProblems(data);
  if (broken.length > 0) return { problems: broken };
  const pack = data as Pack;
  const problems = [
    ...idProblems(pack, base),
    ...structureProblems(pack.entries ?? [], base.entries),
    ...sourceProblems(pack, base),
    ...formProblems(pack, base),
  ];
  return problems.length > 0 ? { problems } : { pack, problems };
}

function idProblems(pack: Pack, base: CompiledKnowledge): ExplainedError[] {
  const { entries = [], pairs = [], additions = [], indications = [] } = pack;
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const bundled = new Set(ids(base.entries));
  const all = new Set([...bundled, ...ids(entries)]);
  const unknown = (known: ReadonlySet<string>, place: string, id: string): ExplainedError[] =>
    known.has(id) ? [] : [{ place, message: `there is no entry "${id}"`, repair: ['repairEntry', id] }];
  return [
    ...taken('entries', 'an entry', ids(base.entries), ids(entries), 'repairEntryTaken'),
    ...pairs.flatMap(({ drugs }, index) => drugs.flatMap((id, at) => unknown(all, `/pairs/${index}/drugs/${at}`, id))),
    ...additions.flatMap(({ entry }, index) => unknown(bundled, `/additions/${index}/entry`, entry)),
    ...entries.flatMap(({ classes = [], members = [] }, index) =>
      Object.entries({ classes, members }).flatMap(([key, others]) =>
        others.flatMap((id, at) => unknown(all, `/entries/${index}/${key}/${at}`, id)),
      ),
    ),
    ...taken('indications', 'an indication', ids(base.indications), ids(indications), 'repairIndicationTaken'),
  ];
}

/** A problem for each id in a list of the pack that is there already, or twice in the list. */
function taken(
  list: string,
  what: string,
  known: readonly string[],
  ids: readonly string[],
  repair: string,
): ExplainedError[] {
  const seen = new Set(known);
  return ids.flatMap((id, index) => {
    if (seen.has(id))
      return [{ place: `/${list}/${index}/id`, message: `there is ${what} "${id}" already`, repair: [repair, id] }];
    seen.add(id);
    return [];
  });
}

function sourceProblems(pack: Pack, base: CompiledKnowledge): ExplainedError[] {
  const known = new Set([...base.sources, ...pack.sources].map(({ id }) => id));
  return [...sourceLists({ ...pack, sources: [] })].flatMap(({ place, ids }) =>
    ids.flatMap((id, index): ExplainedError[] =>
      known.has(id)
        ? []
        : [{ place: `${place}/${index}`, message: `there is no source "${id}"`, repair: ['repairSource', id] }],
    ),
  );
}

function formProblems(pack: Pack, base: CompiledKnowledge): ExplainedError[] {
  const owners = new Map<string, string>();
  for (const { id, names } of base.entries) for (const { form } of names) owners.set(fold(form), id);
  const problems: ExplainedError[] = [];
  const claim = (name: Name, owner: string, place: string) => {
    const { form } = name;
    problems.push(...nameProblems(name, place));
    const other = owners.get(fold(form));
    if (other !== undefined && other !== owner) {
      const message = `"${form}" is a name of "${other}" already`;
      problems.push({ place, message, repair: ['repairNameTaken', form] });
    }
    owners.set(fold(form), owner);
  };
  for (const [index, { id, names }] of (pack.entries ?? []).entries()) {
    for (const [at, name] of names.entries()) claim(name, id, `/entries/${index}/names/${at}/form`);
  }
  for (const [index, { entry, names = [] }] of (pack.additions ?? []).entries()) {
    for (const [at, name] of names.entries()) claim(name, entry, `/additions/${index}/names/${at}/form`);
  }
  return problems;
}

const EVERYDAY: ReadonlySet<string> = new Set(everydayWords.split(' '));

/**
 * What is wrong with a name by itself. One that is no word, or that everybody writes every day, would mark half of every page;
 * it is refused, unless the pack says in which company it counts (`gate`).
 */
function nameProblems({ form, gate = 'none' }: Name, place: string): ExplainedError[] {
  const letters = form.match(/\p{L}/gu)?.length ?? 0;
  if (gate === 'introduced' && letters > 0) return [];
  if (letters < (UNSPACED.test(form) ? 2 : 3)) {
    const message = `"${form}" is too short for a name: it would stand on nearly every page`;
    return [{ place, message, repair: ['repairNameFull', form] }];
  }
  if (gate === 'none' && EVERYDAY.has(fold(form))) {
    const message = `"${form}" is a word of every day: it would be marked on nearly every page`;
    return [{ place, message, repair: ['repairNameEveryday', form] }];
  }
  return [];
}
