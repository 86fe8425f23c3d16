/**
 * The check of a pack against its schema, in pieces. The generated check collects errors by copying its list for each
 * item that has one, so a broken file of 400 KB took more than a minute; piece by piece it stops after the first few
 * problems, which is all that a reader mends at once.
 */
import { validatePack } from '../generated/validate-pack.js';
import { isRecord } from '../shared/is-record.ts';
import { type ExplainedError, explainSchemaError } from './explain-schema-error.ts';

/** Problems after which the rest is not looked at. */
const ENOUGH = 50;
/** Characters of JSON in one entry, pair or source; the largest of ours has some 30,000. */
const LARGEST = 200_000;

const LISTS = ['entries', 'pairs', 'indications', 'additions', 'sources'] as const;

/** Problems of `data` as a pack, at most some fifty; none when it is one. */
export function schemaProblems(data: unknown): readonly ExplainedError[] {
  if (!isRecord(data)) return explained(data);
  const head: Record<string, unknown> = { ...data };
  // Each list is empty in the head; one that is no list stays, to be told of.
  for (const list of LISTS) if (Array.isArray(data[list])) head[list] = [];
  if (Object.keys(head).length > ENOUGH) {
    return [{ place: '', message: 'has fields that are none of a pack', repair: ['repairGuide'] }];
  }
  const problems = [...explained(head)];
  for (const list of LISTS) {
    const items = data[list];
    if (!Array.isArray(items)) continue;
    for (let index = 0; index < items.length && problems.length < ENOUGH; index++) {
      problems.push(...itemProblems(list, items[index], index));
    }
  }
  return problems.slice(0, ENOUGH);
}

function itemProblems(list: string, item: unknown, index: number): readonly ExplainedError[] {
  const place = `/${list}/${index}`;
  if (JSON.stringify(item).length > LARGEST) {
    return [
      { place, message: `is longer than ${LARGEST} characters`, repair: ['repairShorten', list, String(LARGEST)] },
    ];
  }
  const alone = { format: 'memantine-lens-pack', version: 1, name: 'One item', sources: [], [list]: [item] };
  return explained(alone).map((problem) => ({ ...problem, place: problem.place.replace(`/${list}/0`, place) }));
}

function explained(data: unknown): readonly ExplainedError[] {
  return validatePack(data) ? [] : (validatePack.errors ?? []).slice(0, ENOUGH).map(explainSchemaError);
}
