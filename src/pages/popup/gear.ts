/** The popup's gear: opens the settings of daily use in the place of what is on the page, and closes them again. */
import { t } from '../../platform/i18n.ts';
import { button, byId, h } from '../../ui/dom.ts';
import { openOptions } from './notices.ts';

/** @returns closes the settings where they are open */
export function createGear(): () => void {
  const place = byId('settings');
  const label = t('popupSettings');
  const gear = button('', turn, {
    class: 'gear',
    id: 'open-settings',
    title: label,
    'aria-label': label,
    'aria-expanded': 'false',
    'aria-controls': 'settings',
  });
  byId('gear').append(gear);
  const back = (): void => {
    show(false);
    gear.focus();
  };
  let filled: Promise<void> | undefined;

  async function fill(): Promise<void> {
    const { settingsSections } = await import('./settings-view.ts');
    const close = button(t('popupBack'), back, { class: 'button quiet', id: 'close-settings' });
    const all = button(t('popupOptions'), openOptions, { class: 'button quiet', id: 'all-settings' });
    place.replaceChildren(h('div', { class: 'buttons' }, close, all), ...(await settingsSections()));
  }

  function show(open: boolean): void {
    gear.setAttribute('aria-expanded', String(open));
    place.hidden = !open;
    document.body.toggleAttribute('data-settings', open);
    scrollTo(0, 0);
  }

  async function turn(): Promise<void> {
    if (!place.hidden) return back();
    filled ??= fill();
    await filled;
    show(true);
  }

  return () => show(false);
}
