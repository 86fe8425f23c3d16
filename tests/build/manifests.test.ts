/** What stores and pages get to see of both built folders. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

interface Manifest {
  manifest_version: number;
  version: string;
  permissions: string[];
  host_permissions: string[];
  optional_permissions?: string[];
  web_accessible_resources?: unknown;
  background: { service_worker?: string; scripts?: string[] };
  content_scripts: { js: string[]; css?: string[]; all_frames: boolean }[];
  action: { default_popup: string };
  minimum_chrome_version?: string;
  browser_specific_settings?: { gecko: { id: string; data_collection_permissions: { required: string[] } } };
  content_security_policy?: unknown;
}

describe.each(['chrome', 'firefox'])('the %s build', (browser) => {
  const folder = join(ROOT, 'dist', browser);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));

  it('is Manifest V3 with the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(manifest).toMatchObject({ manifest_version: 3, version });
  });

  it('asks for nothing beyond what the README explains', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    expect(manifest.host_permissions).toEqual(['<all_urls>']);
    expect(manifest.permissions.toSorted()).toEqual(['contextMenus', 'scripting', 'storage']);
    for (const permission of manifest.permissions) expect(readme).toContain(`\`${permission}\``);
    expect(manifest.optional_permissions ?? []).toEqual([]);
  });

  it('exposes no resource to pages', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
  });

  it('has two self-contained content scripts and no style sheet in pages that have no mention', () => {
    const files = manifest.content_scripts.flatMap(({ js }) => js);
    expect(files).toEqual(['src/card/guard.iife.js', 'src/frame/main.iife.js']);
    for (const file of files) {
      expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/\bimport\s*[({'"]|\bfrom\s*['"]\.\//);
    }
    expect(manifest.content_scripts.flatMap(({ css = [] }) => css)).toEqual([]);
  });

  it('keeps the scripts within their sizes', () => {
    const size = (file: string) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
    expect(size('src/card/guard.iife.js')).toBeLessThanOrEqual(1024);
    expect(size('src/frame/main.iife.js')).toBeLessThanOrEqual(12 * 1024);
    expect(size('src/card/main.iife.js')).toBeLessThanOrEqual(60 * 1024);
  });

  it('lets the popup wait for two small scripts and nothing else', () => {
    const html = readFileSync(join(folder, manifest.action.default_popup), 'utf8');
    const files = [...html.matchAll(/(?:src|href)="(?!data:)\/?([^"]+)"/g)].map((match) => match[1]!);
    expect(files).toHaveLength(2);
    const sizes = files.map((file) => gzipSync(readFileSync(join(folder, file))).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(12 * 1024);
    const code = files.map((file) => readFileSync(join(folder, file), 'utf8'));
    for (const text of code) expect(text).not.toMatch(/import(?!\()[^;]*from\s*["'][^"']*(knowledge|settings)/);
  });

  it('names only files that exist', () => {
    const files = [
      ...(manifest.background.scripts ?? [manifest.background.service_worker ?? '']),
      ...manifest.content_scripts.flatMap((script) => script.js),
      manifest.action.default_popup,
    ];
    for (const file of files) expect(existsSync(join(folder, file)), file).toBe(true);
  });

  it('has no code that could reach the network or run text', () => {
    for (const file of scripts) {
      const code = readFileSync(join(folder, file), 'utf8');
      expect(code, file).not.toMatch(
        /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|\beval\(|new Function\(/,
      );
    }
  });

  it('leaves no second copy of the card script', () => {
    const big = scripts.filter((file) => file !== join('src', 'card', 'main.iife.js'));
    const mark = 'memantineLensCard';
    const holders = big.filter((file) => readFileSync(join(folder, file), 'utf8').includes(`${mark}=`));
    expect(holders).toEqual([]);
  });

  it('tells Firefox its id and that nothing is collected, and Chrome its minimum version', () => {
    if (browser === 'firefox') {
      expect(manifest.background.scripts).toHaveLength(1);
      expect(manifest.browser_specific_settings?.gecko.data_collection_permissions.required).toEqual(['none']);
      expect(manifest.browser_specific_settings?.gecko.id).toBeTruthy();
    } else {
      expect(manifest.background.service_worker).toBeTruthy();
      expect(manifest.minimum_chrome_version).toMatch(/^\d+$/);
      expect(manifest.browser_specific_settings).toBeUndefined();
    }
  });
});
