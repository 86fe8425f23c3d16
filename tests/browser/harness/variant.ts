/** Copies of a build that differ in what no driver can set: the language of the browser, an administrator's policy. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserName } from '../../../src/tools/find-browser.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/**
 * A folder with a copy of the built extension, for the caller to remove.
 *
 * @param language whose strings stand in the place of the English ones, so that every browser shows them.
 * @param policy what our own pages read as `storage.managed`.
 */
export function variantOf(name: BrowserName, { language = 'en', policy }: { language?: string; policy?: object }) {
  const folder = mkdtempSync(join(tmpdir(), `lens-variant-${name}-`));
  cpSync(join(ROOT, 'dist', name), folder, { recursive: true });
  if (language !== 'en') cpSync(join(folder, '_locales', language), join(folder, '_locales/en'), { recursive: true });
  if (policy === undefined) return folder;
  const stub = `(globalThis.browser ?? chrome).storage.managed.get = async () => (${JSON.stringify(policy)});`;
  writeFileSync(join(folder, 'policy.js'), stub);
  for (const page of ['popup', 'options', 'welcome']) {
    const path = join(folder, 'src/pages', page, 'index.html');
    const html = readFileSync(path, 'utf8');
    writeFileSync(path, html.replace('<head>', '<head><script src="/policy.js"></script>'));
  }
  return folder;
}
