/**
 * The name that readers of a language see. Pure: the build makes `generated/shown-names.ts` with it, and
 * `in-language.ts` asks it for what that table lacks, which are names of packs.
 */
import { baseLanguage } from '../shared/shapes.ts';
import type { CompiledEntry } from './types.ts';

/**
 * The name that is listed for an entry, and else its own form in that language, or its name.
 *
 * @param language without a region: `de`
 */
export function shownName(
  { kind, name, names }: Pick<CompiledEntry, 'kind' | 'name' | 'names'>,
  language: string,
  listed?: string,
): string {
  const form = names.find((one) => one.kind === 'translation' && baseLanguage(one.lang ?? '') === language)?.form;
  const shown = listed ?? form ?? name;
  // Germans write nouns with a capital.
  return language === 'de' && kind === 'drug' ? shown.charAt(0).toUpperCase() + shown.slice(1) : shown;
}
