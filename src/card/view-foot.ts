/** The card's end: how far to trust it, and a bar with the reading level and what a reader can do and take away. */
import { button, h, toggle } from '../ui/dom.ts';
import { asMarkdown, asPlainText } from './as-text.ts';
import { copyText } from './copy.ts';
import type { CardModel } from './model.ts';
import type { ViewOptions } from './view.ts';
import { more } from './view-parts.ts';
import { day, type Wording } from './words.ts';

/** What can be done about a mention; absent ones have no button. */
export interface CardButtons {
  readonly hide?: () => void;
  readonly leaveSite?: () => void;
  /** Not this medicine: marks these words on this site no more. */
  readonly wrong?: () => void;
  readonly inText?: () => void;
  /** Speaks first of this medicine's pairs, or no longer. */
  readonly watch?: () => void;
  /** It does so now. */
  readonly watches?: boolean;
}

/** When it was reviewed, what it is not, and how far it goes. */
export function trustView(model: CardModel, wording: Wording): HTMLElement {
  const { words, language } = wording;
  const reviewed = words('cardReviewed', day(model.entry.reviewedOn, wording));
  return h(
    'footer',
    {},
    h('p', { class: model.old ? 'old' : 'muted' }, reviewed, model.old && ` · ${words('cardOld')}`),
    h('p', {}, h('b', {}, words('cardNotAdvice')), ' ', h('span', { class: 'muted' }, words('cardScope'))),
    !language.startsWith('en') && h('p', { class: 'muted' }, words('cardEnglishOnly')),
  );
}

/** @param card gives the whole card, whose reading level the switch sets */
export function barView(model: CardModel, card: () => HTMLElement, options: ViewOptions): HTMLElement {
  const { wording, professional, print, setProfessional, actions = {}, reportTo } = options;
  const { words } = wording;
  const box = toggle(undefined, (on) => {
    card().toggleAttribute('data-professional', on);
    setProfessional?.(on);
  });
  box.checked = professional;
  const status = h('p', { class: 'status muted', role: 'status' });
  const place = h('div', { class: 'paper-slip' });
  const act = (label: string, run: () => void): HTMLElement => button(label, run, { class: 'act' });
  const copy = async (text: string): Promise<void> => {
    const copied = await copyText(text);
    status.textContent = words(copied ? 'cardCopied' : 'cardCopyByHand');
    if (!copied) place.replaceChildren(textView(text, words('cardTextLabel')));
  };
  const report = (ofMatch = false): void => {
    const field = textView(reportText(model, options.version, wording, ofMatch), words('cardReportLabel'));
    const take = act(words('cardCopyReport'), () => void copy(field.value));
    const how = reportTo ? words('cardReportTo', reportTo) : words('cardReportHow');
    place.replaceChildren(h('p', { class: 'muted' }, how), field, take);
    status.textContent = '';
    field.focus();
  };
  /** Said before what it may bring: the report goes beyond this browser only by the reader's own hand. */
  const wrong = act(words('cardWrong'), () => {
    actions.wrong?.();
    wrong.setAttribute('disabled', '');
    report(true);
    status.textContent = words('cardWrongDone');
  });
  const { watch, watches } = actions;
  const mark = [
    watch && act(words(watches ? 'cardWatchNot' : 'cardWatch'), watch),
    actions.hide && act(words('cardHide'), actions.hide),
    actions.leaveSite && act(words('cardLeaveSite'), actions.leaveSite),
    actions.wrong && wrong,
    act(words('cardReport'), () => report()),
    act(words('cardCopyMarkdown'), () => void copy(asMarkdown(model, wording))),
  ];
  return h(
    'div',
    { class: 'bar' },
    h(
      'div',
      { class: 'acts' },
      actions.inText && act(words('cardInText'), actions.inText),
      act(words('cardCopyText'), () => void copy(asPlainText(model, wording))),
      print && act(words('cardPrint'), print),
      h('label', { class: 'switch' }, box, words('cardProfessional')),
    ),
    ...more(words('cardOptions'), [h('div', { class: 'acts' }, ...mark)]),
    status,
    place,
  );
}

function textView(text: string, label: string): HTMLTextAreaElement {
  const field = h('textarea', { rows: 6, 'aria-label': label, spellcheck: 'false' });
  field.value = text;
  return field;
}

/**
 * The text with which a reader tells us of a mistake, who sees it, changes it, and sends it by hand. It names the entry and
 * the versions alone: nothing of the page, and not the name as the page wrote it.
 *
 * @param wrong the report is of a wrong match: it says which name of ours it was.
 */
function reportText({ entry, form }: CardModel, version: string, { words, language }: Wording, wrong = false): string {
  return [
    wrong ? words('cardReportWrong', form?.form ?? entry.name, entry.name) : words('cardReportTitle', entry.name),
    `id: ${entry.id}`,
    `reviewed: ${entry.reviewedOn}`,
    ...(entry.origin === undefined ? [] : [`pack: ${entry.origin}`]),
    `version: ${version}`,
    `language: ${language}`,
    '',
    words('cardReportWhat'),
    '',
    words('cardReportSource'),
    '',
  ].join('\n');
}
