/** A whole sentence, finished: begins like one, ends with a full stop, is no draft and stands once in its file. */
import { allSentences, rule } from './rule.ts';

export const finishedSentence = rule('finished-sentence', (knowledge, found) => {
  const seen = new Map<string, string>();
  for (const { file, place, text } of allSentences(knowledge)) {
    const add = (message: string, repair: string) => found(file, `${place}/text`, message, repair);
    if (/\b(DRAFT|TODO|TBD|FIXME|XXX)\b/.test(text)) add('is a draft', 'Write the sentence.');
    if (!/^[\p{Lu}\p{Nd}"“(]/u.test(text)) add('does not begin with a capital letter', 'Write a whole sentence.');
    if (!/[.?!]["”)]?$/.test(text)) add('does not end with a full stop', 'Write a whole sentence.');
    const key = `${file} ${text}`;
    const first = seen.get(key);
    if (first) add(`says the same as ${first}`, 'Remove one of them; the card would say it twice.');
    else seen.set(key, place);
  }
});
