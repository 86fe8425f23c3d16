/**
 * What a reader sets from a card: each is in the options, too, and undone there. A message from a page's process is not
 * believed to be the reader's: it can put nothing into the settings that is not a medicine, and no list without end.
 */
import { setListed } from '../settings/store.ts';
import { exceptionFor } from '../shared/policy/exceptions.ts';
import { isKnown } from './knowledge.ts';

/** Mentions of an entry are not marked any more. */
export async function hideDrug(drug: string): Promise<void> {
  if (await isKnown(drug)) await setListed('marks.hiddenDrugs', drug, true);
}

/** A text is not marked any more on the site of an address. */
export async function exceptText(url: string, text: string): Promise<void> {
  const exception = exceptionFor(url, text);
  if (exception !== undefined) await setListed('marks.exceptions', exception, true);
}

/** Pairs with an entry are spoken of first, or no longer. */
export async function watchDrug(drug: string, on: boolean): Promise<void> {
  if (await isKnown(drug)) await setListed('watched', drug, on);
}
