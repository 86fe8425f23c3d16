import type { ErrorObject } from 'ajv';

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
  '^[a-z0-9]+(-[a-z0-9]+)*$': 'repairId',
  '^([A-Z]{2}|INT)$': 'repairRegion',
  '^[a-z]{2,3}(-[A-Za-z0-9]+)*$': 'repairLanguage',
  '^https?://': 'repairAddress',
};

/** The field that a JSON pointer leads to, or the list that it is in. */
function fieldAt(place: string): string {
  return place.split('/').findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? 'pack';
}

/** Turns one error of ajv into place, message and repair. Pure: the options page explains errors of packs with it. */
export function explainSchemaError(error: ErrorObject): ExplainedError {
  const { keyword, instancePath, params } = error;
  const place = instancePath;
  const field = fieldAt(place);
  switch (keyword) {
    case 'required':
      return {
        place,
        message: `"${params.missingProperty}" is missing`,
        repair: ['repairAdd', params.missingProperty],
      };
    case 'additionalProperties':
      return {
        place,
        message: `"${params.additionalProperty}" is no field of this`,
        repair: ['repairRemove', params.additionalProperty],
      };
    case 'enum':
      return {
        place,
        message: 'is none of the values allowed here',
        repair: ['repairOneOf', field, (params.allowedValues as unknown[]).join(', ')],
      };
    case 'const':
      return {
        place,
        message: 'has another value than the one allowed here',
        repair: ['repairWrite', field, JSON.stringify(params.allowedValue)],
      };
    case 'type':
      return { place, message: `is no ${params.type}`, repair: ['repairType', field, String(params.type)] };
    case 'pattern':
      return {
        place,
        message: 'is not written as this field asks',
        repair:
          SHAPES[params.pattern] === undefined
            ? ['repairPattern', field, params.pattern]
            : [SHAPES[params.pattern]!, field],
      };
    case 'format':
      return { place, message: `is no ${params.format}`, repair: ['repairDay', field] };
    case 'maxLength':
      return {
        place,
        message: `is longer than ${params.limit} characters`,
        repair: ['repairShorten', field, String(params.limit)],
      };
    case 'minLength':
      return {
        place,
        message: `is shorter than ${params.limit} characters`,
        repair: ['repairComplete', field],
      };
    case 'minItems':
      return {
        place,
        message: `has fewer than ${params.limit} members`,
        repair: ['repairComplete', field],
      };
    case 'maxItems':
      return {
        place,
        message: `has more than ${params.limit} members`,
        repair: ['repairKeep', field, String(params.limit)],
      };
    case 'uniqueItems':
      return { place, message: `members ${params.j} and ${params.i} are the same`, repair: ['repairTwice', field] };
    default:
      return { place, message: error.message ?? keyword, repair: ['repairGuide'] };
  }
}
