/**
 * Packs: knowledge that a reader or a pharmacy adds. A pack adds beside the bundled facts and never changes them; all
 * that comes from it carries its name as `origin`.
 */
import { fold } from '../core/normalise.ts';
import { validatePack } from '../generated/validate-pack.js';
import { walk } from './sentences.ts';
import type { NamedEntry } from './surface-forms.ts';
import type { CompiledKnowledge, Pack } from './types.ts';
import { type ExplainedError, explainSchemaError } from './validate/explain-schema-error.ts';

/** What is wrong with a pack: JSON pointer into it, message, and how to mend it. */
export type PackProblem = ExplainedError;

/** `pack` is there only when it may be installed: when there are no problems. */
export interface CheckedPack {
  readonly pack?: Pack;
  readonly problems: readonly PackProblem[];
}

/**
 * Reads a pack and checks it against the schema and against what is there.
 *
 * @param text the file.
 * @param base the knowledge that it would be added to, with the packs before it.
 */
export function checkPack(text: string, base: CompiledKnowledge): CheckedPack {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const message = `is no JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { problems: [{ place: '', message, repair: 'Check the commas and quotation marks near that place.' }] };
  }
  if (!validatePack(data)) return { problems: (validatePack.errors ?? []).map(explainSchemaError) };
  const pack = data as Pack;
  const problems = [...idProblems(pack, base), ...sourceProblems(pack, base), ...formProblems(pack, base)];
  return problems.length > 0 ? { problems } : { pack, problems };
}

/**
 * The knowledge with packs added, the first installed first. What has lost its place since the pack was checked (an
 * update may bundle the same entry, or drop one that the pack speaks of) is left out.
 */
export function mergePacks(base: CompiledKnowledge, packs: readonly Pack[]): CompiledKnowledge {
  return packs.reduce(mergePack, base);
}

/** What the dictionary needs from packs: their entries' names, and those that they add to bundled entries. */
export function packNames({ entries, additions }: CompiledKnowledge): NamedEntry[] {
  const kinds = new Map(entries.map(({ id, kind }) => [id, kind]));
  return [
    ...entries.filter(({ origin }) => origin !== undefined),
    ...additions.map(({ entry, names }) => ({ id: entry, kind: kinds.get(entry)!, names })),
  ];
}

function mergePack(base: CompiledKnowledge, pack: Pack): CompiledKnowledge {
  const origin = pack.name;
  const { sources, entries = [], pairs = [], indications = [], additions = [] } = withOwnSources(pack);
  const known = new Set(base.entries.map(({ id }) => id));
  const knownIndications = new Set(base.indications.map(({ id }) => id));
  const added = entries.filter(({ id }) => !known.has(id));
  const all = new Set([...known, ...added.map(({ id }) => id)]);
  return {
    ...base,
    entries: [...base.entries, ...added.map((entry) => ({ ...entry, origin }))],
    pairs: [
      ...base.pairs,
      ...pairs.filter(({ drugs }) => drugs.every((id) => all.has(id))).map((pair) => ({ ...pair, origin })),
    ],
    indications: [
      ...base.indications,
      ...indications.filter(({ id }) => !knownIndications.has(id)).map((indication) => ({ ...indication, origin })),
    ],
    sources: [...base.sources, ...sources.map((source) => ({ ...source, origin }))],
    additions: [
      ...base.additions,
      ...additions
        .filter(({ entry }) => known.has(entry))
        .map(({ entry, names = [], notes = [] }) => ({ origin, entry, names, notes })),
    ],
  };
}

/** The pack with its own sources under ids that no other pack and no bundled source has. */
function withOwnSources(pack: Pack): Pack {
  const own = new Map(pack.sources.map(({ id }) => [id, `${pack.name}/${id}`]));
  const renamed = (node: unknown, key = ''): unknown => {
    if (Array.isArray(node)) {
      return node.map((part) =>
        key === 'sources' && typeof part === 'string' ? (own.get(part) ?? part) : renamed(part),
      );
    }
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([name, part]) => [name, renamed(part, name)]));
  };
  const sources = pack.sources.map((source) => ({ ...source, id: own.get(source.id)! }));
  return { ...(renamed({ ...pack, sources: [] }) as Pack), sources };
}

function idProblems(pack: Pack, base: CompiledKnowledge): PackProblem[] {
  const problems: PackProblem[] = [];
  const bundled = new Set(base.entries.map(({ id }) => id));
  const all = new Set(bundled);
  for (const [index, { id }] of (pack.entries ?? []).entries()) {
    if (all.has(id)) {
      problems.push({
        place: `/entries/${index}/id`,
        message: `there is an entry "${id}" already`,
        repair: 'Use another id, or say it in "additions" or "pairs".',
      });
    }
    all.add(id);
  }
  const unknown = (place: string, id: string) => ({
    place,
    message: `there is no entry "${id}"`,
    repair: 'Correct the id, or add the entry to the pack.',
  });
  for (const [index, { drugs }] of (pack.pairs ?? []).entries()) {
    for (const [at, id] of drugs.entries()) if (!all.has(id)) problems.push(unknown(`/pairs/${index}/drugs/${at}`, id));
  }
  for (const [index, { entry }] of (pack.additions ?? []).entries()) {
    if (!bundled.has(entry)) problems.push(unknown(`/additions/${index}/entry`, entry));
  }
  for (const [index, { classes = [], members = [] }] of (pack.entries ?? []).entries()) {
    for (const [key, ids] of Object.entries({ classes, members })) {
      for (const [at, id] of ids.entries())
        if (!all.has(id)) problems.push(unknown(`/entries/${index}/${key}/${at}`, id));
    }
  }
  const indications = new Set(base.indications.map(({ id }) => id));
  for (const [index, { id }] of (pack.indications ?? []).entries()) {
    if (indications.has(id)) {
      problems.push({
        place: `/indications/${index}/id`,
        message: `there is an indication "${id}" already`,
        repair: 'Use that one and remove this, or use another id.',
      });
    }
    indications.add(id);
  }
  return problems;
}

function sourceProblems(pack: Pack, base: CompiledKnowledge): PackProblem[] {
  const known = new Set([...base.sources, ...pack.sources].map(({ id }) => id));
  const problems: PackProblem[] = [];
  for (const { place, key, node } of walk({ ...pack, sources: [] })) {
    if (key !== 'sources' || !Array.isArray(node)) continue;
    for (const [index, id] of node.entries()) {
      if (known.has(id)) continue;
      problems.push({
        place: `${place}/${index}`,
        message: `there is no source "${id}"`,
        repair: 'Add it to the "sources" of the pack, or name one that is there.',
      });
    }
  }
  return problems;
}

function formProblems(pack: Pack, base: CompiledKnowledge): PackProblem[] {
  const owners = new Map<string, string>();
  for (const { id, names } of base.entries) for (const { form } of names) owners.set(fold(form), id);
  const problems: PackProblem[] = [];
  const claim = (form: string, owner: string, place: string) => {
    const other = owners.get(fold(form));
    if (other !== undefined && other !== owner) {
      problems.push({
        place,
        message: `"${form}" is a name of "${other}" already`,
        repair: 'Remove the name here; a name can lead to one card only.',
      });
    }
    owners.set(fold(form), owner);
  };
  for (const [index, { id, names }] of (pack.entries ?? []).entries()) {
    for (const [at, { form }] of names.entries()) claim(form, id, `/entries/${index}/names/${at}/form`);
  }
  for (const [index, { entry, names = [] }] of (pack.additions ?? []).entries()) {
    for (const [at, { form }] of names.entries()) claim(form, entry, `/additions/${index}/names/${at}/form`);
  }
  return problems;
}
