/** The card's foot: how far to trust it, the reading level, and what a reader can take away. */
import { h } from '../ui/dom.ts';
import { asMarkdown, asPlainText } from './as-text.ts';
import { copyText } from './copy.ts';
import type { CardModel } from './model.ts';
import { reportText } from './report.ts';
import type { ViewOptions } from './view.ts';
import { day } from './words.ts';

/** @param card gives the whole card, whose reading level the switch sets */
export function footView(model: CardModel, card: () => HTMLElement, options: ViewOptions): HTMLElement {
  const { wording, professional, print, setProfessional } = options;
  const { words, language } = wording;
  const box = h('input', { type: 'checkbox', role: 'switch', checked: professional });
  box.addEventListener('change', () => {
    card().toggleAttribute('data-professional', box.checked);
    setProfessional?.(box.checked);
  });
  const status = h('p', { class: 'status muted', role: 'status' });
  const place = h('div', {});
  const act = (label: string, run: () => void): HTMLElement => {
    const button = h('button', { type: 'button', class: 'act' }, label);
    button.addEventListener('click', run);
    return button;
  };
  const show = (text: string): void => place.replaceChildren(textView(text, words('cardTextLabel')));
  const copy = async (text: string): Promise<void> => {
    const copied = await copyText(text);
    status.textContent = words(copied ? 'cardCopied' : 'cardCopyByHand');
    if (!copied) show(text);
  };
  const report = (): void => {
    const field = textView(reportText(model, options.version, wording), words('cardReportLabel'));
    const take = act(words('cardCopyReport'), () => void copy(field.value));
    place.replaceChildren(h('p', { class: 'muted' }, words('cardReportHow')), field, take);
    status.textContent = '';
    field.focus();
  };
  return h(
    'footer',
    {},
    h('label', { class: 'switch' }, box, words('cardProfessional')),
    h(
      'p',
      { class: model.old ? 'old' : 'muted' },
      words('cardReviewed', day(model.entry.reviewedOn, wording)),
      model.old && ` · ${words('cardOld')}`,
    ),
    h('p', {}, h('b', {}, words('cardNotAdvice')), ' ', h('span', { class: 'muted' }, words('cardScope'))),
    !language.startsWith('en') && h('p', { class: 'muted' }, words('cardEnglishOnly')),
    h(
      'div',
      { class: 'acts' },
      act(words('cardCopyText'), () => void copy(asPlainText(model, wording))),
      act(words('cardCopyMarkdown'), () => void copy(asMarkdown(model, wording))),
      print && act(words('cardPrint'), print),
      act(words('cardReport'), report),
    ),
    status,
    place,
  );
}

function textView(text: string, label: string): HTMLTextAreaElement {
  const field = h('textarea', { rows: 8, 'aria-label': label, spellcheck: 'false' });
  field.value = text;
  return field;
}
