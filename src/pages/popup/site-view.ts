/** The popup's part about the site: on or off, for the host or its whole domain, and what holds on other sites. */

import { t } from '../../platform/i18n.ts';
import type { Settings } from '../../settings/schema.ts';
import { decide, patternsFor, type Switch } from '../../shared/policy/site-policy.ts';
import { byId, h, toggle } from '../../ui/dom.ts';
import type { PopupTab } from './tab.ts';

/** What of this section an administrator can lock. */
const LOCKING = ['enabled', 'sites', 'siteMode'];

/**
 * Fills the section; hides it where there can be no rule.
 *
 * @param locked paths of the settings that the reader cannot change
 */
export function showSite(settings: Settings, locked: readonly string[], tab: PopupTab | undefined): void {
  const section = byId('site');
  const host = tab && patternsFor(tab.url)[0];
  section.hidden = !host;
  if (!tab || !host) return;
  const { on, by } = decide(tab.url, settings);
  const disabled = locked.includes('sites') || !settings.enabled;
  const domain = by === undefined ? undefined : domainPattern(tab.url);

  const siteSwitch = toggle('site-on', undefined, async (to) => {
    const scope = by !== undefined && by === (await domain) ? by : host;
    await switchSite(tab.url, scope, to ? 'on' : 'off');
  });
  siteSwitch.checked = on;
  siteSwitch.disabled = disabled;
  const row = h(
    'div',
    { class: 'switch-row' },
    h('label', { for: 'site-on' }, t('popupOnSite', readable(host))),
    siteSwitch,
  );
  const focused = document.activeElement?.id;
  section.replaceChildren(
    row,
    modeChoice(settings.siteMode, locked.includes('siteMode')),
    locked.some((path) => LOCKING.includes(path)) ? h('p', { class: 'locked muted' }, t('optionsLocked')) : '',
    tab.incognito ? h('p', { class: 'muted' }, t('popupPrivate')) : '',
  );
  if (focused) document.getElementById(focused)?.focus();
  void domain?.then((pattern) => {
    // The section may have been filled anew meanwhile.
    if (pattern === undefined || !row.isConnected) return;
    row.after(scopeChoice(tab.url, host, pattern, by === pattern ? pattern : host, on, disabled));
    if (focused?.startsWith('scope-')) document.getElementById(focused)?.focus();
  });
}

async function switchSite(url: string, pattern: string, to: Switch): Promise<void> {
  const behind = await import('./behind.ts');
  await behind.switchSite(url, pattern, to);
}

/** Once the site has a rule, one click widens it to the domain, or narrows it again. */
function scopeChoice(
  url: string,
  host: string,
  domain: string,
  scope: string,
  on: boolean,
  locked: boolean,
): HTMLElement {
  const choice = (pattern: string, label: string): HTMLElement => {
    const radio = h('input', {
      type: 'radio',
      name: 'scope',
      id: `scope-${pattern === host ? 'host' : 'domain'}`,
      checked: pattern === scope,
      disabled: locked,
    });
    radio.addEventListener('change', () => void switchSite(url, pattern, on ? 'on' : 'off'));
    return h('label', {}, radio, label);
  };
  return h(
    'fieldset',
    { class: 'scope' },
    h('legend', { class: 'visually-hidden' }, t('popupScope')),
    choice(host, t('popupScopeHost', readable(host))),
    choice(domain, t('popupScopeDomain', readable(domain.slice(2)))),
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
  select.addEventListener('change', async () => {
    const { setSetting } = await import('./behind.ts');
    await setSetting('siteMode', select.value);
  });
  return h('p', {}, h('label', { class: 'elsewhere' }, t('popupElsewhere'), ' ', select));
}

/** `*.example.org` for the registrable domain of a page; undefined for hosts that have none (IP addresses, localhost). */
async function domainPattern(url: string): Promise<string | undefined> {
  // The list of public suffixes is big, and most pages need no rule.
  const { getDomain } = await import('tldts');
  const domain = getDomain(url, { allowPrivateDomains: true });
  return domain ? `*.${domain}` : undefined;
}

/** A host as readers know it. */
export function readable(host: string): string {
  return host === 'file:' ? t('popupFiles') : host;
}
