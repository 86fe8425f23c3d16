/**
 * A source that was read at a weak place (a blog, a test host, an anonymous copy …) says so, and no sentence rests on
 * such sources alone.
 */
import type { Source, WeakSources } from '../../../knowledge/types.ts';
import { allSentences, rule } from './rule.ts';

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

export const weakSources = rule('weak-sources', (knowledge, found) => {
  const { file, data } = knowledge.sources;
  const weak = new Set<string>();
  for (const [index, { id, read, weak: said }] of data.sources.entries()) {
    const kind = read?.url === undefined ? undefined : weakKindOf(read.url, knowledge.weakSources.data);
    if (kind !== undefined || said !== undefined) weak.add(id);
    if (kind === undefined || kind === said) continue;
    const repair = `Add "weak": "${kind}", or read the document elsewhere.`;
    found(file, `/sources/${index}`, `"${id}" was read at a place listed as ${kind}`, repair);
  }
  for (const { file: at, place, sources } of allSentences(knowledge)) {
    if (sources.length === 0 || !sources.every((id) => weak.has(id))) continue;
    const repair = 'Add a source that is not weak, or take the sentence out.';
    found(at, `${place}/sources`, `rests on weak sources alone: ${sources.join(', ')}`, repair, 'warning');
  }
});
