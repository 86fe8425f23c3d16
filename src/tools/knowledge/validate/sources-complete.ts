import type { Finding, Rule } from './rule.ts';

/** A reader can find every source: it has an address, and a year, a section or an identifier. */
export const sourcesComplete: Rule = {
  name: 'sources-complete',
  check({ sources: { file, data } }) {
    const findings: Finding[] = [];
    for (const [index, source] of data.sources.entries()) {
      const place = `/sources/${index}`;
      if (source.url === undefined) {
        findings.push({
          file,
          place,
          message: `"${source.id}" has no address`,
          repair: 'Add "url", of the publisher where possible.',
        });
      } else if (!source.url.startsWith('https://')) {
        findings.push({
          file,
          place: `${place}/url`,
          message: `"${source.id}" is not on https, so the card shows it without a link`,
          repair: 'Use the https address if there is one.',
          severity: 'warning',
        });
      }
      if (source.year === undefined && source.section === undefined && source.identifier === undefined) {
        findings.push({
          file,
          place,
          message: `"${source.id}" has neither year nor section nor identifier`,
          repair: 'Add at least one, so that the passage can be found again.',
        });
      }
    }
    return findings;
  },
};
