/** Asks for the password of a protected document. It goes to PDF.js in this page and is kept nowhere. */
import { t } from '../../platform/i18n.ts';
import { button, h } from '../../ui/dom.ts';

/**
 * @param wrong whether one was given that does not fit
 * @returns undefined when the reader gives up.
 */
export function askPassword(wrong: boolean): Promise<string | undefined> {
  const input = h('input', { type: 'password', class: 'field', id: 'password', autocomplete: 'off' });
  const dialog = h('dialog', { class: 'panel', id: 'password-dialog' });
  const form = h(
    'form',
    { method: 'dialog' },
    h('label', { for: 'password' }, t(wrong ? 'pdfPasswordWrong' : 'pdfPassword')),
    input,
    h(
      'p',
      { class: 'buttons' },
      button(t('pdfCancel'), () => dialog.close('')),
      h('button', { class: 'button primary', value: 'ok' }, t('pdfPasswordOpen')),
    ),
  );
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      done(dialog.returnValue === 'ok' ? input.value : undefined);
    });
  });
}
