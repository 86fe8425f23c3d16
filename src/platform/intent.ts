/** What the popup should start with, told by the service worker before it opens the popup. */
import { native } from './native.ts';
import { putSealed, unseal } from './sealed.ts';

export interface PopupIntent {
  /** Text to look up; empty to only put the cursor into the search field. */
  readonly search: string;
}

const KEY = 'popupIntent';

export const putIntent = (intent: PopupIntent): Promise<void> => putSealed(KEY, intent);

/** Takes the intent, so that the next popup starts as usual. */
export async function takeIntent(): Promise<PopupIntent | undefined> {
  const found = (await native.storage.session.get(KEY))[KEY];
  if (found) await native.storage.session.remove(KEY);
  return (await unseal(found)) as PopupIntent | undefined;
}
