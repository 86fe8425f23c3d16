/**
 * Keys in storage, in one place, so that two users of a key cannot disagree about its name. They are those of
 * `storage.local` unless a key says otherwise; where the copies for pages lie, `frame-area.ts` says.
 */
export const KEYS = {
  /** What the reader set: `Stored`, only what differs from the defaults. Read through `store.ts`. */
  settings: 'settings',
  /** Settings that could not be read, as they were: `SetAside`. */
  setAside: 'settingsSetAside',
  /** For pages: `PageSettings`. */
  pageSettings: 'pageSettings',
  /** The same as 0.1.0 kept it. */
  formerPageSettings: 'projection',
  /** Packs in the order in which they were added: `StoredPack[]`. */
  packs: 'packs',
  /** What was stored among the packs and is none, as it was found. */
  packsAside: 'packsSetAside',
  /** For pages: the dictionary of the names in use, packs included; absent where the built-in one serves. */
  dictionary: 'dictionary',
  /** For pages: what tells whether a page may have one of these names: `PackedPrefilter`; there when the dictionary is. */
  prefilter: 'prefilter',
  /** Beside these two: the service worker's proof that it wrote them, for itself: see `worker/names-in-use.ts`. */
  namesProof: 'namesProof',
  /** True once the first-run page was shown. */
  welcomed: 'welcomed',
  /** In `storage.session`: true once open tabs were seen to since the extension was switched on. */
  started: 'started',
} as const;
