/**
 * Disagreements in which the annotation is wrong or follows a custom that we do not, checked one by one: documents, and
 * what they disagree on. `README.md` has the reasons.
 */
const REVIEWED = `
plural cut off: DDI-DrugBank.d208.s0 DDI-DrugBank.d184.s0 DDI-DrugBank.d482.s14 DDI-DrugBank.d179.s34 DDI-DrugBank.d266.s0 DDI-DrugBank.d359.s2 DDI-DrugBank.d567.s13 DDI-DrugBank.d567.s15
salt or noun left out, elsewhere marked: DDI-DrugBank.d356.s0 PMID7988234 PMID8073369 PMID16330293 DDI-DrugBank.d99.s18 DDI-DrugBank.d99.s19 DDI-DrugBank.d99.s8
span with a dose, or half a word: DDI-DrugBank.d106.s0 DDI-DrugBank.d565.s14
"luminal" of a vessel taken for a brand: PMID18442015 PMID8919272
name overlooked: DDI-DrugBank.d277.s0 DDI-DrugBank.d277.s5 DDI-DrugBank.d277.s10 DDI-DrugBank.d307.s12 DDI-DrugBank.d220.s12 DDI-DrugBank.d328.s16 DDI-MedLine.d19.s3 DDI-MedLine.d60.s0 DDI-MedLine.d60.s1 DDI-MedLine.d60.s4 DDI-DrugBank.d316.s9 DDI-DrugBank.d143.s32 DDI-MedLine.d30.s11 PMID12842176 DDI-DrugBank.d48.s10 DDI-DrugBank.d401.s0 DDI-DrugBank.d5.s12 DDI-DrugBank.d234.s3 DDI-DrugBank.d105.s0 DDI-DrugBank.d83.s0 DDI-DrugBank.d54.s4 DDI-DrugBank.d251.s0 DDI-DrugBank.d370.s0 DDI-DrugBank.d288.s21 DDI-DrugBank.d198.s38 DDI-MedLine.d107.s0 DDI-MedLine.d107.s1 DDI-MedLine.d107.s3 DDI-MedLine.d107.s9
`;

const REASONS = new Map(
  REVIEWED.trim()
    .split('\n')
    .flatMap((line) => {
      const [reason = '', documents = ''] = line.split(/: (?=DDI|PMID)/);
      return documents.split(' ').map((doc) => [doc, reason] as const);
    }),
);

/** Why the annotation of a document is set aside, or undefined. */
export function goldError(doc: string, drug: string, text: string): string | undefined {
  const reason = REASONS.get(doc);
  // These documents also hold mentions that are ours to find.
  if (doc === 'PMID8073369' && !/sulfate/.test(text)) return undefined;
  return reason !== undefined && drug !== '' ? reason : undefined;
}
