/** `npm run -s eval [-- --errors]`: the recogniser and two baselines against text that others annotated. */
import { CORPUS, readCorpora } from './corpus.ts';
import { rates, type Score, score, type Tagger } from './score.ts';
import { taggers } from './taggers.ts';

const corpora = readCorpora(process.env.CORPUS ?? CORPUS);
if (corpora.size === 0) {
  console.log(`No annotated corpora at ${CORPUS}; tests/eval/README.md says what they are.`);
  process.exit(0);
}

const figure = (value: number): string => value.toFixed(4);
function line(name: string, { all, ...rest }: Pick<Score, 'all'> & Partial<Score>): string {
  const { precision, recall, f1 } = rates(all);
  void rest;
  return `${name.padEnd(34)} P ${figure(precision)}  R ${figure(recall)}  F1 ${figure(f1)}  gold ${all.hit + all.missed}  missed ${all.missed}  extra ${all.extra}`;
}

const all = [...corpora.values()].flat();
for (const [name, tag] of Object.entries<Tagger>(taggers())) {
  console.log(`\n${name}`);
  for (const [corpus, documents] of corpora) console.log(line(`  ${corpus}`, score(documents, tag)));
  const total = score(all, tag);
  console.log(line('  all', total));
  if (name !== 'recogniser') continue;
  console.log('\n  by entry, those with an error');
  for (const [drug, counts] of [...total.byDrug].sort()) {
    if (counts.missed + counts.extra > 0 || process.argv.includes('--all'))
      console.log(line(`    ${drug}`, { all: counts }));
  }
  console.log('\n  errors');
  for (const error of total.errors.sort((a, b) => a.kind.localeCompare(b.kind) || a.drug.localeCompare(b.drug))) {
    console.log(
      `    ${error.kind}\t${error.drug}\twanted "${error.wanted}"\tfound "${error.found}"\t${error.doc}\t…${error.context}…`,
    );
  }
}
