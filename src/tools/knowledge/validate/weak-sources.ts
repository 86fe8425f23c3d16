import { sentencesIn } from '../../../knowledge/sentences.ts';
import type { Source, WeakSources } from '../../../knowledge/types.ts';
import { type Finding, factFiles, type Rule } from './rule.ts';

/** The kind of weak place that an address belongs to: its host, one above it, or one with the beginning of the path. */
export function weakKindOf(url: string, { kinds }: WeakSources): Source['weak'] {
  if (!URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  const host = hostname.replace(/\.$/, '');
  const listed = (entry: string): boolean => {
    const [name = '', ...path] = entry.split('/');
    return (host === name || host.endsWith(`.${name}`)) && pathname.startsWith(['', ...path].join('/'));
  };
  return kinds.find(({ hosts }) => hosts.some(listed))?.kind;
}

/**
 * A source that was read at a weak place (a blog, a test host, an anonymous copy …) says so, and no sentence rests on such
 * sources alone.
 */
export const weakSources: Rule = {
  name: 'weak-sources',
  check(knowledge) {
    const findings: Finding[] = [];
    const { file, data } = knowledge.sources;
    const weak = new Set<string>();
    for (const [index, { id, read, weak: said }] of data.sources.entries()) {
      const kind = read?.url === undefined ? undefined : weakKindOf(read.url, knowledge.weakSources.data);
      if (kind !== undefined || said !== undefined) weak.add(id);
      if (kind === undefined || kind === said) continue;
      findings.push({
        file,
        place: `/sources/${index}`,
        message: `"${id}" was read at a place listed as ${kind}`,
        repair: `Add "weak": "${kind}", or read the document elsewhere.`,
      });
    }
    for (const { file: at, data: facts } of factFiles(knowledge)) {
      for (const { place, sentence } of sentencesIn(facts)) {
        if (sentence.sources.length === 0 || !sentence.sources.every((id) => weak.has(id))) continue;
        findings.push({
          file: at,
          place: `${place}/sources`,
          severity: 'warning',
          message: `rests on weak sources alone: ${sentence.sources.join(', ')}`,
          repair: 'Add a source that is not weak, or take the sentence out.',
        });
      }
    }
    return findings;
  },
};
