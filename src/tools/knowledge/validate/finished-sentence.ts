import { allSentences, type Finding, type Rule } from './rule.ts';

/** A whole sentence, finished: begins like one, ends with a full stop, is no draft and stands once in its file. */
export const finishedSentence: Rule = {
  name: 'finished-sentence',
  check(knowledge) {
    const findings: Finding[] = [];
    const seen = new Map<string, string>();
    for (const { file, place, sentence } of allSentences(knowledge)) {
      const found = (message: string, repair: string) =>
        findings.push({ file, place: `${place}/text`, message, repair });
      const { text } = sentence;
      if (/\b(DRAFT|TODO|TBD|FIXME|XXX)\b/.test(text)) found('is a draft', 'Write the sentence.');
      if (!/^[\p{Lu}\p{Nd}"“(]/u.test(text)) found('does not begin with a capital letter', 'Write a whole sentence.');
      if (!/[.?!]["”)]?$/.test(text)) found('does not end with a full stop', 'Write a whole sentence.');
      const key = `${file} ${text}`;
      const first = seen.get(key);
      if (first) found(`says the same as ${first}`, 'Remove one of them; the card would say it twice.');
      else seen.set(key, place);
    }
    return findings;
  },
};
