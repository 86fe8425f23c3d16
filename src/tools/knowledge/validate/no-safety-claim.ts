/** That nothing was found is no proof of safety; no sentence calls a use or a combination safe. */
import { allSentences, rule } from './rule.ts';

const CLAIMS = [
  /\b(?:is|are|was|were|be|seems?|appears?|considered|proved|found|generally|perfectly|completely)\s+(?:\w+\s+)?(?:safe|harmless|risk-free)\b/i,
  /\bsafe(?:ly)?\s+(?:to|with|together|in combination|for|combined|be combined|taken)\b/i,
  /\bcan (?:be )?safely\b/i,
  /\bno (?:risks?|dangers?)\b/i,
];
const DENIAL =
  /\b(?:not|never|nor|cannot|no proof|whether|unknown if|does not mean|how)\b[^.]*\b(?:safe|safely|harmless|no risk)/i;

export const noSafetyClaim = rule('no-safety-claim', (knowledge, found) => {
  for (const { file, place, text } of allSentences(knowledge)) {
    const claim = CLAIMS.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
    if (!claim || DENIAL.test(text)) continue;
    const repair = 'Say what was studied and what was found ("A study in 24 people found no change in drug levels.").';
    found(file, `${place}/text`, `calls something safe: "${claim}"`, repair);
  }
});
