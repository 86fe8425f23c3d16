/**
 * Which condition a passage names as the use of a medicine.
 *
 * Rules over the words between mention and condition, nearest context first: the sentence, then sentences of the
 * paragraph that go on about the medicine, then the heading, then the page's title. A condition that is denied, that the
 * medicine causes, or that is merely listed is no use. The cues are English, with the commonest ones of German, French and
 * Spanish. Measured by tests/eval/passages.
 */
import type { Condition, ConditionFinder, FoldedText } from './indication-terms.ts';

/** The words around a mention; see card/port. */
export interface PassageText {
  readonly sentence: string;
  /** Raw offset of the mention in `sentence`, and its length. */
  readonly start: number;
  readonly length: number;
  readonly paragraph: string;
  readonly heading: string;
  readonly title: string;
}

/** Words that make what follows them the aim of a treatment. */
const AIM = [
  '(?<!responsible |known |account |accounts )for|against|to (?:treat|prevent|manage|relieve|reduce|control|improve|stop|ease|help)',
  '(?:treatments?|therap(?:y|ies)|management|prevention|prophylaxis|relief|control|reduction|efficac\\w+|effective\\w*|benefits?|useful) (?:of|for|in|on|against)',
  'treat(?:s|ing)|manag(?:es|ing)|prevent(?:s|ing)|reliev\\w+|alleviat\\w+|ameliorat\\w+|improv\\w+|reduc(?:e|es|ing)',
  'decreas(?:e|es|ing)|controls|controlling|suppress\\w*|abolish\\w*|attenuat\\w+|stabili[sz]\\w+|delay\\w*|slow(?:s|ed|ing)?',
  'facilitat\\w+|provid\\w+|help(?:s|ed)? (?:with|in|against)|indicated (?:in|for)|approved (?:in|for)|augment\\w+',
  'bei|gegen|zur behandlung|pour|contre|dans|para|contra',
].join('|');
/** A word that relates two things without saying how. */
const PLACE = 'in|with|among|of|on|to|en|de|del|der|von';
const TREATED = [
  'treat(?:ed|ment)|managed|controlled|given|giving|receiv(?:e|es|ed|ing)|tak(?:e|es|ing|en)|prescribed|prescrib\\w+',
  'administ\\w+|respon\\w+|therapy|trials?|use[ds]?|using|randomi[sz]ed|random\\w+|benefi\\w+|relie\\w+|improv\\w+|prevent\\w*',
  'medications?|medicines?|drugs?|agents?|options|ingesting|added|adding|started|initiation|adjunct\\w*|background|tested|test(?:ing|s)?',
  'maintained|induced with|treatments?|aids?|placebo|efficacy|effectiveness|superior|safety|tolerability|study',
  'behandelt|traite[es]*|tratad[oa]s?',
].join('|');
/** What a medicine does to a reader who would rather not have it. */
const HARM = [
  'induced?|induces|inducing|caus(?:e|es|ed|ing)|worsen\\w*|exacerbat\\w+|aggravat\\w+|precipitat\\w+|provok\\w+|elicit\\w*',
  'produc(?:e|es|ed|ing)|generation of|trigger\\w*|led to|leads? to|leading to|result(?:s|ed|ing)? in|develop(?:s|ed|ing|ment of)?|experienced',
  'adverse|side[- ]effects?|toxicity|overdos\\w+|complicat\\w+|risks?|increas\\w+ (?:the )?(?:risk|frequency|incidence)(?: of)?',
  'associated with|contraindicated|contra-indicated|caution|cautiously|avoid\\w*|history of|due to|following|secondary to',
  'similar to|resembl\\w+|mimic\\w*|model(?:s|ed)? of symptoms|incidence of|cases? of|occurrence of|reported (?:in|during|with)',
  'lowers? the (?:seizure )?threshold|predispos\\w+|suffer\\w*|interaction\\w*|plasma concentrations?|pharmacokinetic\\w*',
].join('|');
const DENIED =
  /\b(?:no|not|nor|neither|never|without|non|free of|absence of|exclud\w+|except|rather than|instead of|other than|unlike|unrelated to|kein\w*|nicht|ohne|sans|pas|sin)\b(?! only\b)(?: \S+){0,5} ?$/;
/** A study that found nothing is about the use all the same. */
const NO_EFFECT =
  /\bnot (?:\w+ly )?(?:improv|reduc|help|differ|benefi|better|work|prevent|reliev|effective|superior|show)\w*/g;
const NOT_USED =
  /\b(?:not|never|n't|neither|nor|nicht|pas|no)(?! only\b)(?: (?:be|been|currently|yet|routinely|usually|generally|officially|fda|itself))*[ -](?:used|approved|indicated|licen[sc]ed|recommended|prescribed|intended|meant|given|a (?:treatment|medicine|drug|cure)|for|zugelassen|empfohlen)\b/;
const LISTED =
  /^[\s,/()]*(?:(?:and|or|und|oder|et|ou|y|o|as well as|including|such as|e\.g\.)[\s,]+)*(?:[\w-]+ ){0,3}$/;
const PEOPLE =
  '(?: (?:patients?|people|persons?|adults?|children|subjects?|individuals?|outpatients?|inpatients?|those|participants?|men|women|humans|cases|parturients|pediatric|young|elderly|older|\\w+ed))*(?: (?:with|who have|having|from))?';
/** A clause without a subject of its own still speaks of the medicine. */
const GOES_ON =
  /^\s*(?:(?:it|this|they|also|only|not) )*(?:has|have|had|is|was|were|does|did|can|may|failed|showed|for|in|used)\b/;
const CLAUSE_END = /[;:]|\b(?:but|whereas|while|although|however|unless)\b/;

const aimNear = new RegExp(`\\b(?:${AIM})\\b[^;]{0,90}$`);
const placeNear = new RegExp(`\\b(?:${PLACE})${PEOPLE}(?: [\\w'/()-]+,?){0,4} ?$`);
const harm = new RegExp(`\\b(?:${HARM})\\b`);
const treatedBetween = new RegExp(`\\b(?:${TREATED})\\b|^ (?:patients |people |\\w+ )?on $`);

/** How sure a relation is; nothing below is used. */
type Strength = 0 | 1 | 2 | 3;

interface Relation {
  readonly condition: Condition;
  readonly strength: Strength;
  /** Said to be no use, or an effect of the medicine. */
  readonly ruledOut: boolean;
  readonly distance: number;
}

/**
 * Ids of the conditions that the passage names as uses of the medicine, the likeliest first; empty where it names none.
 * All come from the nearest context that names any.
 */
export function namedUses(passage: PassageText, finder: ConditionFinder): string[] {
  const { sentence, paragraph, heading, title } = passage;
  const around = finder.fold(`${title}\n${heading}\n${paragraph}`);
  const folded = finder.fold(sentence);
  const start = foldedOffset(folded, passage.start);
  const end = foldedOffset(folded, passage.start + passage.length);
  const relations = relate(folded.text, start, end, finder.find(folded, around));
  const named = best(relations);
  if (named.length > 0) return named;
  const out = new Set(relations.filter(({ ruledOut }) => ruledOut).map(({ condition }) => condition.indication));
  const next = [
    () => following(passage, finder, around),
    () => headed(heading, finder, around),
    () => headed(title, finder, around),
  ];
  for (const find of next) {
    const ids = find().filter((id) => !out.has(id));
    if (ids.length > 0) return ids;
  }
  return [];
}

function foldedOffset({ text, starts }: FoldedText, raw: number): number {
  let at = 0;
  while (at < text.length && starts[at]! < raw) at++;
  return at;
}

function relate(text: string, start: number, end: number, conditions: readonly Condition[]): Relation[] {
  const relations: Relation[] = [];
  for (const condition of conditions) {
    if (condition.start < end && condition.end > start) continue;
    const after = condition.start >= end;
    const relation = after ? behind(text, end, condition, relations.at(-1)) : before(text, start, end, condition);
    const distance = after ? condition.start - end : start - condition.end;
    relations.push({ condition, distance, ...relation });
  }
  return relations;
}

type Judgement = Pick<Relation, 'strength' | 'ruledOut'>;
const NOTHING: Judgement = { strength: 0, ruledOut: false };
const OUT: Judgement = { strength: 0, ruledOut: true };

/** The condition stands after the mention: "memantine for depression". */
function behind(text: string, end: number, condition: Condition, previous: Relation | undefined): Judgement {
  const between = text.slice(end, condition.start);
  const head = text.slice(0, end);
  // What follows speaks of what the medicine does, not of the medicine.
  if (/^[- ]?(?:induced|associated|related|caused|triggered|dependent)\b/.test(between)) return OUT;
  // "Memantine: patients with …": the name heads the sentence.
  if (/^\s*:/.test(between)) return behindHead(between, condition);
  if (opensAside(between)) return NOTHING;
  if (DENIED.test(between.replace(NO_EFFECT, '')) || NOT_USED.test(between)) return OUT;
  // One list, one verdict: "for depression, anxiety and OCD".
  if (previous && previous.condition.start >= end && LISTED.test(text.slice(previous.condition.end, condition.start))) {
    return { strength: previous.strength, ruledOut: previous.ruledOut };
  }
  const plain = between.replace(/\([^)]*\)/g, '');
  const clause = plain.split(CLAUSE_END).at(-1)!;
  if (clause !== plain && !(aimNear.test(clause) && GOES_ON.test(clause))) return NOTHING;
  const tail = between.slice(-60);
  if (harm.test(tail) && !aimAfterHarm(tail)) return OUT;
  if (aimNear.test(between))
    return harm.test(between) && !aimAfterHarm(between) ? OUT : { strength: 3, ruledOut: false };
  if (
    /^ (?:\w+ )?$/.test(between) &&
    /treatment|therap|medic|drug|sedation/.test(text.slice(condition.end, condition.end + 20))
  ) {
    return { strength: 2, ruledOut: false };
  }
  if (harm.test(between) || harm.test(head.slice(-80))) return OUT;
  if (placeNear.test(between) || outcome(between, text.slice(condition.end))) return { strength: 2, ruledOut: false };
  return directUse(between, text.slice(condition.end)) ? { strength: 2, ruledOut: false } : NOTHING;
}

/** Inside brackets that were opened well after the mention, something else is spoken of. */
function opensAside(between: string): boolean {
  const open = between.lastIndexOf('(');
  return open > 25 && between.indexOf(')', open) < 0;
}

function behindHead(between: string, condition: Condition): Judgement {
  const ok = condition.start > 0 && (placeNear.test(between) || aimNear.test(between)) && !harm.test(between);
  return ok ? { strength: 2, ruledOut: false } : NOTHING;
}

/** "Ketamine sedation", "the Alzheimer's pill": nothing but a word between. */
function directUse(between: string, rest: string): boolean {
  return /^ ?(?:\w+ )?$/.test(between) && /^\W*(?:$|study|trial|for\b|of\b)/.test(rest);
}

/** "Despite phenytoin the seizures persisted". */
function outcome(between: string, rest: string): boolean {
  return (
    !/discontinu|stopp|withdraw/.test(between + rest) &&
    /^ (?:\w+ )?(?:persist|continu|recur|resolv|improv|remit|subsid|cease)/.test(rest)
  );
}

/** Whether an aim is named after the last harm: "to treat dyskinesia caused by levodopa" is one, "caused" alone is none. */
function aimAfterHarm(words: string): boolean {
  const parts = words.split(harm);
  return new RegExp(`\\b(?:${AIM})\\b`).test(parts.at(-1)!);
}

/** The condition stands before the mention: "depression was treated with memantine". */
function before(text: string, start: number, end: number, condition: Condition): Judgement {
  const between = text.slice(condition.end, start);
  const lead = text.slice(0, condition.start);
  if (DENIED.test(lead.split(/[,;.]/).at(-1)!)) return OUT;
  if (madeBy.test(between)) return OUT;
  const nearLead = lead.slice(-70);
  const isAim = aimJustBefore.test(nearLead);
  const ofPeople = peopleWith.test(nearLead);
  if (harm.test(nearLead.slice(-40)) && !isAim && !ofPeople) return OUT;
  if (CLAUSE_END.test(between) && !/^\W*:/.test(between)) return NOTHING;
  if (ownAim.test(text.slice(end))) return NOTHING;
  const treated =
    treatedBetween.test(between) ||
    (/^ (?:with|by) $/.test(between) && /\btreat|\bmanag|\bprevent|\bprophyla/.test(text.slice(0, condition.end)));
  if (treated && (ofPeople || !harm.test(between))) return { strength: harm.test(between) ? 2 : 3, ruledOut: false };
  if (harm.test(between)) return NOTHING;
  if (isAim && between.length < 90) return { strength: 2, ruledOut: false };
  return /\b(?:trials?|stud(?:y|ies)) (?:in|of|with)\b/.test(nearLead) && ofPeople
    ? { strength: 2, ruledOut: false }
    : NOTHING;
}

const madeBy =
  /^[ ,]*(?:was |were |is )?(?:possibly |probably |likely )?(?:induced|caused|produced|provoked|worsened|triggered|due|following|after|associated)\b/;
const aimJustBefore = new RegExp(`\\b(?:${AIM})\\b(?: [\\w'-]+){0,5} ?$`);
const peopleWith =
  /\b(?:patients?|people|persons?|adults?|children|subjects?|individuals?|those|participants?)(?: \w+)? (?:with|who have|having)(?: [\w-]+){0,4} ?$/;
/** The medicine was given for something that is no condition of ours: "bromocriptine for inhibition of lactation". */
const ownAim =
  /^(?: [\w-]+)? for (?!\d|at |more |up |several |many |two |three |four |six |eight |ten |the (?:first|last|next)|a (?:week|month|year|long))/;

/** The likeliest first: by strength, then the nearest. */
function best(relations: readonly Relation[]): string[] {
  const used = relations.filter(({ strength }) => strength >= 2);
  used.sort((a, b) => b.strength - a.strength || a.distance - b.distance);
  return [...new Set(used.map(({ condition }) => condition.indication))];
}

/** The next sentence, where it goes on about the same medicine: "It is used for depression." */
function following({ sentence, paragraph }: PassageText, finder: ConditionFinder, around: FoldedText): string[] {
  const at = paragraph.indexOf(sentence);
  if (at < 0) return [];
  const next = paragraph.slice(at + sentence.length, at + sentence.length + 400);
  const [, subject, rest] =
    /^\s*(it|this (?:drug|medicine|medication|agent)|the (?:drug|medicine|medication))\b([^.!?]*)/i.exec(next) ?? [];
  if (subject === undefined || rest === undefined) return [];
  const folded = finder.fold(rest);
  return best(relate(folded.text, 0, 0, finder.find(folded, around)));
}

/** A heading or title that names one condition, and not as something that the medicine does. */
function headed(heading: string, finder: ConditionFinder, around: FoldedText): string[] {
  const folded = finder.fold(heading);
  if (
    harm.test(folded.text) ||
    NOT_USED.test(folded.text) ||
    /\b(?:without|not|overdose|warnings?)\b/.test(folded.text)
  )
    return [];
  const ids = [...new Set(finder.find(folded, around).map(({ indication }) => indication))];
  return ids.length === 1 ? ids : [];
}
