/** Switching a site on and off, for the popup and the keyboard command. */
import { decide, patternsFor, type Switch, withRule } from '../shared/policy/site-policy.ts';
import { withValue } from './layers.ts';
import { changeSettings, type SettingsState } from './store.ts';

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

/** The pattern for the page's host; undefined where there can be no rule. */
export function hostPattern(address: string): string | undefined {
  return patternsFor(address)[0];
}
