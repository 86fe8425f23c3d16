/** Knowledge packs as a pharmacy would write them. */

const sentence = (text: string) => ({ text, sources: ['ward'], status: 'unverified' });

/** A medicine of a pack. `forms`: its names, the first of them its generic name. */
export const packDrug = (id: string, forms: readonly string[]) => ({
  id,
  kind: 'drug',
  name: forms[0],
  group: 'others',
  reviewedOn: '2026-01-15',
  names: forms.map((form, index) => ({ form, kind: index === 0 ? 'inn' : 'brand' })),
  drugClass: sentence('A medicine of the ward for tests.'),
});

/** A pack with these entries and the one source that they name. */
export const packOf = (name: string, entries: readonly unknown[]) => ({
  format: 'memantine-lens-pack',
  version: 1,
  name,
  about: 'Made for a test.',
  entries,
  sources: [
    {
      id: 'ward',
      type: 'other',
      title: 'Handbook of the ward',
      year: 2026,
      publisher: 'Ward',
      read: 'original',
      reviewedOn: '2026-01-15',
    },
  ],
});
