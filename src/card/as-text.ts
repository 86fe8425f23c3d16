/** The whole card as text that a reader can paste elsewhere, every sentence with its sources. */

import type { Action } from '../knowledge/types.ts';
import { MEMANTINE } from '../shared/policy/pairs.ts';
import { keyOf } from '../ui/keys.ts';
import type { CardModel, Citation, Line, Relation, Use, UseInPassage } from './model.ts';
import { addressOf, sourceInShort } from './source-words.ts';
import { evidenceOf, regionsOf } from './use-words.ts';
import { day, type Wording, whatItIs, whoSays } from './words.ts';

/** How a kind of text writes a title, a heading, what stands in it, citations and a source. */
interface Style {
  readonly title: string;
  readonly heading: string;
  readonly plain: (text: string) => string;
  readonly refs: (citations: readonly Citation[]) => string;
  readonly source: (citation: Citation, wording: Wording) => string;
}

const PLAIN: Style = {
  title: '',
  heading: '',
  plain: (text) => text,
  refs: (citations) => (citations.length > 0 ? ` [${citations.map(({ number }) => number).join(', ')}]` : ''),
  source: ({ number, source }, wording) => {
    const { publisher, title, section } = source.document;
    const parts = [publisher, title, section, sourceInShort(source, wording), addressOf(source)];
    return `[${number}] ${parts.filter(Boolean).join('. ')}`;
  },
};

const MARKDOWN: Style = {
  title: '## ',
  heading: '### ',
  // Keeps text text where Markdown would make markup of it.
  plain: (text) => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&'),
  refs: (citations) => citations.map(({ number }) => `[^${number}]`).join(''),
  source: ({ number, source }, wording) => {
    const { publisher, title, section = '' } = source.document;
    const texts = [publisher, title, section, sourceInShort(source, wording)];
    const [by, named = '', ...rest] = texts.map(MARKDOWN.plain);
    const url = addressOf(source);
    const linked = url ? `[${named}](<${encodeURI(url)}>)` : named;
    return `[^${number}]: ${[by, linked, ...rest].filter(Boolean).join('. ')}`;
  },
};

export const asPlainText = (model: CardModel, wording: Wording): string => write(model, wording, PLAIN);

/** Markdown with footnotes. */
export const asMarkdown = (model: CardModel, wording: Wording): string => write(model, wording, MARKDOWN);

function write(model: CardModel, wording: Wording, style: Style): string {
  const { words } = wording;
  const heading = (text: string): string => `\n${style.heading}${style.plain(text)}`;
  const item = (text: string, citations: readonly Citation[] = []): string =>
    `- ${style.plain(text)}${style.refs(citations)}`;
  const line = ({ text, citations, verified }: Line): string =>
    item(verified ? text : `${text} (${words('cardUnverified')})`, citations);
  const noneFoundNote = (action: Action): string[] =>
    action === 'none-found' ? [item(words('cardNoneFoundNote'))] : [];
  const relation = (r: Relation): string[] => [
    heading(
      `${r.names.join(' + ')}: ${words(keyOf('cardAction', r.word))}${r.word === 'nothing' ? '' : ` (${whoSays(r.actionBy, wording)})`}`,
    ),
    ...(r.via.length > 0 ? [item(words('cardVia', r.via.join(', ')))] : []),
    line(r.summary),
    ...r.management.map(line),
    ...r.ratings.map(({ by, rating, citations }) => item(`${by}: ${rating}`, citations)),
    ...(r.word === 'nothing'
      ? []
      : [item(`${words('cardHowDocumented')}: ${words(keyOf('cardDocumentation', r.documentation))}`)]),
    ...[...r.effect, ...r.mechanism, ...r.evidence].map(line),
    ...noneFoundNote(r.action),
  ];
  const use = (u: Use): string[] => {
    const evidence = evidenceOf(u, wording);
    return [
      item([u.name, regionsOf(u.regions, wording), evidence].filter(Boolean).join(' — ')),
      ...[u.summary, ...u.details].map((part) => `  ${line(part)}`),
    ];
  };
  const uses = (title: string, list: readonly Use[]): string[] =>
    list.length > 0 ? [heading(title), ...list.flatMap(use)] : [];
  const named = ({ condition, regions, use: known }: UseInPassage): string[] => [
    item([condition, regionsOf(regions, wording), known && evidenceOf(known, wording)].filter(Boolean).join(' — ')),
    ...(known ? [`  ${line(known.summary)}`] : []),
  ];
  const isMemantine = model.entry.id === MEMANTINE;
  return [
    style.title + style.plain([model.title, whatItIs(model, wording)].filter(Boolean).join(' — ')),
    line(model.drugClass),
    // What the reader watches is not for others, unless the page names it.
    ...model.relations.filter(({ unnamed }) => !unnamed).flatMap(relation),
    ...(!isMemantine && model.relations.length === 0 ? [item(words('cardNothingListed'))] : []),
    ...(model.uses.length > 0 ? [heading(words('cardInThisPassage')), ...model.uses.flatMap(named)] : []),
    ...model.combining.flatMap(({ action, items }) => [
      heading(words(keyOf('cardVerdict', action))),
      ...items.map(({ name, members, summary }) =>
        item(members.length > 0 ? `${name} (${members.join(', ')})` : name, summary.citations),
      ),
      ...noneFoundNote(action),
    ]),
    ...uses(words('cardApprovedFor'), model.approved),
    ...model.pairs.flatMap(relation),
    ...model.sections.flatMap(({ key, lines }) => [heading(words(keyOf('cardSection', key))), ...lines.map(line)]),
    ...uses(words('cardOtherUses'), model.otherUses),
    heading(words('cardSources', model.citations.length)),
    ...model.citations.map((citation) => style.source(citation, wording)),
    '',
    style.plain(
      [
        words('cardReviewed', day(model.entry.reviewedOn, wording)),
        words('cardNotAdvice'),
        words('cardNotListed'),
      ].join(' '),
    ),
    '',
  ].join('\n');
}
