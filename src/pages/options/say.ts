/** What the options say: after something was done, and of what was stored and could not be read. */
import { t } from '../../platform/i18n.ts';
import { button, byId, h } from '../../ui/dom.ts';
import { saveJson } from '../../ui/files.ts';
import { notice } from '../../ui/parts.ts';

/** Shows one line at the bottom for a while, and says it to screen readers. */
export function say(text: string): void {
  const status = byId('said');
  status.textContent = text;
  status.classList.remove('visually-hidden');
  clearTimeout(Number(status.dataset.timer));
  status.dataset.timer = String(setTimeout(() => status.classList.add('visually-hidden'), 6_000));
}

/** A notice of what was set aside, which can be saved; dismissed, it is gone for good. `id`: also the end of the file's name. */
export function asideNotice(id: string, told: HTMLElement[], data: unknown, dismiss: () => unknown): HTMLElement {
  const save = button(t('optionsSetAsideSave'), () => saveJson(data, `memantine-lens-${id}`));
  const done = button(t('optionsDismiss'), async () => {
    await dismiss();
    said.remove();
  });
  const said = notice('warning', { id, role: 'status' }, ...told, h('div', { class: 'buttons' }, save, done));
  return said;
}
