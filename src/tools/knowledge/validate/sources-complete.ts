/** A reader can find every source again: an address, a date or place in the document, whose copy it was. */
import { rule, type Violation } from './rule.ts';

export const sourcesComplete = rule('sources-complete', ({ sources: { file, data } }, found) => {
  for (const [index, { id, type, document, read }] of data.sources.entries()) {
    if (!document || !read) continue;
    const add = (message: string, repair: string, severity?: Violation['severity']) =>
      found(file, `/sources/${index}`, `"${id}" ${message}`, repair, severity);
    const url = read.url ?? document.url;
    if (url === undefined) {
      add('has no address', 'Add "url" to "read", or to "document" for the original.');
    } else if (!url.startsWith('https://')) {
      add('is not on https, so the card shows it without a link', 'Use the https address if there is one.', 'warning');
    }
    if (!document.revision && !document.asOf && !document.section && !document.identifier) {
      add('has neither date nor section nor identifier', 'Add at least one, so that the passage can be found again.');
    }
    if ((read.in === 'copy') !== (read.host !== undefined)) {
      add('does not fit together: "host" says whose copy it is', 'Add "host" to a copy, and leave it out elsewhere.');
    }
    if (document.undated && (type !== 'label' || document.revision || document.asOf)) {
      add('is "undated" and has a date, or is no label', 'Remove "undated".');
    }
    if (read.identified && (read.in !== 'copy' || (type === 'label' && !document.revision && !document.identifier))) {
      add(
        'is "identified" without what identifies it',
        'Only a copy whose text shows document and revision is; give "revision", or the number of the version.',
      );
    }
  }
});
