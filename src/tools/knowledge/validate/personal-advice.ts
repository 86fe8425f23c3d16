/** The product informs and gives no personal advice: no address, no command, no obligation without its author. */
import { allSentences, rule } from './rule.ts';

/** Verbs that, at the beginning of a clause, tell somebody to do something. */
const COMMANDS =
  'adjust|always|ask|avoid|be|beware|call|check|choose|consider|consult|continue|discontinue|discuss|do|eat|ensure|follow|give|inform|keep|make|monitor|never|please|prefer|remember|see|seek|speak|swallow|take|talk|tell|titrate|wait|watch|withhold';
/** Such verbs that are nouns or adjectives as well: a command only before these words ("Stop the …", "Use it …"). */
const AMBIGUOUS =
  'change|contact|dose|drink|increase|limit|lower|measure|raise|reduce|report|start|stop|store|switch|try|use';
const OBJECT =
  'a|an|all|another|any|at|both|caution|each|every|immediately|it|its|low|no|only|slowly|such|that|the|their|them|these|this|those|when|whole|memantine|doctors?|help|patients?|pharmacists?|prescribers?';

const CLAUSE = String.raw`(?:^|[.;:!?]\s+["“]?|\s[–—]\s)`;
const COMMAND = new RegExp(`${CLAUSE}(?:${COMMANDS})\\b(?!-)`, 'i');
const AMBIGUOUS_COMMAND = new RegExp(`${CLAUSE}(?:${AMBIGUOUS})\\s+(?:${OBJECT})\\b`, 'i');
const NEGATED_COMMAND = new RegExp(`${CLAUSE}(?:do not|don[’']t)\\b`, 'i');
const ADDRESS = /\b(?:you|your|yours|yourself|you[’'](?:re|ve|ll))\b/i;
/** Obligations are facts only as somebody's words: the sentence must say whose. */
const OBLIGATION = /\b(?:should|must|ought to|needs? to|ha(?:s|ve) to)\b/i;
const AUTHORITY =
  /\b(?:label|labels|labelling|labeling|SmPC|product information|prescribing information|information|leaflet|guidelines?|guidance|criteria|authority|authorities|agency|FDA|EMA|EU|NICE|BNF|Cochrane|WHO|reviewers?|experts?|authors?|advi[cs]e[sd]?|says?|warns?|recommends?|boxed warning|monograph|reference|law)\b/i;

/** Why a sentence sounds like advice to one reader, or `undefined`. */
export function adviceIn(text: string): string | undefined {
  const address = ADDRESS.exec(text)?.[0];
  if (address) return `speaks to the reader ("${address}")`;
  for (const pattern of [NEGATED_COMMAND, COMMAND, AMBIGUOUS_COMMAND]) {
    const command = pattern.exec(text)?.[0].replace(/^[^\p{L}]+/u, '');
    if (command) return `gives a command ("${command} …")`;
  }
  const obligation = OBLIGATION.exec(text)?.[0];
  if (obligation && !AUTHORITY.test(text))
    return `says what has to be done ("${obligation}") without saying who says so`;
  return undefined;
}

export const personalAdvice = rule('personal-advice', (knowledge, found) => {
  for (const { file, place, text } of allSentences(knowledge)) {
    const advice = adviceIn(text);
    const repair = 'State a fact: "Prescribers check kidney function before …", "The US label advises caution …".';
    if (advice) found(file, `${place}/text`, advice, repair);
  }
});
