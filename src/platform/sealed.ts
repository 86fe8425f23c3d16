/**
 * Values in `storage.session` that scripts in pages must not read, such as what the tabs of a reader name. Chrome opens
 * that area to them as a whole, so these are encrypted with a key that lies in `storage.local`, which is closed to
 * them.
 */
import { native } from './native.ts';

const KEY = 'sessionKey';
const CIPHER = 'AES-GCM';

let key: Promise<CryptoKey> | undefined;

/** The key, made at its first use in this browser. */
function theKey(): Promise<CryptoKey> {
  key ??= navigator.locks.request('memantine-lens-key', async () => {
    const found = (await native.storage.local.get(KEY))[KEY] as JsonWebKey | undefined;
    if (found) return crypto.subtle.importKey('jwk', found, CIPHER, true, ['encrypt', 'decrypt']);
    const made = await crypto.subtle.generateKey({ name: CIPHER, length: 256 }, true, ['encrypt', 'decrypt']);
    await native.storage.local.set({ [KEY]: await crypto.subtle.exportKey('jwk', made) });
    return made;
  }) as Promise<CryptoKey>;
  // Where there was no room for it, there may be some next time.
  key.catch(() => {
    key = undefined;
  });
  return key;
}

/** Puts plain data under a key, sealed. */
export async function putSealed(key: string, value: unknown): Promise<void> {
  await native.storage.session.set({ [key]: await seal(value) });
}

/** What was put under a key; undefined for anything else. */
export async function getSealed(key: string): Promise<unknown> {
  return unseal((await native.storage.session.get(key))[key]);
}

/** Encrypts plain data. */
export async function seal(value: unknown): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = new TextEncoder().encode(JSON.stringify(value));
  const sealed = await crypto.subtle.encrypt({ name: CIPHER, iv }, await theKey(), data);
  // One by one: a list of arguments has an end.
  return btoa(Array.from([...iv, ...new Uint8Array(sealed)], (byte) => String.fromCharCode(byte)).join(''));
}

/** Decrypts what `seal` gave; undefined for anything else. */
export async function unseal(sealed: unknown): Promise<unknown> {
  if (typeof sealed !== 'string') return undefined;
  try {
    const bytes = Uint8Array.from(atob(sealed), (char) => char.charCodeAt(0));
    const [iv, data] = [bytes.slice(0, 12), bytes.slice(12)];
    const plain = await crypto.subtle.decrypt({ name: CIPHER, iv }, await theKey(), data);
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
}
