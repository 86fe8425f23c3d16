/**
 * Whether stored data are a dictionary, or a prefilter, as our own compiler makes them. Scripts in pages read them from
 * where a hostile page's process may have written: what has another shape is not used, and an expression that could
 * keep a page busy is none of ours.
 */
import { isRecord } from '../is-record.ts';
import { isId } from '../shapes.ts';
import type { PackedDictionary } from './dictionary.ts';
import type { PackedPrefilter } from './prefilter.ts';

/** Characters of one text; some times more than five thousand medicines of a pack need. */
const LONGEST = 8_000_000;
/** Places in one way through an expression where white space of any length may stand: a beginning of five units has no more. */
const GAPS = 2;
/** White space of any length; a group's begin and end; the next alternative; anything that takes one character. */
const TOKEN =
  /(\\s\+)|(\((?:\?[:=])?)|(\))|(\|)|\[(?:\\[^\dbk]|\\0|\\x[\da-f]{2}|[^\]\\])*\]|\\(?:0|x[\da-f]{2}|u[\da-f]{4}|s|[^\w\s])|[^()[\]\\|*+?{}]/y;
/** A form with the number of its style and its spelling; see `dictionary.ts`. */
const FORM = /^[^\t]+(?:\t(\d{0,4})(?:\t[^\t]+)?)?$/;
const ROLES: readonly unknown[] = ['name', 'class', 'fixed', 'block'];
const CASES: readonly unknown[] = ['any', 'initial', 'exact'];
const GATES: readonly unknown[] = ['none', 'context', 'page', 'introduced'];

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST;
const record = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
const areTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

export function isPackedPrefilter(value: unknown): value is PackedPrefilter {
  const { plain, others, names, exact, pairs } = record(value);
  return [names, exact, pairs].every(isText) && isTame(plain) && isTame(others);
}

/** Whether something is the source of an expression that costs little on any text: nothing in it is repeated but white space. */
function isTame(source: unknown): boolean {
  if (!isText(source)) return false;
  // Of each open group: gaps on the way so far, and the most of its alternatives before.
  const groups = [{ way: 0, most: 0 }];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const token = TOKEN.exec(source);
    const group = groups.at(-1);
    if (!token || !group) return false;
    const [, gap, begin, end, or] = token;
    if (gap) group.way++;
    if (begin) groups.push({ way: 0, most: 0 });
    if (end || or) group.most = Math.max(group.most, group.way);
    if (or) group.way = 0;
    if (end) {
      groups.pop();
      const around = groups.at(-1);
      if (!around) return false;
      around.way += group.most;
    }
  }
  const [whole, open] = groups;
  return !open && Math.max(whole!.way, whole!.most) <= GAPS && compiles(source);
}

function compiles(source: string): boolean {
  try {
    new RegExp(source, 'i');
    return true;
  } catch {
    return false;
  }
}

export function isPackedDictionary(value: unknown): value is PackedDictionary {
  const { styles, lists, lines, grammar } = record(value);
  if (!areTexts(lists) || !Array.isArray(styles) || !isText(lines)) return false;
  const { salts, heads, modifiers, effects, prefixes, ...others } = record(grammar);
  return (
    [salts, heads, modifiers, effects, prefixes, ...Object.values(others)].every(areTexts) &&
    styles.every((style) => isStyle(style, lists.length)) &&
    lines.split('\n').every((line) => isLine(line, styles.length))
  );
}

function isStyle(value: unknown, lists: number): boolean {
  if (!Array.isArray(value)) return false;
  const [role, rule, gate, cues, anticues, endings] = value as readonly unknown[];
  const isList = (index: unknown): boolean =>
    Number.isInteger(index) && (index as number) >= 0 && (index as number) < lists;
  return (
    ROLES.includes(role) &&
    CASES.includes(rule) &&
    GATES.includes(gate) &&
    isList(cues) &&
    isList(anticues) &&
    isText(endings)
  );
}

function isLine(line: string, styles: number): boolean {
  if (line === '' || line === '\t') return true;
  if (line.startsWith('\t')) return isId(line.slice(1));
  const found = FORM.exec(line);
  return found !== null && Number(found[1] ?? 0) < Math.max(1, styles);
}
