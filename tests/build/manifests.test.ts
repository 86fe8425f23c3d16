/** What stores and pages get to see of both built folders. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const NETWORK = /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/;

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
  browser_specific_settings?: {
    gecko: { id: string; data_collection_permissions: { required: string[] } };
    gecko_android: { strict_min_version: string };
  };
  content_security_policy?: { extension_pages: string };
}

/** What a page or script loads, now or later, by the names of files that stand in it. */
function reached(folder: string, start: string): ReadonlySet<string> {
  const found = new Set([start]);
  for (const file of found) {
    for (const [, name] of readFileSync(join(folder, file), 'utf8').matchAll(/["'`/]([\w.-]+\.js)["'`]/g)) {
      const path = `assets/${name}`;
      if (existsSync(join(folder, path))) found.add(path);
    }
  }
  return found;
}

describe.each(['chrome', 'firefox'])('the %s build', (browser) => {
  const folder = join(ROOT, 'dist', browser);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const scripts = files.filter((file) => /\.m?js$/.test(file));
  const pages = files.filter((file) => file.endsWith('.html'));

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
    expect(size('src/frame/main.iife.js')).toBeLessThanOrEqual(28 * 1024);
    expect(size('src/card/main.iife.js')).toBeLessThanOrEqual(60 * 1024);
    expect(size('src/card/vocabulary.iife.js')).toBeLessThanOrEqual(185 * 1024);
  });

  it('holds the words for conditions in the one script that comes with a card', () => {
    const holders = scripts.filter((file) => readFileSync(join(folder, file), 'utf8').includes('phacogenic glaucoma'));
    expect(holders).toEqual([expect.stringContaining('vocabulary.iife')]);
    const atOnce = manifest.content_scripts.flatMap(({ js }) => js);
    expect(atOnce.filter((file) => holders.includes(file))).toEqual([]);
  });

  it('is as large as the README says, packed', () => {
    const size = files
      .filter((file) => statSync(join(folder, file)).isFile())
      .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain('The package has 3.4 MB');
    expect(size / 1e6).toBeGreaterThan(3.1);
    expect(size / 1e6).toBeLessThan(3.5);
  });

  it('lets the popup wait for a few small scripts and nothing else', () => {
    const html = readFileSync(join(folder, manifest.action.default_popup), 'utf8');
    const files = [...html.matchAll(/(?:src|href)="(?!data:)\/?([^"]+)"/g)].map((match) => match[1]!);
    expect(files.length).toBeLessThanOrEqual(4);
    const sizes = files.map((file) => gzipSync(readFileSync(join(folder, file))).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(20 * 1024);
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

  it('has code that could reach the network in PDF.js alone, which the viewer alone loads', () => {
    const reaching = scripts.filter((file) => NETWORK.test(readFileSync(join(folder, file), 'utf8')));
    const [library, worker] = reaching.toSorted();
    expect(reaching).toHaveLength(2);
    expect(library).toMatch(/^assets\/pdfjs[\w.-]*\.js$/);
    expect(worker).toBe('pdfjs/pdf.worker.mjs');
    const starts = [...pages, ...files.filter((file) => /^(service-worker-loader|src\/.*\.iife)\.js$/.test(file))];
    expect(starts.filter((file) => reached(folder, file).has(library!))).toEqual(['src/pages/pdf/index.html']);
  });

  it('has no code that could run text', () => {
    for (const file of scripts) {
      expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(/(?<![\w.$])(?:eval|Function)\(/);
    }
  });

  it('lets the viewer alone connect, and none of its pages run or load code from elsewhere', () => {
    const policy = manifest.content_security_policy?.extension_pages ?? '';
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)] as const));
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(rules.get('worker-src')).toEqual(["'self'"]);
    expect(rules.get('font-src')).toEqual(["'self'", 'data:']);
    expect(rules.get('connect-src')).toEqual(["'self'", 'http:', 'https:', 'file:']);
    const closed = pages.filter((file) =>
      /http-equiv="Content-Security-Policy" content="connect-src 'none'"/.test(
        readFileSync(join(folder, file), 'utf8'),
      ),
    );
    expect(pages.filter((file) => !closed.includes(file))).toEqual(['src/pages/pdf/index.html']);
    expect(closed).toHaveLength(4);
  });

  it('carries what PDF.js reads at run time, with its licences', () => {
    const parts = readdirSync(join(folder, 'pdfjs'), { recursive: true, encoding: 'utf8' });
    const some = ['cmaps/UniGB-UCS2-H.bcmap', 'standard_fonts/FoxitSerif.pfb', 'wasm/openjpeg.wasm', 'LICENSE'];
    for (const part of some) expect(parts).toContain(part);
    expect(parts.filter((part) => part.endsWith('.bcmap')).length).toBeGreaterThan(150);
    // The engine for scripts in documents is not among them.
    expect(parts.filter((part) => /sandbox|quickjs/.test(part))).toEqual([]);
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
      expect(manifest.browser_specific_settings?.gecko_android.strict_min_version).toBe('146.0');
    } else {
      expect(manifest.background.service_worker).toBeTruthy();
      expect(manifest.minimum_chrome_version).toMatch(/^\d+$/);
      expect(manifest.browser_specific_settings).toBeUndefined();
    }
  });
});

describe('the source', () => {
  const src = join(ROOT, 'src');
  const code = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('tools/') && !file.startsWith('generated/'),
  );
  const read = (file: string): string => readFileSync(join(src, file), 'utf8');

  it('fetches in one file: the one that has PDF.js read the document that the reader asked for', () => {
    expect(code.filter((file) => NETWORK.test(read(file)))).toEqual([]);
    expect(code.filter((file) => /\bgetDocument\(/.test(read(file)))).toEqual(['pages/pdf/fetch-document.ts']);
  });

  it('takes PDF.js in one file, in one version', () => {
    expect(code.filter((file) => /from 'pdfjs-dist/.test(read(file)))).toEqual(['pages/pdf/pdfjs.ts']);
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(dependencies['pdfjs-dist']).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
