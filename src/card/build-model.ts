/**
 * Decides what a card says, from the knowledge and what is known of the mention; the result is plain data (`model.ts`).
 * Pure: the card in a page, the popup's search and the first-run page use it.
 */
import type { Knowledge } from '../knowledge/access.ts';
import { OLD_AFTER, wholeMonths } from '../knowledge/review-age.ts';
import type { Action, CompiledEntry, PairView, Sentence, UseView } from '../knowledge/types.ts';
import { STATUSES } from '../knowledge/uses.ts';
import { ACTIONS, MEMANTINE } from '../shared/policy/pairs.ts';
import { Citations } from './citations.ts';
import type { CardModel, Combining, NamedInPassage, Relation, Section, SectionKey, Use } from './model.ts';

/** What a card is built from; everything but `drug` may be missing, as in a list or a search. */
export interface Subject {
  readonly drug: string;
  /** The name as the page wrote it, and the form as the knowledge has it. */
  readonly text?: string;
  readonly form?: string;
  /** The uses that the passage names, the leading one first. */
  readonly uses?: readonly NamedInPassage[];
  /** Other drugs of the page. */
  readonly onPage?: readonly { readonly drug: string; readonly count: number }[];
  /** Ids of the entries whose pairs are spoken of first. Default: memantine alone. */
  readonly watched?: readonly string[];
  /** Default: now. */
  readonly today?: Date;
}

/** @returns undefined for an unknown drug */
export function buildModel(knowledge: Knowledge, subject: Subject): CardModel | undefined {
  const entry = knowledge.entry(subject.drug);
  if (!entry) return undefined;
  const { id, kind } = entry;
  const citations = new Citations(knowledge);
  const named = subject.uses ?? [];
  const known = named.map(({ indication }) => (indication === null ? undefined : knowledge.useFor(id, indication)));
  const spokenOf = [...new Set([...(subject.watched ?? []), MEMANTINE])].filter((other) => other !== id);
  const first = firstPairs(id, spokenOf, subject, knowledge);
  const components = kind === 'combination' ? (entry.members ?? []) : [];
  const hasMemantine = id === MEMANTINE || components.includes(MEMANTINE);
  // In the order of the card, so that its numbers rise from top to bottom.
  const drugClass = citations.say(entry.drugClass);
  const relations = first.map(({ view, ...whom }) => ({ ...relationOf(view, knowledge, citations), ...whom }));
  const inPassage = named.map((one, index) => ({
    ...one,
    ...(known[index] ? { use: asUse(known[index], citations) } : {}),
  }));
  const combining = hasMemantine ? combiningOf(knowledge, citations, [id, ...components]) : [];
  const uses = knowledge.usesOf(id).filter((use) => use !== known[0] && use.summary !== known[0]?.summary);
  const approved = uses.filter(isApproved).map((use) => asUse(use, citations));
  const others = (subject.onPage ?? []).filter(({ drug }) => drug !== id && knowledge.entry(drug));
  const pairs = knowledge
    .pairsAmong([id, ...others.map(({ drug }) => drug)])
    .filter(({ first: a, second: b }) => [a, b].includes(id) && ![a, b].some((other) => spokenOf.includes(other)))
    .map((view) => relationOf(view, knowledge, citations));
  const sections = sectionsOf(entry, knowledge, citations);
  const otherUses = uses.filter((use) => !isApproved(use)).map((use) => asUse(use, citations));
  return {
    entry,
    title: subject.text ?? entry.name,
    form: subject.form === undefined ? undefined : knowledge.form(id, subject.form),
    drugClass,
    members: knowledge.members(id).map((member) => member.name),
    relations,
    combining,
    uses: inPassage,
    approved,
    otherUses,
    sections,
    onPage: others.map(({ drug, count }) => ({ drug, count, name: knowledge.entry(drug)!.name })),
    pairs,
    citations: citations.all(),
    old: wholeMonths(entry.reviewedOn, (subject.today ?? new Date()).toISOString().slice(0, 10)) >= OLD_AFTER,
  };
}

/** The pairs that the card leads with: those with watched medicines, worst first, and memantine's in any case. */
function firstPairs(
  id: string,
  spokenOf: readonly string[],
  { onPage = [], watched = [MEMANTINE] }: Subject,
  knowledge: Knowledge,
): (Pick<Relation, 'other' | 'unnamed'> & { readonly view: PairView })[] {
  const rank = (other: string, { interaction }: PairView): number =>
    ACTIONS.indexOf(interaction.action) + (watched.includes(other) ? 0 : ACTIONS.length);
  return spokenOf
    .flatMap((other) => knowledge.pair(id, other).map((view) => ({ other, view })))
    .sort((a, b) => rank(a.other, a.view) - rank(b.other, b.view))
    .map(({ other, view }) => {
      if (other === MEMANTINE) return { view };
      const name = knowledge.entry(other)?.name ?? other;
      return onPage.some(({ drug }) => drug === other) ? { view, other: name } : { view, other: name, unnamed: true };
    });
}

function isApproved({ regions }: UseView): boolean {
  return regions.some(({ status }) => status === 'approved');
}

function relationOf(view: PairView, knowledge: Knowledge, citations: Citations): Relation {
  const { interaction, via, first, second, origin } = view;
  const { action, actionBy, kind, direction, documentation } = interaction;
  const nameOf = (id: string): string => knowledge.entry(id)?.name ?? id;
  const summary = citations.say(interaction.summary);
  const management = citations.news(interaction.management);
  const ratings = interaction.positions.map(({ sources, status, ...position }) => ({
    ...position,
    isSaid: citations.said.has({ text: position.rating }),
    citations: citations.cite(sources),
    verified: status === 'verified',
  }));
  for (const { rating, isSaid } of ratings) if (!isSaid) citations.said.say({ text: rating });
  return {
    ...{ action, actionBy, kind, direction, documentation, summary, management, ratings },
    word: knowledge.word(view),
    names: [nameOf(first), nameOf(second)],
    via: [via.first, via.second].flatMap((id) => (id === undefined ? [] : nameOf(id))),
    ...(origin === undefined ? {} : { origin }),
    effect: citations.news(interaction.effect),
    mechanism: citations.news(interaction.mechanism),
    evidence: citations.news(interaction.evidence),
  };
}

function asUse({ summary, details, ...view }: UseView, citations: Citations): Use {
  return {
    ...view,
    status: STATUSES.find((status) => view.regions.some((region) => region.status === status)) ?? 'investigational',
    summary: citations.say(summary),
    details: citations.news(details),
  };
}

/**
 * Worst action first; where a class is listed, its members with the same action are not, and it names only those: a
 * member that is rated otherwise stands under its own rating. The product itself and its components stay out.
 */
function combiningOf(knowledge: Knowledge, citations: Citations, own: readonly string[]): Combining[] {
  const actionOf = (id: string): Action | undefined => knowledge.pair(id, MEMANTINE)[0]?.interaction.action;
  return ACTIONS.flatMap((action) => {
    const withAction = knowledge
      .entries()
      .filter(({ id, withMemantine }) => withMemantine?.action === action && !own.includes(id));
    const listed = new Set(withAction.map(({ id }) => id));
    const items = withAction
      .filter(({ id, kind, classes = [] }) => {
        const standFor = kind === 'combination' ? knowledge.members(id).map((member) => member.id) : classes;
        return !standFor.some((other) => listed.has(other));
      })
      .sort((a, b) => Number(b.kind === 'class') - Number(a.kind === 'class'))
      .map(({ id, name, kind, withMemantine }) => ({
        name,
        members:
          kind === 'class'
            ? knowledge
                .members(id)
                .flatMap((member) => (member.kind === 'drug' && actionOf(member.id) === action ? member.name : []))
            : [],
        summary: citations.line(withMemantine!.summary),
      }));
    return items.length > 0 ? [{ action, items }] : [];
  });
}

function sectionsOf(entry: CompiledEntry, knowledge: Knowledge, citations: Citations): Section[] {
  const { notes = [], contraindications = [], cautions = [], adverseEffects = {} } = entry;
  const added = knowledge.additions(entry.id).flatMap((addition) => addition.notes);
  const parts: readonly [SectionKey, readonly Sentence[] | undefined][] = [
    ['cautions', [...contraindications, ...cautions]],
    ['stopping', entry.stopping],
    ['effects', effectsOf(adverseEffects)],
    ['dosing', entry.dosing],
    ['pregnancy', entry.pregnancy],
    ['driving', entry.driving],
    ['mechanism', entry.mechanism],
    ['notes', [...notes, ...added]],
  ];
  return parts.flatMap(([key, sentences]) => {
    const lines = citations.news(sentences);
    return lines.length > 0 ? [{ key, lines }] : [];
  });
}

/** The first serious and the first common effects lead, so that a glance shows both. */
function effectsOf({ serious = [], common = [] }: NonNullable<CompiledEntry['adverseEffects']>): Sentence[] {
  return [...serious.slice(0, 1), ...common.slice(0, 1), ...serious.slice(1), ...common.slice(1)];
}
