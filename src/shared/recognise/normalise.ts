/**
 * One folding for the dictionary and for text: what two spellings must share to count as the same name.
 *
 * Case, accents, ligatures, width, small capitals and mathematical letters are folded; ignorable characters vanish;
 * every hyphen is `-` (a long dash stays one), every apostrophe `'`, every run of white space one space. Letters of
 * different scripts stay different: a Cyrillic `е` inside a Latin name is not that name.
 */
import { remembering } from '../remembering.ts';

const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ';
/** Accents of other scripts than the letter's own are none of its spelling. */
const IGNORABLE = /[\p{Default_Ignorable_Code_Point}\p{Script=Inherited}®™℠]/gu;
/** Indentation longer than this is no continued line. */
const WIDEST_MARGIN = 40;

/** Folded form of one code point: nothing, one or several characters; `' '` for white space. */
export const foldCodePoint = remembering((code: number) => foldChar(String.fromCodePoint(code)));

/** Raised and circled letters and digits beside a name are references to notes, or marks of a trade. */
const REFERENCE =
  /[\xaa\xba\xb2\xb3\xb9\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d61\u1d78\u1d9b-\u1dbf\u2070-\u207f\u2460-\u24ff\u2776-\u2793]/;
/** Stands for them in folded text. */
const REFERENCE_MARK = '*';

function foldChar(char: string): string {
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
/** Source for a line end or a code as programs write it, in a text that shows it so: `\n`, `\u003e`. Stands between words. */
export const ESCAPE = '\\\\+(?:[nrt]|u[\\da-fA-F]{4})';
const ESCAPED = new RegExp(`^${ESCAPE}`);
const LONGEST_ESCAPE = 10;
/** What stands for the bytes 0x80 to 0x9f where text is read as Windows-1252, in their order; the others stay codes. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** What a unit adds to a character if it is a byte of UTF-8 other than the first; -1 if it cannot be one. */
function sixBits(unit: number): number {
  if (unit < 0x80) return -1;
  const byte = unit < 0xc0 ? unit : 0x80 + WINDOWS.indexOf(String.fromCharCode(unit));
  return byte < 0x80 ? -1 : byte & 0x3f;
}

/** UTF-8 that was read as Latin-1 or Windows-1252, "Ã©" for "é": what may stand there, and how long it is. */
function decode(raw: string, at: number): readonly [code: number, length: number] | undefined {
  const first = raw.charCodeAt(at);
  if (first < 0xc2 || first > 0xf4) return undefined;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  let code = first & (0x7f >> length);
  for (let k = 1; k < length; k++) {
    const bits = sixBits(raw.charCodeAt(at + k));
    if (bits < 0) return undefined;
    code = code * 64 + bits;
  }
  return code > 0x10ffff ? undefined : [code, length];
}

/**
 * The same where it is misread for certain. "É" before a closing quote is what it is: letters of other scripts are misread
 * in a row, and of the rest of Latin inside a word.
 *
 * @param since where what was misread before ends
 */
function misread(raw: string, at: number, since: number): readonly [code: number, length: number] | undefined {
  const found = decode(raw, at);
  if (!found) return undefined;
  const [code, length] = found;
  const end = at + length;
  if (code < 0x100 || (code >= 0x2000 && code < 0x2800) || code > 0xffff) return found;
  const isInWord = code < 0x250 && /[a-z]/i.test(raw[end] ?? '');
  return isInWord || since === at || decode(raw, end) ? found : undefined;
}

/**
 * What stands for the bytes 0x80 to 0xbf, which follow the first of an accented letter, where text is read as Windows-1250
 * (the first is Ă there) or as Macintosh Roman (√).
 */
const OTHER_PAGES: Readonly<Record<string, string>> = {
  Ă: '€\x81‚\x83„…†‡\x88‰Š‹ŚŤŽŹ\x90‘’“”•–—\x98™š›śťžź\xa0ˇ˘Ł¤Ą¦§¨©Ş«¬\xad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż',
  '√': 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø',
};

/** The accented letter that is meant there, "Ă©" and "√©" for "é": inside a small word, or where nothing else is written so. */
function misreadElsewhere(raw: string, at: number): readonly [code: number, length: number] | undefined {
  const byte = OTHER_PAGES[raw[at]!]!.indexOf(raw[at + 1] ?? '?');
  const isCertain = raw[at + 1] === '©' || (/\p{Ll}/u.test(raw[at - 1] ?? '') && /\p{L}/u.test(raw[at + 2] ?? ''));
  return byte >= 0 && isCertain ? [0xc0 + byte, 2] : undefined;
}

/** What is left of such a character where its last byte is lost, or a space by now: a quote, a space that keeps words together. */
const CUT_SHORT = /^(?:â€|Â)(?![\p{L}\p{N}])/u;

/**
 * Folds a text and remembers where every unit came from.
 *
 * @param join words that a line end hyphenates become one
 * @param enough stops after so many folded units
 * @param asWritten takes no escape and no misread letter for what it stands for
 */
export function normalise(raw: string, join = false, enough = Number.POSITIVE_INFINITY, asWritten = false): Normalised {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let misreadTo = -1;
  for (let i = 0; i < raw.length && text.length < enough; ) {
    const code = raw.codePointAt(i)!;
    let next = i + (code > 0xffff ? 2 : 1);
    let folded: string;
    if (code > 0x20 && code < 0x7f) folded = code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 32) : raw[i]!;
    else folded = foldCodePoint(code);
    if ((code === 0x2d && join) || code === 0xad) {
      const cut = (code === 0xad ? SOFT_CUT : CUT).exec(raw.slice(next, next + WIDEST_MARGIN));
      // Capitals go on in capitals, small letters in small ones.
      if (cut && isCapital(raw[i - 1]) === isCapital(raw[next + cut[0].length])) {
        folded = '';
        next += cut[0].length;
      }
    }
    if (code === 0x5c && !asWritten) {
      const written = ESCAPED.exec(raw.slice(i, i + LONGEST_ESCAPE));
      if (written) {
        folded = ' ';
        next = i + written[0].length;
      }
    }
    if (code >= 0xc2 && code <= 0xf4 && !asWritten) {
      const meant = misread(raw, i, misreadTo);
      const cut = meant ? null : CUT_SHORT.exec(raw.slice(i, i + 3));
      if (meant) misreadTo = i + meant[1];
      if (meant) folded = foldCodePoint(meant[0]);
      else if (cut) folded = ' ';
      next = meant ? misreadTo : cut ? i + cut[0].length : next;
    }
    if ((code === 0x102 || code === 0x221a) && !asWritten) {
      const meant = misreadElsewhere(raw, i);
      if (meant) {
        folded = foldCodePoint(meant[0]);
        next = i + meant[1];
      }
    }
    if (folded === ' ' && text.endsWith(' ')) folded = '';
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

/** Whether a text may hold an escape or a misread letter. */
export const isEncoded = (raw: string): boolean => /[\\\xc2-\xf4\u0102\u221a]/.test(raw);

function isCapital(char = ''): boolean {
  return /\p{Lu}/u.test(char);
}

/** Printable ASCII with single spaces: only its case folds. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Folded form of a short string, ends trimmed. */
export function fold(raw: string): string {
  return PLAIN.test(raw) ? raw.toLowerCase() : normalise(raw).text.trim();
}
