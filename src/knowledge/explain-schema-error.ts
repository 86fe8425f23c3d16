/**
 * What the schema finds wrong in a pack or a file of the knowledge, in words that say where it is and how to mend it.
 */
import type { ErrorObject } from 'ajv';
import { ID, LANGUAGE } from '../shared/shapes.ts';

/** What to do, as a string of the interface: its key, and the values in it. Readers of packs have it in their language. */
export type Repair = readonly [key: string, ...values: string[]];

/** What ajv found, in words for an editor. */
export interface ExplainedError {
  /** JSON pointer. */
  readonly place: string;
  readonly message: string;
  readonly repair: Repair;
}

/** How the patterns of the schema are said. */
const SHAPES: Readonly<Record<string, string>> = {
  [ID.source]: 'repairId',
  '^([A-Z]{2}|INT)$': 'repairRegion',
  [LANGUAGE.source]: 'repairLanguage',
  '^https?://': 'repairAddress',
};

/** The field that a JSON pointer leads to, or the list that it is in. */
function fieldAt(place: string): string {
  return place.split('/').findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? 'pack';
}

/** Turns one error of ajv into place, message and repair. Pure: the options page explains errors of packs with it. */
export function explainSchemaError({ keyword, instancePath: place, params, message }: ErrorObject): ExplainedError {
  const field = fieldAt(place);
  const said = (words: string, ...repair: Repair): ExplainedError => ({ place, message: words, repair });
  const limit = String(params.limit);
  switch (keyword) {
    case 'required':
      return said(`"${params.missingProperty}" is missing`, 'repairAdd', params.missingProperty);
    case 'additionalProperties':
      return said(`"${params.additionalProperty}" is no field of this`, 'repairRemove', params.additionalProperty);
    case 'enum':
      return said('is none of the values allowed here', 'repairOneOf', field, params.allowedValues.join(', '));
    case 'const':
      return said(
        'has another value than the one allowed here',
        'repairWrite',
        field,
        JSON.stringify(params.allowedValue),
      );
    case 'type':
      return said(`is no ${params.type}`, 'repairType', field, String(params.type));
    case 'pattern': {
      const shape = SHAPES[params.pattern];
      const repair: Repair = shape === undefined ? ['repairPattern', field, params.pattern] : [shape, field];
      return said('is not written as this field asks', ...repair);
    }
    case 'format':
      return said(`is no ${params.format}`, 'repairDay', field);
    case 'maxLength':
      return said(`is longer than ${limit} characters`, 'repairShorten', field, limit);
    case 'minLength':
      return said(`is shorter than ${limit} characters`, 'repairComplete', field);
    case 'minItems':
      return said(`has fewer than ${limit} members`, 'repairComplete', field);
    case 'maxItems':
      return said(`has more than ${limit} members`, 'repairKeep', field, limit);
    case 'uniqueItems':
      return said(`members ${params.j} and ${params.i} are the same`, 'repairTwice', field);
    default:
      return said(message ?? keyword, 'repairGuide');
  }
}
