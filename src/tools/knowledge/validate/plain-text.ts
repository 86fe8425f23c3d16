/** Texts are plain: what looks like markup would be shown as it stands. */
import { walk } from '../../../knowledge/sentences.ts';
import { factFiles, rule } from './rule.ts';

const UNWANTED: readonly (readonly [RegExp, string])[] = [
  [/<\/?[a-z!][^>]*>/i, 'an HTML tag'],
  [/&(#\d+|#x[\da-f]+|[a-z]+);/i, 'an HTML entity'],
  [/\*\*|__|`|^#+ |\]\(/, 'Markdown'],
  [/\p{Cc}/u, 'a control character'],
  [/\s{2}|^\s|\s$/, 'white space at an end, or more than one space'],
];

export const plainText = rule('plain-text', (knowledge, found) => {
  for (const { file, data } of [...factFiles(knowledge), knowledge.sources, knowledge.cues]) {
    for (const { place, node } of walk(data)) {
      if (typeof node !== 'string') continue;
      for (const [pattern, what] of UNWANTED) {
        if (pattern.test(node)) found(file, place, `has ${what}`, 'Write plain text with single spaces.');
      }
    }
  }
});
