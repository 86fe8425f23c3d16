import type { ErrorObject } from 'ajv';

/** What ajv found, in words for an editor. */
export interface ExplainedError {
  /** JSON pointer. */
  readonly place: string;
  readonly message: string;
  readonly repair: string;
}

/** The patterns of the schema in words. */
const SHAPES: Readonly<Record<string, string>> = {
  '^[a-z0-9]+(-[a-z0-9]+)*$': 'Use small letters and digits, with single hyphens between words: "sodium-citrate".',
  '^([A-Z]{2}|INT)$': 'Use a country code of two capitals, EU, or INT for no single country.',
  '^[a-z]{2,3}(-[A-Za-z0-9]+)*$': 'Use a language code such as "de" or "pt-BR".',
  '^https?://': 'Begin with https:// or http://.',
};

/** Turns one error of ajv into place, message and repair. Pure: the options page explains errors of packs with it. */
export function explainSchemaError(error: ErrorObject): ExplainedError {
  const { keyword, instancePath, params } = error;
  const place = instancePath;
  switch (keyword) {
    case 'required':
      return {
        place,
        message: `"${params.missingProperty}" is missing`,
        repair: `Add "${params.missingProperty}" here.`,
      };
    case 'additionalProperties':
      return {
        place,
        message: `"${params.additionalProperty}" is no field of this`,
        repair: `Remove "${params.additionalProperty}" or correct its spelling.`,
      };
    case 'enum':
      return {
        place,
        message: 'is none of the values allowed here',
        repair: `Use one of: ${(params.allowedValues as unknown[]).join(', ')}.`,
      };
    case 'const':
      return {
        place,
        message: 'has another value than the one allowed here',
        repair: `Write ${JSON.stringify(params.allowedValue)}.`,
      };
    case 'type':
      return { place, message: `is no ${params.type}`, repair: `Write a value of type ${params.type}.` };
    case 'pattern':
      return {
        place,
        message: 'is not written as this field asks',
        repair: SHAPES[params.pattern as string] ?? `Write what fits ${params.pattern}.`,
      };
    case 'format':
      return { place, message: `is no ${params.format}`, repair: 'Write an existing day as YYYY-MM-DD.' };
    case 'maxLength':
      return { place, message: `is longer than ${params.limit} characters`, repair: 'Shorten it.' };
    case 'minLength':
      return {
        place,
        message: `is shorter than ${params.limit} characters`,
        repair: 'Complete it or remove the field.',
      };
    case 'minItems':
      return {
        place,
        message: `has fewer than ${params.limit} members`,
        repair: 'Add what is missing, or remove the field.',
      };
    case 'maxItems':
      return { place, message: `has more than ${params.limit} members`, repair: 'Keep those that belong here.' };
    case 'uniqueItems':
      return { place, message: `members ${params.j} and ${params.i} are the same`, repair: 'Remove one of them.' };
    default:
      return { place, message: error.message ?? keyword, repair: 'Compare with the schema in knowledge/schema.' };
  }
}
