import { walk } from '../../../knowledge/sentences.ts';
import { type Finding, factFiles, type Rule } from './rule.ts';

const UNWANTED: readonly (readonly [RegExp, string])[] = [
  [/<\/?[a-z!][^>]*>/i, 'an HTML tag'],
  [/&(#\d+|#x[\da-f]+|[a-z]+);/i, 'an HTML entity'],
  [/\*\*|__|`|^#+ |\]\(/, 'Markdown'],
  [/\p{Cc}/u, 'a control character'],
  [/\s{2}|^\s|\s$/, 'white space at an end, or more than one space'],
];

/** Texts are plain: what looks like markup would be shown as it stands. */
export const plainText: Rule = {
  name: 'plain-text',
  check(knowledge) {
    const findings: Finding[] = [];
    for (const { file, data } of [...factFiles(knowledge), knowledge.sources, knowledge.cues]) {
      for (const { place, node } of walk(data)) {
        if (typeof node !== 'string') continue;
        for (const [pattern, what] of UNWANTED) {
          if (pattern.test(node)) {
            findings.push({ file, place, message: `has ${what}`, repair: 'Write plain text with single spaces.' });
          }
        }
      }
    }
    return findings;
  },
};
