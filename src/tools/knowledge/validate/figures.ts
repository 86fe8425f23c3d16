/** A figure says what it counts or measures, and stands on more than the commissioning text (the source `seed`). */
import { allSentences, rule } from './rule.ts';

const NUMBER = String.raw`\d+(?:[.,]\d+)*`;
/** A number with what ties it to the next one: "5 to 10", "5–10", "5, 10 and 20", "1 in 100", "7 × 10". */
const RUN = new RegExp(
  String.raw`(?<![\p{L}\p{N}.-])[-−<>≤≥±~]?${NUMBER}(?:\s*(?:to|and|or|in|of|from|out of|[-–,/×:])\s*(?:about\s+|up to\s+)?${NUMBER})*(?![\p{L}\p{N}])`,
  'gu',
);
/** Words before a number that make it a name or a place on a scale. */
const NAMED =
  /(?:\b(?:pH|phases?|stages?|types?|class|schedule|grade|(?:scores?|ratio|risk|treat|level|mean|median|average|difference)(?: (?:of|was))?|part|section|article|chapter|figure|table|days?|weeks?|months?|years?|age|aged|OR|RR|HR|SMD|MD|CI|P|p|n|N|g|d|receptor|version|number|factor|vitamin)\s*[=:<>≤≥]?\s*|[=<>≤≥]\s*)$/;
/** "1 in 100" says of what by itself. */
const PROPORTION = /^\d+ in \d+(?:[.,]\d+)*$/;
const YEAR = /^(?:18|19|20)\d\d$/;
/** What may follow a number: a unit or something counted. Little words count nothing. */
const UNIT =
  /^(?:\s*(?:%|°C|µ\p{L}|[‰$€£])|[\s-]+(?!(?:a|an|and|are|as|at|because|but|by|for|had|has|if|in|is|may|of|on|or|so|than|that|the|then|to|was|were|when|which|while|with)\b)\p{L}+)/u;

/** Figures of a sentence that lack a unit or a counted noun. */
export function bareFigures(text: string): string[] {
  const bare: string[] = [];
  for (const match of text.matchAll(RUN)) {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (UNIT.test(after)) continue;
    const numbers = match[0].match(new RegExp(NUMBER, 'g')) ?? [];
    if (numbers.every((number) => YEAR.test(number)) || PROPORTION.test(match[0])) continue;
    if (NAMED.test(before)) continue;
    bare.push(match[0].trim());
  }
  return bare;
}

export const figures = rule('figures', (knowledge, found) => {
  for (const { file, place, text, sources } of allSentences(knowledge)) {
    for (const figure of bareFigures(text)) {
      const repair = 'Say what is counted or measured: "20 mg a day", "14 studies", "pH 8".';
      found(file, `${place}/text`, `"${figure}" has no unit`, repair);
    }
    if (/\d/.test(text) && sources.every((id) => id === 'seed')) {
      const repair = 'Name the label or study that gives the figure, or leave the figure out.';
      found(file, `${place}/sources`, 'has a figure and no source of its own', repair);
    }
  }
});
