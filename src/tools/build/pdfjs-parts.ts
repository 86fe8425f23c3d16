/**
 * PDF.js in the package: its worker, and what it reads at run time: character maps (Chinese, Japanese and Korean
 * files), fonts that documents leave out, decoders of pictures and colours, and the pictures of notes.
 *
 * What could run text as code, load other code, or write HTML is taken out of it. The extension's policy forbids the
 * first two to every page of ours in any case; what is not there needs no trust.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const ROOT = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Folder in the package, folder of PDF.js, and which of its files. */
const PARTS: readonly (readonly [to: string, from: string, which: RegExp])[] = [
  ['cmaps', 'cmaps', /./],
  ['standard_fonts', 'standard_fonts', /./],
  // Browsers without WebAssembly are none of ours.
  ['wasm', 'wasm', /\.wasm$|^LICENSE/],
  ['iccs', 'iccs', /./],
  ['images', 'legacy/web/images', /^annotation-.*\.svg$/],
];

const REFUSED = '(()=>{throw new Error("not in this build")})()';

/** What is taken out, and what stands in its place: PDF.js then goes the way of browsers that forbid it. */
const TAKEN_OUT: readonly (readonly [what: RegExp, instead: string])[] = [
  [/Function\('return require\("' ?\+ ?\w+ ?\+ ?'"\)'\)\(\)/g, 'undefined'],
  [/Function\((['"])return this\1\)\(\)/g, 'globalThis'],
  [/new Function\((?:"[^"]*",?)+\w*\)/g, REFUSED],
  // A worker from another server.
  [/`await import\("\$\{\w+\}"\);`/g, '""'],
  // The worker on the main thread, the engine for scripts in documents, decoders without WebAssembly.
  [/(?:await )?\bimport\((?:\/\*[^*]*\*\/|\s)*(?:this\.workerSrc|sandboxBundleSrc|`[^`]*`|\w+)\)/g, REFUSED],
  [/\.innerHTML = /g, '.textContent = '],
];

/** PDF.js without what it need not have. Throws when something of the kind is left, as in a version not seen yet. */
function cleaned(code: string, file: string): string {
  const clean = TAKEN_OUT.reduce((text, [what, instead]) => text.replace(what, instead), code);
  const left = /(?<![\w.$])(?:Function|eval|import)\(|\.(?:inner|outer)HTML ?=(?!=)/.exec(clean);
  if (left) throw new Error(`${file}: "${clean.slice(left.index, left.index + 80)}" is not known to be harmless`);
  return clean;
}

export function pdfjsParts(): Plugin {
  return {
    name: 'memantine-lens:pdfjs-parts',
    transform(code, id) {
      return /\/pdfjs-dist\/.*\.mjs$/.test(id) ? { code: cleaned(code, id), map: null } : undefined;
    },
    generateBundle() {
      const read = (path: string): Buffer => readFileSync(join(ROOT, path));
      const put = (fileName: string, source: string | Buffer): void => {
        this.emitFile({ type: 'asset', fileName: `pdfjs/${fileName}`, source });
      };
      put('LICENSE', read('LICENSE'));
      put('pdf.worker.mjs', cleaned(read('legacy/build/pdf.worker.min.mjs').toString(), 'pdf.worker.min.mjs'));
      for (const [to, from, which] of PARTS) {
        for (const file of readdirSync(join(ROOT, from))) {
          if (which.test(file)) put(`${to}/${file}`, read(`${from}/${file}`));
        }
      }
    },
  };
}
