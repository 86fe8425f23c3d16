/** How the reader's choice of languages and of strictness changes forms and what they need beside them. */
import { baseLanguage } from '../shapes.ts';
import type { Gate, SurfaceForm } from './types.ts';

export const STRICTNESSES = ['strict', 'normal', 'loose'] as const;

/** What the reader wants recognised. */
export interface Recognition {
  /** BCP 47 languages whose names are recognised beside English and international ones; `all` for every one. */
  readonly languages: 'all' | readonly string[];
  readonly strictness: (typeof STRICTNESSES)[number];
}

/**
 * How a gate is read. Strict: an ambiguous name counts only where the page introduces it beside the full name. Loose: it
 * counts on any page that names one of our medicines without doubt.
 */
const GATES: Readonly<Record<Recognition['strictness'], Readonly<Record<Gate, Gate>>>> = {
  strict: { none: 'none', context: 'introduced', page: 'introduced', introduced: 'introduced' },
  normal: { none: 'none', context: 'context', page: 'page', introduced: 'introduced' },
  loose: { none: 'none', context: 'page', page: 'page', introduced: 'page' },
};

/** Whether the built-in dictionary, made of all names with their own gates, serves. */
export function isUsual({ languages, strictness }: Recognition): boolean {
  return languages === 'all' && strictness === 'normal';
}

/** The forms that the reader wants, gated as they want. A form without a language is international. */
export function chosenForms<Form extends Pick<SurfaceForm, 'gate' | 'lang'>>(
  forms: readonly Form[],
  { languages, strictness }: Recognition,
): Form[] {
  const gates = GATES[strictness];
  return forms
    .filter(({ lang }) => languages === 'all' || lang === undefined || speaks(languages, lang))
    .map((form) => ({ ...form, gate: gates[form.gate] }));
}

function speaks(languages: readonly string[], lang: string): boolean {
  const primary = baseLanguage(lang);
  return primary === 'en' || languages.includes(lang) || languages.includes(primary);
}
