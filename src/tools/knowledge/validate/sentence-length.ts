import common from '../../../../knowledge/schema/common.schema.json' with { type: 'json' };
import { allSentences, type Rule } from './rule.ts';

const LONGEST = common.$defs.sentence.properties.text.maxLength;

/** A card is read at a glance: no sentence is longer than the schema says. */
export const sentenceLength: Rule = {
  name: 'sentence-length',
  check(knowledge) {
    return allSentences(knowledge).flatMap(({ file, place, sentence: { text } }) =>
      text.length <= LONGEST
        ? []
        : [
            {
              file,
              place: `${place}/text`,
              message: `has ${text.length} characters, more than ${LONGEST}`,
              repair: 'Say one thing, or make two sentences of it.',
            },
          ],
    );
  },
};
