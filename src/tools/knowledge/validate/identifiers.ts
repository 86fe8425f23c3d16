/** Codes look like codes of their vocabulary, CAS numbers add up, and no two entries claim the same one. */
import { rule } from './rule.ts';

const SHAPES: Readonly<Record<string, RegExp>> = {
  rxcui: /^\d{2,8}$/,
  atc: /^[A-Z]\d{2}([A-Z]([A-Z](\d{2})?)?)?$/,
  unii: /^[A-Z0-9]{10}$/,
  drugbank: /^DB\d{5}$/,
  mesh: /^[CD]\d{6,9}$/,
  wikidata: /^Q\d+$/,
  cas: /^\d{2,7}-\d{2}-\d$/,
};

export const identifiers = rule('identifiers', ({ entries }, found) => {
  const owners = new Map<string, string>();
  for (const { file, data } of entries) {
    for (const [vocabulary, codes] of Object.entries(data.identifiers ?? {})) {
      for (const [index, { value }] of (codes ?? []).entries()) {
        const add = (message: string) => {
          const place = `/identifiers/${vocabulary}/${index}/value`;
          found(file, place, `"${value}" ${message}`, 'Look it up in the vocabulary itself, or remove it.');
        };
        if (!SHAPES[vocabulary]?.test(value) || (vocabulary === 'cas' && !casAddsUp(value))) {
          add(`is no ${vocabulary} code`);
        }
        const owner = owners.get(`${vocabulary} ${value}`);
        if (owner !== undefined) add(`is the code of ${owner} as well`);
        owners.set(`${vocabulary} ${value}`, file);
      }
    }
  }
});

/** The last digit of a CAS number is the sum of the others, weighted from the right by 1, 2, 3 …, modulo 10. */
function casAddsUp(value: string): boolean {
  const digits = value.replaceAll('-', '');
  const weighted = [...digits.slice(0, -1)].reverse().map((digit, index) => Number(digit) * (index + 1));
  return weighted.reduce((sum, part) => sum + part, 0) % 10 === Number(digits.at(-1));
}
