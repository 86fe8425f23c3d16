/** What a reader sets from a card: each is in the options, too, and undone there. */

import { withValue } from '../settings/layers.ts';
import { hostPattern, switchSite } from '../settings/site-rule.ts';
import { changeSettings, loadSettings } from '../settings/store.ts';
import { exceptionFor } from '../shared/policy/exceptions.ts';
import { decide } from '../shared/policy/site-policy.ts';

/** Mentions of an entry are not marked any more. */
export async function hideDrug(drug: string): Promise<void> {
  await changeSettings((own, { settings }) =>
    withValue(own, 'marks.hiddenDrugs', [...new Set([...settings.marks.hiddenDrugs, drug])]),
  );
}

/** A text is not marked any more on the site of an address. */
export async function exceptText(url: string, text: string): Promise<void> {
  const exception = exceptionFor(url, text);
  if (exception === undefined) return;
  await changeSettings((own, { settings }) =>
    withValue(own, 'marks.exceptions', [...new Set([...settings.marks.exceptions, exception])]),
  );
}

/** Pairs with an entry are spoken of first, or no longer. */
export async function watchDrug(drug: string, on: boolean): Promise<void> {
  await changeSettings((own, { settings }) => {
    const others = settings.watched.filter((other) => other !== drug);
    return withValue(own, 'watched', on ? [...others, drug] : others);
  });
}

/** Switches the extension off on the site of an address, by the rule that switched it on where there is one. */
export async function leaveSite(url: string): Promise<void> {
  const { settings } = await loadSettings();
  const { on, by } = decide(url, settings);
  const pattern = by ?? hostPattern(url);
  if (on && pattern) await switchSite(url, pattern, 'off');
}
