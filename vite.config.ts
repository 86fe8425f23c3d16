import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CrxPlugin, crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import source from './manifest.json' with { type: 'json' };
import pkg from './package.json' with { type: 'json' };
import { compiledAtOnce } from './src/tools/build/compiled-at-once.ts';
import { licencesFile } from './src/tools/build/licences.ts';
import { pdfjsParts } from './src/tools/build/pdfjs-parts.ts';
import { GECKO_ID } from './src/tools/find-browser.ts';

/** The browsers that one source is built for; the build's mode names one. */
type Browser = 'chrome' | 'firefox';

/**
 * The manifest of one browser.
 *
 * Firefox has no service worker in Manifest V3 (it takes `background.scripts`) and wants an id, a minimum version
 * (146: the first whose `::highlight` takes text-decoration) and the statement that nothing is collected.
 */
function manifestFor(browser: Browser): ManifestV3Export {
  const manifest = { ...source, version: pkg.version };
  if (browser === 'chrome') return { ...manifest, minimum_chrome_version: '128' } as ManifestV3Export;
  // Firefox takes policies without a schema, and warns of the key.
  const { storage, ...common } = manifest;
  return {
    ...common,
    background: { scripts: [source.background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: { id: GECKO_ID, strict_min_version: '146.0', data_collection_permissions: { required: ['none'] } },
      // Without it the store offers the extension to desktops alone.
      gecko_android: { strict_min_version: '146.0' },
    },
  } as unknown as ManifestV3Export;
}

/**
 * Closes what crxjs leaves open: it lists the injected card among the web-accessible resources, which would let any
 * page detect the extension, and leaves a second, unused module build of it in `assets/`.
 */
function sealed(outDir: string): CrxPlugin {
  const unused = new Set<string>();
  return {
    name: 'memantine-lens:sealed',
    enforce: 'post',
    renderCrxManifest(manifest) {
      delete (manifest as { web_accessible_resources?: unknown }).web_accessible_resources;
      return manifest;
    },
    generateBundle(_options, bundle) {
      for (const [file, chunk] of Object.entries(bundle)) {
        if (chunk.type === 'chunk' && chunk.isEntry && /\.iife(\.ts)?(-[\w-]+)?\.js$/.test(file)) unused.add(file);
      }
    },
    closeBundle() {
      for (const file of unused) rmSync(join(outDir, file), { force: true });
    },
  };
}

/**
 * Puts the popup's style and icon into its HTML. Measured, each file that its first look waits for costs more than all
 * that is in it: the browser answers an extension's page one file after the other.
 */
function popupInOneFile(): Plugin {
  return {
    name: 'memantine-lens:popup-in-one-file',
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename, bundle }) {
        if (!bundle || !filename.endsWith('src/pages/popup/index.html')) return html;
        const icon = readFileSync('src/static/icons/48.png', 'base64');
        return html
          .replace(/<link rel="stylesheet"[^>]* href="\/([^"]+)">/g, (_, file: string) => {
            const asset = bundle[file];
            if (asset?.type !== 'asset') throw new Error(`${file} is not in the build`);
            delete bundle[file];
            return `<style>${asset.source}</style>`;
          })
          .replace('/icons/48.png', `data:image/png;base64,${icon}`);
      },
    },
  };
}

export default defineConfig(({ mode }) => {
  const browser: Browser = mode === 'firefox' ? 'firefox' : 'chrome';
  // Tests of the commands build into a folder of their own, beside tests that use this one.
  const outDir = `${process.env.LENS_DIST ?? 'dist'}/${browser}`;
  return {
    publicDir: 'src/static',
    // tippy.js reads it at run time, where there is no process.
    define: { 'process.env.NODE_ENV': '"production"', __BROWSER__: JSON.stringify(browser) },
    plugins: [
      crx({ manifest: manifestFor(browser), browser }),
      compiledAtOnce(['src/card/guard.iife.js', 'src/frame/main.iife.js', 'src/frame/reader.iife.js']),
      sealed(outDir),
      popupInOneFile(),
      pdfjsParts(),
      licencesFile('.'),
    ],
    build: {
      outDir,
      emptyOutDir: true,
      target: browser === 'firefox' ? 'firefox146' : 'chrome128',
      // The browser fetches what a page imports at once instead of file after file.
      modulePreload: { polyfill: false },
      // Nothing in the manifest names these pages.
      rollupOptions: {
        input: {
          welcome: 'src/pages/welcome/index.html',
          pdf: 'src/pages/pdf/index.html',
          summary: 'src/pages/popup/summary.html',
        },
        output: {
          // Names without a digest: it would depend on the folder that the build runs in, and an extension's files need none.
          entryFileNames: 'assets/[name].js',
          chunkFileNames: 'assets/[name].js',
          assetFileNames: 'assets/[name][extname]',
          // What every page of ours needs is one file: many small ones cost the popup more than they weigh.
          codeSplitting: {
            groups: [
              { name: 'pdfjs', test: /node_modules\/pdfjs-dist\// },
              {
                // All that the popup's first look shares with the other pages.
                name: 'first',
                test: /src\/(ui\/(?!sentence)|platform\/(?!browser|open-search|pdf-tabs|knowledge|shadow)|settings\/(keys|schema|page-settings)|shared\/without-accents|shared\/policy\/(?!wanted|first-of-each|exceptions)|pages\/popup\/found\.|card\/icons)|vite\/preload-helper/,
              },
              {
                name: 'settings',
                test: /src\/(settings|platform\/(?!pdf-tabs|knowledge|shadow))|webextension-polyfill/,
              },
              {
                name: 'knowledge',
                test: /src\/(knowledge\/(access|bundled|merge-packs|pairs|sentences|uses)|generated\/knowledge)/,
              },
            ],
          },
        },
      },
    },
  };
});
