/** `npm run -s eval [-- --all]`: the recogniser and two baselines against text that others annotated. */
import { CORPUS, readCorpora } from './corpus.ts';
import { type Counts, rates, type Score, score } from './score.ts';
import { taggers } from './taggers.ts';

const corpora = readCorpora(process.env.CORPUS ?? CORPUS);
if (corpora.size === 0) {
  console.log(`No annotated corpora at ${CORPUS}; tests/eval/README.md says what they are.`);
  process.exit(0);
}

const figure = (value: number): string => value.toFixed(4);
function line(name: string, counts: Counts): string {
  const { precision, recall, f1 } = rates(counts);
  const { hit, missed, extra } = counts;
  return `${name.padEnd(36)} P ${figure(precision)}  R ${figure(recall)}  F1 ${figure(f1)}  gold ${hit + missed}  missed ${missed}  extra ${extra}`;
}

/** Counts without those of one entry. */
function without(drug: string, { all, byDrug }: Score): Counts {
  const { hit, missed, extra } = byDrug.get(drug) ?? { hit: 0, missed: 0, extra: 0 };
  return { hit: all.hit - hit, missed: all.missed - missed, extra: all.extra - extra };
}

const all = [...corpora.values()].flat();
const { taggers: list, isAmbiguous } = taggers();
for (const [name, tag] of Object.entries(list)) {
  console.log(`\n${name}`);
  for (const [corpus, documents] of corpora) console.log(line(`  ${corpus}`, score(documents, tag).all));
  const total = score(all, tag, isAmbiguous);
  console.log(line('  all', total.all));
  if (name !== 'recogniser') continue;
  console.log(line('  all but alcohol (off by default)', without('alcohol', total)));
  console.log(line('  all, gold errors set aside', total.reviewed));
  console.log('\n  by entry, those with an error (--all for every one)');
  for (const [drug, counts] of [...total.byDrug].sort()) {
    if (counts.missed + counts.extra > 0 || process.argv.includes('--all')) console.log(line(`    ${drug}`, counts));
  }
  console.log('\n  errors');
  for (const error of total.errors.sort((a, b) => a.kind.localeCompare(b.kind) || a.drug.localeCompare(b.drug))) {
    const { kind, drug, wanted, found, doc, context } = error;
    console.log(`    ${kind}\t${drug}\twanted "${wanted}"\tfound "${found}"\t${doc}\t…${context}…`);
  }
}
