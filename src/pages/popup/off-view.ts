/** What the popup shows where nothing is marked because the reader switched it off: that it is off, and how to go on. */
import { t } from '../../platform/i18n.ts';
import type { Settings } from '../../settings/schema.ts';
import { patternsFor } from '../../shared/policy/site-policy.ts';
import { button, h } from '../../ui/dom.ts';
import type { TabMentions } from './found.ts';
import { readable } from './site-view.ts';
import type { PopupTab } from './tab.ts';

/** Undefined where it is on. */
export function offState(tab: PopupTab, found: TabMentions, { enabled }: Settings): HTMLElement | undefined {
  const inactive = [...found.frames.values()].every(({ active }) => !active);
  if (!found.answered || (enabled && !inactive)) return undefined;
  const host = patternsFor(tab.url)[0];
  const [switchId, label] = enabled
    ? ['site-on', t('popupSwitchOn', readable(host ?? ''))]
    : ['enabled', t('popupSwitchOnAll')];
  // The switch itself knows which rule it changes, and whether it may.
  const target = document.getElementById(switchId) as HTMLInputElement | null;
  return h(
    'div',
    { id: 'off' },
    h('p', {}, h('strong', {}, t(enabled ? 'popupSiteOff' : 'popupOff'))),
    button(label, () => document.getElementById(switchId)?.click(), {
      class: 'button primary',
      disabled: !target || target.disabled,
    }),
  );
}
