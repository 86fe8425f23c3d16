/** The text of an HTML document for the recogniser in Node, block by block, much as a page's own script reads it. */
import { Parser } from 'htmlparser2';
import { READINGS, UNREAD } from '../shared/elements.ts';

/** Never read, as on a page; what draws something else than text there cannot be told from its markup here. */
const LEFT_OUT = new Set([...UNREAD, 'svg', 'button']);
/** Read without a border around it, as the default style sheet draws it. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby s small span strike strong sub sup time u wbr'.split(
    ' ',
  ),
);
/** Without an end tag. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Left out without a gap. */
const BESIDE = new Set(READINGS);
/** Stands for a picture or a control inside a line, and for the border of a raised reference. */
const OBJECT = '\ufffc';

/**
 * Texts of the blocks of an HTML document in order, joined over inline markup; `<br>` is a line break. What a style
 * sheet hides or draws in a line is not known here.
 */
export function htmlBlocks(html: string): string[] {
  const blocks: string[] = [];
  let text = '';
  let unread = 0;
  const open: boolean[] = [];
  const border = (): void => {
    if (/[^\s\ufffc]/.test(text)) blocks.push(text);
    text = '';
  };
  const parser = new Parser(
    {
      onopentag(name, { contenteditable, role, hidden }) {
        const skips =
          LEFT_OUT.has(name) ||
          BESIDE.has(name) ||
          hidden !== undefined ||
          (contenteditable !== undefined && contenteditable.toLowerCase() !== 'false') ||
          role === 'textbox' ||
          role === 'searchbox';
        if (name === 'br') text += '\n';
        else if (BESIDE.has(name)) text += '';
        else if (name === 'img' || name === 'sup' || (skips && !VOID.has(name))) text += OBJECT;
        else if (!INLINE.has(name)) border();
        if (VOID.has(name)) return;
        open.push(skips);
        if (skips) unread++;
      },
      onclosetag(name) {
        if (VOID.has(name)) return;
        if (name === 'sup') text += OBJECT;
        if (open.pop()) unread--;
        else if (!INLINE.has(name)) border();
      },
      ontext(part) {
        if (unread === 0) text += part;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  border();
  return blocks;
}
