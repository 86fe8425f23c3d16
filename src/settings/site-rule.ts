/** Switching a site on and off, for the popup, the card and the keyboard command. */
import { decide, patternsFor, type Switch, withRule } from '../shared/policy/site-policy.ts';
import { withValue } from './layers.ts';
import { changeSettings, loadSettings, type SettingsState } from './store.ts';

/** Makes the page at an address be on or off by a rule with this pattern. */
export function switchSite(address: string, pattern: string, to: Switch): Promise<SettingsState> {
  return changeSettings((own, { settings, managed }) => {
    const sites = withRule({ siteMode: settings.siteMode, sites: own.sites ?? {} }, address, pattern, to);
    const inForce = { siteMode: settings.siteMode, sites: { ...managed.settings.sites, ...sites } };
    // An administrator's rule of the same pattern can only be answered, not removed.
    const agreed = decide(address, inForce).on === (to === 'on');
    return withValue(own, 'sites', agreed ? sites : { ...sites, [pattern]: to });
  });
}

/**
 * Switches the site of an address by the rule that holds, or by one for its host where none does; nothing where there can be
 * no rule, or it is so already.
 *
 * @param to by default to the other side
 */
export async function turnSite(address: string, to?: Switch): Promise<void> {
  const { settings } = await loadSettings();
  const { on, by } = decide(address, settings);
  const wanted = to ?? (on ? 'off' : 'on');
  const pattern = by ?? patternsFor(address)[0];
  if (pattern && on !== (wanted === 'on')) await switchSite(address, pattern, wanted);
}
