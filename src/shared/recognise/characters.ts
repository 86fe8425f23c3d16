/** What the borders of a name depend on. All codes are UTF-16 units of folded text. */

const LETTER = /[\p{L}\p{N}]/u;
/** Letters of scripts whose words stand without spaces, and are as short as one or two signs: Han, kana, Thai and their like. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\u30fc]/u;

/** Letter or digit of any script. Halves of pairs are none: what folding leaves of them are mostly emoji. */
export function isWord(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);
  return LETTER.test(String.fromCharCode(code));
}

/** Letter of a script that writes words without spaces. */
export function isUnspaced(code: number): boolean {
  return code >= 0xe00 && UNSPACED.test(String.fromCharCode(code));
}

/**
 * Whether the unit at `index` continues a word that began before it. Han characters never do; katakana and Hangul do
 * among themselves, since `ケタミン` inside `ノルケタミン` is another substance.
 */
export function continuesWord(text: string, index: number): boolean {
  if (index === 0) return false;
  const code = text.charCodeAt(index);
  const before = text.charCodeAt(index - 1);
  if (isUnspaced(code)) return (isKatakana(code) && isKatakana(before)) || (isJamo(code) && isJamo(before));
  return isWord(code) && isWord(before) && !isUnspaced(before);
}

function isKatakana(code: number): boolean {
  return code >= 0x30a1 && code <= 0x30fe && code !== 0x30fb;
}

/** Folding spells Hangul out in jamo. */
function isJamo(code: number): boolean {
  return code >= 0x1100 && code <= 0x11ff;
}
