/**
 * One folding for the dictionary and for text: what two spellings must share to count as the same name.
 *
 * Case, accents, ligatures, width, small capitals and mathematical letters are folded; ignorable characters vanish;
 * every hyphen is `-` (a long dash stays one), every apostrophe `'`, every run of white space one space. Letters of different scripts stay
 * different: a Cyrillic `е` inside a Latin name is not that name.
 */

const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ';
/** Accents of other scripts than the letter's own are none of its spelling. */
const IGNORABLE = /[\p{Default_Ignorable_Code_Point}\p{Script=Inherited}®™℠]/gu;
/** Indentation longer than this is no continued line. */
const WIDEST_MARGIN = 40;
const cache = new Map<number, string>();

/** Folded form of one code point: nothing, one or several characters; `' '` for white space. */
export function foldCodePoint(code: number): string {
  const known = cache.get(code);
  if (known !== undefined) return known;
  const folded = foldUncached(String.fromCodePoint(code));
  cache.set(code, folded);
  return folded;
}

/** Raised and circled letters and digits beside a name are references to notes, or marks of a trade. */
const REFERENCE =
  /[\xaa\xba\xb2\xb3\xb9\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d61\u1d78\u1d9b-\u1dbf\u2070-\u207f\u2460-\u24ff]/;
/** Stands for them in folded text. */
const REFERENCE_MARK = '*';

function foldUncached(char: string): string {
  if (/[\s\u200b]/u.test(char) && char !== '\u200b' && char !== '\ufeff') return ' ';
  if (/[-\u2010-\u2013\u2212\ufe63\uff0d]/u.test(char)) return '-';
  if (/[\u2018\u2019\u02bc\uff07]/u.test(char)) return "'";
  if (REFERENCE.test(char)) return REFERENCE_MARK;
  if (/[®™℠]/u.test(char)) return '';
  const small = SMALL_CAPITALS.indexOf(char);
  if (small >= 0) return String.fromCharCode(97 + small);
  // Upper case first: it spells out ß and the final sigma.
  return char
    .normalize('NFKD')
    .replace(IGNORABLE, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(IGNORABLE, '');
}

/** Folded text with the way back. */
export interface Normalised {
  readonly text: string;
  /** Raw index at which the source of each folded unit starts; one more entry at the end. */
  readonly starts: ArrayLike<number>;
  /** Raw index at which the source of each folded unit ends. */
  readonly ends: ArrayLike<number>;
}

/** Whether a hyphen stands at what may be the end of a line. */
export function isHyphenated(raw: string): boolean {
  return /[-\xad]\s/.test(raw);
}

/** What follows a hyphen that cuts a word: a line end, or the space that took its place. */
const CUT = /^(?:\r?\n\s*| )(?=\p{L})/u;
/** A soft hyphen cuts at line ends alone. */
const SOFT_CUT = /^\r?\n\s*(?=\p{L})/u;
/** Two characters that are one in UTF-8, read as if they were Latin-1 or Windows-1252: "Ã©" for "é". */
const MISREAD = /^(?:Ã[\x80-\xbf]|Â[\xa0-\xbf]|â\x80[\x80-\xbf]|â€[\u0153™˜“”\x9d]|â„¢)/;
const MISREAD_DASHES_AND_QUOTES: Readonly<Record<string, string>> = { '“': '-', '”': '-', '™': "'", '˜': "'" };

/** What misread characters stand for. */
function reread(pair: string): string {
  const last = pair.charCodeAt(pair.length - 1);
  if (pair.startsWith('Ã')) return foldCodePoint(0xc0 + (last & 0x3f));
  if (pair.startsWith('Â')) return foldCodePoint(last);
  if (pair.startsWith('â\x80')) return foldCodePoint(0x2000 + (last & 0x3f));
  return MISREAD_DASHES_AND_QUOTES[pair.slice(2)] ?? '';
}

/**
 * Folds a text and remembers where every unit came from.
 *
 * @param join words that a line end hyphenates become one
 * @param enough stops after so many folded units
 */
export function normalise(raw: string, join = false, enough = Number.POSITIVE_INFINITY): Normalised {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (let i = 0; i < raw.length && text.length < enough; ) {
    const code = raw.codePointAt(i)!;
    let next = i + (code > 0xffff ? 2 : 1);
    let folded: string;
    if (code > 0x20 && code < 0x7f) folded = code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 32) : raw[i]!;
    else folded = foldCodePoint(code);
    if (folded === ' ' && text.endsWith(' ')) folded = '';
    if ((code === 0x2d && join) || code === 0xad) {
      const cut = (code === 0xad ? SOFT_CUT : CUT).exec(raw.slice(next, next + WIDEST_MARGIN));
      // Capitals go on in capitals, small letters in small ones.
      if (cut && isCapital(raw[i - 1]) === isCapital(raw[next + cut[0].length])) {
        folded = '';
        next += cut[0].length;
      }
    }
    if (code === 0xc2 || code === 0xc3 || code === 0xe2) {
      const misread = MISREAD.exec(raw.slice(i, i + 3));
      if (misread) {
        folded = reread(misread[0]);
        next = i + misread[0].length;
      }
    }
    // An accent that stands alone belongs to the letter before it.
    if (folded === '' && ends.length > 0 && code > 0x2ff && /\p{M}/u.test(raw.slice(i, next)))
      ends[ends.length - 1] = next;
    for (let k = 0; k < folded.length; k++) {
      starts.push(i);
      ends.push(next);
    }
    text += folded;
    i = next;
  }
  starts.push(raw.length);
  return { text, starts, ends };
}

function isCapital(char = ''): boolean {
  return /\p{Lu}/u.test(char);
}

/** Printable ASCII with single spaces: only its case folds. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Folded form of a short string, ends trimmed. */
export function fold(raw: string): string {
  return PLAIN.test(raw) ? raw.toLowerCase() : normalise(raw).text.trim();
}
