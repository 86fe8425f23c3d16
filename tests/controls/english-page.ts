/** A page of the extension in English, with faked storage. Set up before the modules under test are imported. */
import { vi } from 'vitest';
import { english } from '../card/words.ts';
import { type FakeTabs, installFakeTabs } from '../platform/fake-tabs.ts';

export function installEnglishPage(): FakeTabs {
  const fake = installFakeTabs();
  const { i18n } = globalThis.browser as unknown as { i18n: object };
  Object.assign(i18n, { getMessage: (key: string, values: readonly string[] = []) => english.words(key, ...values) });
  return fake;
}

/** Waits for what should become true. */
export const until = (holds: () => void): Promise<void> => vi.waitFor(holds, { interval: 1, timeout: 20_000 });

type Field = HTMLInputElement | HTMLSelectElement;

/** As the reader does it: sets a field and leaves it. */
export function give(field: Field, value: string | boolean): void {
  if (typeof value === 'boolean') (field as HTMLInputElement).checked = value;
  else field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** An element in another. Fails where there is none. */
export function at<T extends HTMLElement = HTMLInputElement>(within: ParentNode, selector: string): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

export const textsOf = (within: ParentNode, selector: string): string[] =>
  [...within.querySelectorAll(selector)].map((element) => element.textContent);
