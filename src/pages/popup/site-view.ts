/**
 * The popup's part about the site: on or off, for the host or its whole domain, what holds elsewhere, and what off
 * shows.
 */
import { t } from '../../platform/i18n.ts';
import type { Settings } from '../../settings/schema.ts';
import { decide, patternsFor } from '../../shared/policy/site-policy.ts';
import { button, byId, h, toggle } from '../../ui/dom.ts';
import type { TabMentions } from './found.ts';
import type { PopupTab } from './tab.ts';

/** Hidden where there can be no rule. `locked`: paths of the settings that the reader cannot change. */
export function showSite(settings: Settings, locked: readonly string[], tab: PopupTab | undefined): void {
  const section = byId('site');
  const host = tab && patternsFor(tab.url)[0];
  section.hidden = !host;
  if (!tab || !host) return;
  const { on, by } = decide(tab.url, settings);
  const disabled = locked.includes('sites') || !settings.enabled;
  const domain = by === undefined ? undefined : domainPattern(tab.url);

  const turn = async (pattern: string, to: boolean) =>
    (await import('./behind.ts')).switchSite(tab.url, pattern, to ? 'on' : 'off');
  const siteSwitch = toggle('site-on', async (to) => turn(by !== undefined && by === (await domain) ? by : host, to));
  siteSwitch.checked = on;
  siteSwitch.disabled = disabled;
  const label = h('label', { for: 'site-on' }, t('popupOnSite', readable(host)));
  const row = h('div', { class: 'switch-row' }, label, siteSwitch);
  const isLocked = ['enabled', 'sites', 'siteMode'].some((path) => locked.includes(path));
  const focused = document.activeElement?.id;
  section.replaceChildren(
    row,
    modeChoice(settings.siteMode, locked.includes('siteMode')),
    isLocked ? h('p', { class: 'locked muted' }, t('optionsLocked')) : '',
    tab.incognito ? h('p', { class: 'muted' }, t('popupPrivate')) : '',
  );
  if (focused) document.getElementById(focused)?.focus();
  void domain?.then((pattern) => {
    // The section may have been filled anew meanwhile.
    if (pattern === undefined || !row.isConnected) return;
    const scope = by === pattern ? pattern : host;
    row.after(scopeChoice(host, pattern, scope, disabled, (to) => turn(to, on)));
    if (focused?.startsWith('scope-')) document.getElementById(focused)?.focus();
  });
}

/** Once the site has a rule, one click widens it to the domain, or narrows it again. `scope`: the one of both that holds. */
function scopeChoice(host: string, domain: string, scope: string, disabled: boolean, set: (to: string) => unknown) {
  const choice = (id: string, pattern: string, label: string): HTMLElement => {
    const radio = h('input', { type: 'radio', name: 'scope', id, checked: pattern === scope, disabled });
    radio.addEventListener('change', () => void set(pattern));
    return h('label', {}, radio, label);
  };
  return h(
    'fieldset',
    { class: 'scope' },
    h('legend', { class: 'visually-hidden' }, t('popupScope')),
    choice('scope-host', host, t('popupScopeHost', readable(host))),
    choice('scope-domain', domain, t('popupScopeDomain', readable(domain.slice(2)))),
  );
}

/** What holds on other sites, in one sentence. */
function modeChoice(mode: Settings['siteMode'], locked: boolean): HTMLElement {
  const select = h(
    'select',
    { class: 'field', id: 'site-mode', disabled: locked },
    h('option', { value: 'everywhere', selected: mode === 'everywhere' }, t('popupElsewhereAll')),
    h('option', { value: 'chosen', selected: mode === 'chosen' }, t('popupElsewhereChosen')),
  );
  select.addEventListener('change', async () => (await import('./behind.ts')).setSetting('siteMode', select.value));
  return h('p', {}, h('label', { class: 'muted elsewhere' }, t('popupElsewhere'), ' ', select));
}

/** `*.example.org` for the registrable domain of a page; undefined for hosts that have none (IP addresses, localhost). */
async function domainPattern(url: string): Promise<string | undefined> {
  // The list of public suffixes is big, and most pages need no rule.
  const { getDomain } = await import('tldts');
  const domain = getDomain(url, { allowPrivateDomains: true });
  return domain ? `*.${domain}` : undefined;
}

/** A host as readers know it. */
function readable(host: string): string {
  return host === 'file:' ? t('popupFiles') : host;
}

/** What stands in the list's place where the reader switched it off: that it is, and how to go on. Undefined where it is on. */
export function offState(tab: PopupTab, { frames }: TabMentions, { enabled }: Settings): HTMLElement | undefined {
  const inactive = [...frames.values()].every(({ active }) => !active);
  if (!frames.has(0) || (enabled && !inactive)) return undefined;
  const host = patternsFor(tab.url)[0] ?? '';
  const [id, label] = enabled ? ['site-on', t('popupSwitchOn', readable(host))] : ['enabled', t('popupSwitchOnAll')];
  // The switch itself knows which rule it changes, and whether it may.
  const target = document.getElementById(id) as HTMLInputElement | null;
  const on = button(label, () => document.getElementById(id)?.click(), {
    class: 'button primary',
    disabled: !target || target.disabled,
  });
  return h('div', { id: 'off' }, h('p', {}, h('strong', {}, t(enabled ? 'popupSiteOff' : 'popupOff'))), on);
}
