/**
 * All rules of the knowledge, and how they are run: `npm run -s knowledge` and `npm run generate` call `validate` with
 * the files of the knowledge and print what the rules find.
 */
import type { KnowledgeFiles } from '../read.ts';
import { approvedUses } from './approved-uses.ts';
import { attribution } from './attribution.ts';
import { coverage } from './coverage.ts';
import { entryFile } from './entry-file.ts';
import { fewDocuments } from './few-documents.ts';
import { figures } from './figures.ts';
import { finishedSentence } from './finished-sentence.ts';
import { identifiers } from './identifiers.ts';
import { indications } from './indications.ts';
import { interactionAdvice } from './interaction-advice.ts';
import { labelDated } from './label-dated.ts';
import { leadSentence } from './lead-sentence.ts';
import { memantineStatus } from './memantine-status.ts';
import { members } from './members.ts';
import { nameFlags } from './name-flags.ts';
import { namedTexts } from './named-texts.ts';
import { namesSorted } from './names-sorted.ts';
import { noSafetyClaim } from './no-safety-claim.ts';
import { oneDocument } from './one-document.ts';
import { oneHome } from './one-home.ts';
import { pairs } from './pairs.ts';
import { personalAdvice } from './personal-advice.ts';
import { plainText } from './plain-text.ts';
import { primaryDocuments } from './primary-documents.ts';
import { rating } from './rating.ts';
import { readingLevel } from './reading-level.ts';
import { reviewAge } from './review-age.ts';
import type { Rule, RuleContext, Violation } from './rule.ts';
import { schema } from './schema.ts';
import { sentenceLength } from './sentence-length.ts';
import { sourceExists } from './source-exists.ts';
import { sourceUsed } from './source-used.ts';
import { sourcesComplete } from './sources-complete.ts';
import { sourcesSorted } from './sources-sorted.ts';
import { strongestFirst } from './strongest-first.ts';
import { uniqueForms } from './unique-forms.ts';
import { verified } from './verified.ts';
import { weakSources } from './weak-sources.ts';

/** Every rule, structure first. */
const RULES: readonly Rule[] = [
  schema,
  entryFile,
  members,
  pairs,
  indications,
  oneHome,
  approvedUses,
  memantineStatus,
  identifiers,
  namesSorted,
  nameFlags,
  uniqueForms,
  sourcesSorted,
  sourcesComplete,
  oneDocument,
  labelDated,
  weakSources,
  sourceExists,
  sourceUsed,
  verified,
  strongestFirst,
  coverage,
  sentenceLength,
  finishedSentence,
  plainText,
  figures,
  personalAdvice,
  noSafetyClaim,
  interactionAdvice,
  leadSentence,
  attribution,
  namedTexts,
  primaryDocuments,
  fewDocuments,
  rating,
  reviewAge,
  readingLevel,
];

/**
 * Runs the rules. Where files break the schema, the other rules say what they can: one that stumbles over what is missing
 * there says nothing until it is mended.
 */
export function validate(knowledge: KnowledgeFiles, context: RuleContext, rules: readonly Rule[] = RULES): Violation[] {
  return rules.flatMap(violationsOf);

  function violationsOf(rule: Rule): Violation[] {
    const violations: Violation[] = [];
    try {
      rule.check(
        knowledge,
        (file, place, message, repair, severity = 'error') =>
          violations.push({ rule: rule.name, severity, file, place, message, repair }),
        context,
      );
      return violations;
    } catch (error) {
      if (rule === schema || violationsOf(schema).length === 0) throw error;
      return [];
    }
  }
}

/** So many warnings of a kind are shown where not all are asked for. */
const FEW = 2;

/**
 * The warnings for a terminal, those with the same rule and repair together.
 *
 * @param all whether to name each; else the first of each kind, and how many more there are
 */
export function describeWarnings(warnings: readonly Violation[], all: boolean): string[] {
  const kinds = new Map<string, Violation[]>();
  for (const warning of warnings) {
    const kind = `${warning.rule} ${warning.repair}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), warning]);
  }
  return [...kinds.values()].flatMap((kind) => {
    const shown = all ? kind : kind.slice(0, FEW);
    const more = kind.length - shown.length;
    const last = more > 0 ? [`and ${more} more like that [${kind[0]!.rule}]: --warnings names each`] : [];
    return [...shown.map(describeViolation), ...last];
  });
}

/** Three lines for a terminal: where, what, and how to mend it. */
export function describeViolation({ rule, severity, file, place, message, repair }: Violation): string {
  const at = `knowledge/${file}${place ? `#${place}` : ''}`;
  return `${severity} ${at}\n  ${message} [${rule}]\n  ${repair}`;
}
