import TextMatcher from 'modern-ahocorasick/text';
import { fold } from '../../src/shared/recognise/normalise.ts';
import type { SurfaceForm } from '../../src/shared/recognise/types.ts';
import { recogniserOfKnowledge } from '../../src/tools/recogniser.ts';
import type { Tagger } from './score.ts';

/** The recogniser and what it is compared with, by name; all of them know the same names of the knowledge. */
export function taggers(): { taggers: Record<string, Tagger>; isAmbiguous: (text: string) => boolean } {
  const { recogniser, forms } = recogniserOfKnowledge();
  const ambiguous = new Set(
    forms
      .filter(({ gate, anticues }) => gate === 'context' || anticues.length > 0)
      .map(({ form }) => fold(form).replace(/s$/, '')),
  );
  const names = forms.filter(({ drug, gate }) => drug !== '' && gate !== 'introduced');
  const list = {
    recogniser: (text: string) => recogniser.find(text),
    'whole-word list, any case (one expression)': wordList(names),
    'modern-ahocorasick, whole words, any case, leftmost-longest': ahoCorasick(names),
  };
  return { taggers: list, isAmbiguous: (text) => ambiguous.has(fold(text).replace(/s$/, '')) };
}

/** Names and their regular plurals in lower case; of equal ones the first counts. */
const entryOf = (names: readonly SurfaceForm[]): Map<string, string> =>
  new Map(
    names
      .flatMap(({ form, drug }) => ['', 's'].map((ending) => [form.toLowerCase() + ending, drug] as const))
      .reverse(),
  );

function wordList(names: readonly SurfaceForm[]): Tagger {
  const drugs = entryOf(names);
  const source = [...drugs.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
      drug: drugs.get(found.toLowerCase()) ?? '',
    }));
}

function ahoCorasick(names: readonly SurfaceForm[]): Tagger {
  const drugs = entryOf(names);
  const matcher = new TextMatcher([...drugs.keys()], { normalization: 'NFKC', caseFold: true });
  return (text) =>
    matcher
      .search(text, { strategy: 'leftmost-longest', wholeWord: true })
      .map(({ pattern, start, end }) => ({ start, end, drug: drugs.get(pattern.toLowerCase()) ?? '' }));
}
