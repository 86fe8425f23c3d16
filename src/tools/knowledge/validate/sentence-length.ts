/** A card is read at a glance: no sentence is longer than the schema says. */
import common from '../../../../knowledge/schema/common.schema.json' with { type: 'json' };
import { allSentences, rule } from './rule.ts';

const LONGEST = common.$defs.sentence.properties.text.maxLength;

export const sentenceLength = rule('sentence-length', (knowledge, found) => {
  for (const { file, place, text } of allSentences(knowledge)) {
    if (text.length <= LONGEST) continue;
    const message = `has ${text.length} characters, more than ${LONGEST}`;
    found(file, `${place}/text`, message, 'Say one thing, or make two sentences of it.');
  }
});
