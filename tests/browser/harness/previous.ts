/**
 * The previous version, for tests of upgrades: a stand-in under the same identity that does nothing, and what version 0.1.0
 * left in storage. LENS_PREVIOUS names a folder with a real build of it (`chrome`, `firefox`), to use instead.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserName, Lens } from './browsers.ts';
import { manage } from './management.ts';
import { packDrug, packOf } from './sample-pack.ts';

const BUILT = resolve(import.meta.dirname, '../../../dist');

/** What a reader had set. `localhost` is off; what can be other than by default is, but for the floor, below which the pack's medicine would be. */
export const SETTINGS = {
  version: 1,
  siteMode: 'everywhere',
  sites: { localhost: 'off', '*.hospital.example': 'on' },
  marks: {
    groups: ['memantine', 'nmda-antagonists', 'others'],
    quiet: 'first-per-page',
    floor: 'everything',
    hiddenDrugs: ['amantadine'],
    style: 'dotted',
    color: '#aa3377',
    inPrint: true,
  },
  opening: { on: 'click', modifier: 'ctrl', openDelay: 350, closeDelay: 900 },
  card: { density: 'compact', textSize: 120, theme: 'dark', professional: true },
  recognition: { languages: ['de', 'fr'], strictness: 'strict' },
} as const;

export const PACK = packOf('Ward', [packDrug('wardol', ['wardol', 'Wardolix'])]);

/** All of `storage.local`, as that version kept it; the compiled names shortened to one medicine. */
export const STORED = {
  settings: SETTINGS,
  packs: [{ pack: PACK, addedOn: '2026-11-20', managed: false }],
  welcomed: true,
  projection: { ...SETTINGS, enabled: true, dictionary: 199194752241286, packs: 1 },
  dictionary: {
    styles: [['name', 'any', 'none', 0, 0, '']],
    lists: [''],
    lines: 'memantine;me_mantine;~BEbixa',
    stride: 5,
    exact: [],
    companions: {},
    grammar: { salts: ['hydrochloride'] },
    packTraits: { others: { '': 'wardol' } },
  },
  prefilter: { segments: { all: 'ebixamantine' }, stride: 5, exact: [] },
} as const;

export interface Previous {
  /** Its folder, to launch a browser with. */
  readonly folder: string;
  /** Its one page that may write storage. */
  readonly ownPage: string;
}

/** Puts the previous version into a folder. */
export function placePrevious(name: BrowserName, folder: string): Previous {
  const real = process.env.LENS_PREVIOUS;
  if (real) cpSync(join(resolve(real), name), folder, { recursive: true });
  else placeStandIn(name, folder);
  const { options_ui } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return { folder, ownPage: options_ui.page };
}

function placeStandIn(name: BrowserName, folder: string): void {
  const manifest = JSON.parse(readFileSync(join(BUILT, name, 'manifest.json'), 'utf8'));
  const { manifest_version, permissions, host_permissions, browser_specific_settings } = manifest;
  const standIn = {
    ...{ manifest_version, permissions, host_permissions, browser_specific_settings },
    name: 'Memantine Lens',
    version: '0.1.0',
    options_ui: { page: 'options.html' },
    background:
      name === 'chrome' ? { service_worker: 'service-worker-loader.js' } : { scripts: ['service-worker-loader.js'] },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(standIn));
  writeFileSync(join(folder, 'service-worker-loader.js'), '');
  writeFileSync(join(folder, 'options.html'), '<!doctype html><title>Options</title>');
}

/** Updates the previous version in its place, under open pages and with its storage, as browsers do. */
export async function upgrade(lens: Lens, { folder }: Previous): Promise<void> {
  if (lens.name === 'firefox') {
    await lens.browser.installExtension(join(BUILT, 'firefox'));
    return;
  }
  const extension = await manage(lens);
  rmSync(folder, { recursive: true });
  cpSync(join(BUILT, 'chrome'), folder, { recursive: true });
  await extension.reload();
}
