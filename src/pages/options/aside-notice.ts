/** The notice about something that was stored and could not be read: it can be saved, and the notice dismissed for good. */
import { t } from '../../platform/i18n.ts';
import { button, h } from '../../ui/dom.ts';
import { saveJson } from '../../ui/files.ts';
import { notice } from '../../ui/parts.ts';

/**
 * @param id of the notice, and end of the file's name
 * @param told what it says
 * @param data what was set aside, as it was found
 */
export function asideNotice(
  id: string,
  told: readonly HTMLElement[],
  data: unknown,
  dismiss: () => Promise<void>,
): HTMLElement {
  const save = button(t('optionsSetAsideSave'), () => saveJson(data, `memantine-lens-${id}`));
  const done = button(t('optionsDismiss'), async () => {
    await dismiss();
    said.remove();
  });
  const said = notice('warning', { id, role: 'status' }, ...told, h('div', { class: 'buttons' }, save, done));
  return said;
}
