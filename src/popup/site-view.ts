/** The popup's part about the site: on or off, for the host or its whole domain, and what holds elsewhere. */
import { decide } from '../core/site-policy.ts';
import { t } from '../platform/i18n.ts';
import { hostPattern, switchSite } from '../settings/site-rule.ts';
import { type SettingsState, setSetting } from '../settings/store.ts';
import { byId, h, toggle } from '../ui/dom.ts';
import type { PopupTab } from './tab.ts';

/** What of this section an administrator can lock. */
const LOCKING = ['enabled', 'sites', 'siteMode'];

/** Fills the section; hides it where there can be no rule. */
export async function showSite(state: SettingsState, tab: PopupTab | undefined): Promise<void> {
  const section = byId('site');
  const host = tab && hostPattern(tab.url);
  section.hidden = !tab || !host;
  if (!tab || !host) return;
  const { settings, managed } = state;
  const decision = decide(tab.url, settings);
  const domain = decision.by === undefined ? undefined : await domainPattern(tab.url);
  const locked = managed.locked.includes('sites') || !settings.enabled;
  const scope = domain !== undefined && decision.by === domain ? domain : host;

  const siteSwitch = toggle('site-on', undefined, (on) => switchSite(tab.url, scope, on ? 'on' : 'off'));
  siteSwitch.checked = decision.on;
  siteSwitch.disabled = locked;
  const focused = document.activeElement?.id;
  section.replaceChildren(
    h('label', { class: 'row' }, h('span', {}, t('popupOnSite', readable(host))), siteSwitch),
    domain !== undefined && decision.by !== undefined
      ? scopeChoice(tab.url, host, domain, scope, decision.on, locked)
      : '',
    modeChoice(settings.siteMode, managed.locked.includes('siteMode')),
    managed.locked.some((path) => LOCKING.includes(path)) ? h('p', { class: 'locked muted' }, t('optionsLocked')) : '',
    tab.incognito ? h('p', { class: 'muted' }, t('popupPrivate')) : '',
  );
  if (focused) document.getElementById(focused)?.focus();
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

function modeChoice(mode: 'everywhere' | 'chosen', locked: boolean): HTMLElement {
  const select = h(
    'select',
    { class: 'field', id: 'site-mode', disabled: locked },
    h('option', { value: 'everywhere', selected: mode === 'everywhere' }, t('popupModeEverywhere')),
    h('option', { value: 'chosen', selected: mode === 'chosen' }, t('popupModeChosen')),
  );
  select.addEventListener('change', () => void setSetting('siteMode', select.value));
  return h('label', { class: 'row mode' }, h('span', { class: 'muted' }, t('popupMode')), select);
}

/** `*.example.org` for the registrable domain of a page; undefined for hosts that have none (IP addresses, localhost). */
async function domainPattern(url: string): Promise<string | undefined> {
  // The list of public suffixes is big, and most pages need no rule.
  const { getDomain } = await import('tldts');
  const domain = getDomain(url, { allowPrivateDomains: true });
  return domain ? `*.${domain}` : undefined;
}

function readable(host: string): string {
  return host === 'file:' ? t('popupFiles') : host;
}
