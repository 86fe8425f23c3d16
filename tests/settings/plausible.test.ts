/** The check of settings in pages: as strict as the one with words, on any data. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effective } from '../../src/settings/layers.ts';
import { plausible } from '../../src/settings/plausible.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/settings/schema.ts';
import { readSettings } from '../../src/settings/validate.ts';
import { runs } from '../sampling.ts';

const value = fc.oneof(
  fc.anything({ maxDepth: 3 }),
  fc.constantFrom('', ['on'], [''], 'on', 'off', '#ff0000', 'auto', 'everywhere', 50, true),
);
const section = (usual: object) =>
  fc.record(Object.fromEntries(Object.keys(usual).map((key) => [key, value])), { requiredKeys: [] });
const settings = fc.record(
  Object.fromEntries(
    Object.entries(DEFAULT_SETTINGS).map(([key, usual]) => [
      key,
      typeof usual === 'object' && key !== 'sites' ? fc.oneof(section(usual), value) : value,
    ]),
  ),
  { requiredKeys: [] },
);

describe('plausible', () => {
  test('lets nothing through that the full check refuses', () => {
    fc.assert(
      fc.property(settings, (data) => {
        const { version, sites, ...rest } = plausible(data, DEFAULT_SETTINGS) as Settings;
        expect(readSettings(rest).problems).toEqual([]);
        expect(Object.values(sites).every((rule) => rule === 'on' || rule === 'off')).toBe(true);
      }),
      { numRuns: runs(2_000) },
    );
  });

  test('changes nothing that is sound', () => {
    const own = readSettings({
      sites: { 'a.example': 'off' },
      marks: { color: '#aabbcc', groups: ['memantine'], hiddenDrugs: ['quinine'] },
      recognition: { languages: ['de', 'pt-BR'] },
    }).settings;
    const sound = effective(own);
    expect(plausible(structuredClone(sound), DEFAULT_SETTINGS)).toEqual(sound);
  });

  test('takes no style from a colour', () => {
    const marks = { color: 'red}html{display:none' };
    expect(plausible({ marks }, DEFAULT_SETTINGS).marks.color).toBe('auto');
  });
});
