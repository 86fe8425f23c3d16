/**
 * Names of elements by the part they play when text is read: one home for what the scan of a page, the walk over
 * changes and the tool without a browser have to agree on.
 */

const list = (names: string): readonly string[] => names.split(' ');

/** Their text is never shown. */
export const SILENT = list('script style template noscript link meta title');
export const FIELDS = list('textarea input select option datalist');
export const CODE = list('code kbd samp var tt math');
/** Draw something else than text, in a line of text. */
export const PICTURES = list('img svg video audio canvas iframe object embed picture');
export const CONTROLS = list('button meter progress slot');
/** How the words below them are read: small text over a line that goes on without it. */
export const READINGS = list('rt rp rtc');
/** Whose text is never read, whatever they look like. */
export const UNREAD = [...SILENT, ...FIELDS, ...CODE, 'iframe', 'object', 'head'];
/** Elements that a line of text never crosses: where a change is contained. */
export const CONTAINERS = list(
  'p div li td th tr table tbody ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article pre blockquote figure main body head',
);
/** Elements beside custom ones that can host a shadow tree. */
export const SHADOW_HOSTS = list(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span',
);

/** Selector. */
export const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading]';
/** Selector: what stands around the text of a page on every page of a site, and what is offered to be read next. */
export const FURNITURE =
  'nav,footer,aside,menu,body>header,[role=navigation],[role=contentinfo],[role=complementary],[role=banner],[role=menu],[role=search],[class*=related i],[id*=related i]';
/** Selector: what a click does something else with. */
export const CLICKABLE =
  'a[href],button,input,select,textarea,label,summary,audio,video,[role=button],[role=link],[onclick]';
