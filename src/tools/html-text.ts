/** The text of an HTML document for the recogniser in Node, block by block, much as a page's own script reads it. */
import { Parser } from 'htmlparser2';

/** Never read, as on a page: markup that is no prose, code, and what the reader can edit. */
const UNREAD = new Set(
  'script style noscript template textarea input select option datalist iframe object head title code kbd samp var tt math svg button'.split(
    ' ',
  ),
);
/** Read without a border around it, as the default style sheet draws it. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby s small span strike strong sub sup time u wbr'.split(
    ' ',
  ),
);
/** Without an end tag. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Readings beside the text of a line: left out without a gap. */
const READINGS = new Set(['rt', 'rp']);
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
          UNREAD.has(name) ||
          READINGS.has(name) ||
          hidden !== undefined ||
          (contenteditable !== undefined && contenteditable.toLowerCase() !== 'false') ||
          role === 'textbox' ||
          role === 'searchbox';
        if (name === 'br') text += '\n';
        else if (READINGS.has(name)) text += '';
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
