/** The rules on our own sentences one by one, and the figures that the evaluation must keep. */
import { describe, expect, it } from 'vitest';
import { namedUses } from '../../../src/shared/passage/context-indications.ts';
import { corpusExamples, finder, ownExamples, precision, recall, score } from '../../eval/passages/evaluate.ts';

const find = finder();

describe('the use that a passage names', () => {
  it.each(ownExamples().map((example) => [example.name, example.labels.join(' or ') || 'nothing', example] as const))(
    '%s: %s',
    (_name, _labels, { passage, labels }) => {
      const [found] = namedUses(passage, find);
      if (labels.length === 0) expect(found).toBeUndefined();
      else expect(labels).toContain(found);
    },
  );

  it('comes from the nearest context alone', () => {
    const sentence = 'Memantine for migraine is a new idea.';
    const passage = { sentence, start: 0, length: 9, paragraph: sentence, heading: 'Depression', title: 'Tinnitus' };
    expect(namedUses(passage, find)).toEqual(['migraine']);
    expect(namedUses({ ...passage, sentence: 'Memantine is new.' }, find)).toEqual(['depression']);
  });

  it('keeps its figures on the development corpus', () => {
    const examples = corpusExamples();
    if (!examples) {
      console.info('../shared/corpus is not there: the passage rules were tried on our own sentences only.');
      return;
    }
    expect(examples.length).toBeGreaterThanOrEqual(150);
    const result = score(examples, find);
    expect(precision(result)).toBeGreaterThanOrEqual(0.9);
    expect(recall(result)).toBeGreaterThanOrEqual(0.84);
  });
});
