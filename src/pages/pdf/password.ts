/** Asks for the password of a protected document. It goes to PDF.js in this page and is kept nowhere. */
import { t } from '../../platform/i18n.ts';
import { button, h } from '../../ui/dom.ts';

/**
 * @param wrong whether one was given that does not fit
 * @returns undefined when the reader gives up.
 */
export function askPassword(wrong: boolean): Promise<string | undefined> {
  const input = h('input', { type: 'password', class: 'field', id: 'password', autocomplete: 'off' });
  const label = h('label', { for: 'password' }, t(wrong ? 'pdfPasswordWrong' : 'pdfPassword'));
  const cancel = button(t('pdfCancel'), () => dialog.close(''));
  const open = h('button', { class: 'button primary', value: 'ok' }, t('pdfPasswordOpen'));
  const form = h('form', { method: 'dialog' }, label, input, h('p', { class: 'buttons' }, cancel, open));
  const dialog = h('dialog', { class: 'panel', id: 'password-dialog' }, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      done(dialog.returnValue === 'ok' ? input.value : undefined);
    });
  });
}
