/**
 * What an entry is, in few words that may follow its name: the beginning of the sentence that says so. These phrases
 * are few and alike, so that `knowledge/vocabulary/names.tsv` has each in other languages.
 */

/** Letters that there is room for. */
const ROOM = 72;

/**
 * `Riluzole is a medicine for ALS; it …` and `A water tablet.` as what may follow a name.
 * @param name the entry's English name
 */
export function whatOf(sentence: string, name: string): string {
  const [first = ''] = sentence.replace(/\.$/, '').split(/[:;]\s/);
  const start = `${name} is `.toLowerCase();
  const rest = first.toLowerCase().startsWith(start) ? first.slice(start.length) : first;
  const short = rest.length > ROOM ? rest.replace(/(,| \().*/, '') : rest;
  // Abbreviations and names keep their capitals.
  return /^[A-Z][a-z]*\b(?![A-Z-])/.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short;
}
