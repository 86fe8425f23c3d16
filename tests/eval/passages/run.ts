import { corpusExamples, type Example, finder, ownExamples, precision, recall, score } from './evaluate.ts';

const find = finder();
const showErrors = process.argv.includes('--errors');

function report(name: string, examples: readonly Example[]): void {
  const result = score(examples, find);
  const named = examples.filter(({ labels }) => labels.length > 0).length;
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  console.log(
    `${name}: ${examples.length} sentences, ${named} with a use; precision ${percent(precision(result))}, ` +
      `recall ${percent(recall(result))} (${result.right} right, ${result.wrong} wrong, ${result.missed} missed)`,
  );
  if (!showErrors) return;
  for (const { example, found } of result.errors) {
    console.log(`  ${example.name}: found ${found ?? 'nothing'}, right is ${example.labels.join(' or ') || 'nothing'}`);
    console.log(`    ${example.passage.sentence.trim().replace(/\s+/g, ' ')}`);
  }
}

const corpus = corpusExamples();
if (corpus) {
  report('corpus, all', corpus);
  report(
    'corpus, used while writing the rules',
    corpus.filter((_, index) => index % 2 === 0),
  );
  report(
    'corpus, held out',
    corpus.filter((_, index) => index % 2 === 1),
  );
} else console.log('corpus: ../shared/corpus is not there; only our own sentences are read');
report('own sentences', ownExamples());
