/**
 * The names that pages look for where packs add some or the reader wants fewer: compiled here, and kept beside the
 * settings for pages. A hostile page's process may write there, too, so what is held is believed only with a proof: a
 * digest, sealed by a key that such a process cannot read.
 */
import cues from '../../knowledge/cues.json' with { type: 'json' };
import { knowledgeWith } from '../knowledge/bundled.ts';
import { namedEntries } from '../knowledge/merge-packs.ts';
import { packKnowledge } from '../knowledge/surface-forms.ts';
import { traitLists } from '../knowledge/traits.ts';
import type { Pack } from '../knowledge/types.ts';
import { browser } from '../platform/browser.ts';
import { seal, unseal } from '../platform/sealed.ts';
import { frameArea } from '../settings/frame-area.ts';
import { KEYS } from '../settings/keys.ts';
import type { NamesInUse } from '../settings/names-in-use.ts';
import type { StoredPack } from '../settings/packs.ts';
import type { Settings } from '../settings/schema.ts';
import { isRecord } from '../shared/is-record.ts';
import { openDictionary } from '../shared/recognise/dictionary.ts';
import { packPrefilter } from '../shared/recognise/pack-prefilter.ts';
import type { PackedPrefilter } from '../shared/recognise/prefilter.ts';

/** What is stored of the names, by key. */
export interface KeptNames {
  readonly dictionary: NamesInUse;
  readonly prefilter: PackedPrefilter;
  readonly namesProof: string;
}

export const NAME_KEYS = [KEYS.dictionary, KEYS.prefilter, KEYS.namesProof] as const;

/**
 * A number that is the same for the same names only, so that pages read again when these change and not with every
 * setting: a digest of all that they are compiled from.
 */
export async function numberOf({ recognition }: Settings, packs: readonly StoredPack<Pack>[]): Promise<number> {
  const { version } = browser.runtime.getManifest();
  const view = new DataView(await digestOf([version, recognition, packs.map(({ pack }) => pack)]));
  return view.getUint32(0) * 2 ** 16 + view.getUint16(4) + 1;
}

/** The names with this number as they are stored; undefined where they are others, or not as we wrote them. */
export async function heldNames(number: number): Promise<KeptNames | undefined> {
  const held = (await frameArea().get([...NAME_KEYS])) as Partial<KeptNames>;
  const proof = await unseal(held.namesProof);
  if (proof === undefined || proof !== (await proofOf(number, held))) return undefined;
  return held as KeptNames;
}

/** The names of these settings and packs, with the proof that they are ours. */
export async function compileNames(
  number: number,
  { recognition }: Settings,
  packs: readonly StoredPack<Pack>[],
): Promise<KeptNames> {
  const knowledge = knowledgeWith(packs);
  const dictionary = {
    ...packKnowledge(namedEntries(knowledge), cues, recognition),
    packTraits: traitLists(knowledge, ({ origin }) => origin !== undefined),
  };
  const prefilter = packPrefilter(openDictionary(dictionary));
  return { dictionary, prefilter, namesProof: await seal(await proofOf(number, { dictionary, prefilter })) };
}

/** The digest's bytes as text: numbers with commas between. */
async function proofOf(number: number, { dictionary, prefilter }: Partial<KeptNames>): Promise<string> {
  return String(new Uint8Array(await digestOf([number, dictionary, prefilter])));
}

function digestOf(data: unknown): Promise<ArrayBuffer> {
  return crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(data, sortedKeys)));
}

/** Puts keys in order: Chromium sorts what it stores. */
export function sortedKeys(_: string, value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
