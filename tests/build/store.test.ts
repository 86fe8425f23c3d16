/** What the stores are given keeps their limits. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const STORE = join(ROOT, 'docs/store');
const LANGUAGES = readdirSync(join(ROOT, 'src/static/_locales'));

describe.each(LANGUAGES)('in %s', (language) => {
  const listing = readFileSync(join(STORE, `listing.${language}.md`), 'utf8');

  it('the description of the manifest is short enough for Chrome', () => {
    const messages = readFileSync(join(ROOT, 'src/static/_locales', language, 'messages.json'), 'utf8');
    const { message } = JSON.parse(messages).extensionDescription as { message: string };
    expect(message.length).toBeLessThanOrEqual(132);
  });

  it('the summary is short enough for Mozilla, and the description for Chrome', () => {
    const [, summary, description] = /^## Summary\n\n(.+)\n\n## Description\n\n([\s\S]+)$/m.exec(listing)!;
    expect(summary!.length).toBeLessThanOrEqual(250);
    expect(description!.length).toBeLessThanOrEqual(16_000);
  });
});

it('every permission is justified', () => {
  const { permissions } = JSON.parse(readFileSync(join(ROOT, 'dist/chrome/manifest.json'), 'utf8'));
  const answers = readFileSync(join(STORE, 'README.md'), 'utf8');
  for (const permission of [...permissions, '<all_urls>']) expect(answers).toContain(`\`${permission}\``);
});

it('pictures have the sizes that the stores take', () => {
  const sizes = readdirSync(join(STORE, 'pictures')).map((file) => {
    const png = readFileSync(join(STORE, 'pictures', file));
    return [file, `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`] as const;
  });
  expect(sizes.length).toBeGreaterThan(3);
  for (const [file, size] of sizes) expect(size, file).toBe(file.startsWith('tile') ? '440x280' : '1280x800');
});
