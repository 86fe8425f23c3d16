/**
 * What a reader sets from a card: each is in the options, too, and undone there. A message from a page's process is not
 * believed to be the reader's: it can put nothing into the settings that is not a medicine, and no list without end.
 */
import { withValue } from '../settings/layers.ts';
import { MOST_LISTED } from '../settings/schema.ts';
import { hostPattern, switchSite } from '../settings/site-rule.ts';
import { changeSettings, loadSettings } from '../settings/store.ts';
import { exceptionFor } from '../shared/policy/exceptions.ts';
import { decide } from '../shared/policy/site-policy.ts';
import { isKnown } from './knowledge.ts';

/** Mentions of an entry are not marked any more. */
export async function hideDrug(drug: string): Promise<void> {
  if (!(await isKnown(drug))) return;
  await changeSettings((own, { settings }) =>
    withValue(own, 'marks.hiddenDrugs', [...new Set([...settings.marks.hiddenDrugs, drug])]),
  );
}

/** A text is not marked any more on the site of an address. */
export async function exceptText(url: string, text: string): Promise<void> {
  const exception = exceptionFor(url, text);
  if (exception === undefined) return;
  await changeSettings((own, { settings }) =>
    // What is beyond is not read by anybody.
    withValue(own, 'marks.exceptions', [...new Set([...settings.marks.exceptions, exception])].slice(0, MOST_LISTED)),
  );
}

/** Pairs with an entry are spoken of first, or no longer. */
export async function watchDrug(drug: string, on: boolean): Promise<void> {
  if (!(await isKnown(drug))) return;
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
