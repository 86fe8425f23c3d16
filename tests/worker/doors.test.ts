/**
 * Ten thousand messages of each kind (by day a tenth of them), from nonsense to nearly right and right, through the service worker's own door and
 * handlers: nothing bad is stored, and every message that is taken is answered.
 */
import fc from 'fast-check';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { ToBackground } from '../../src/platform/messages.ts';
import { MOST_LISTED } from '../../src/settings/allowed.ts';
import { plausible } from '../../src/settings/plausible.ts';
import { DEFAULT_SETTINGS } from '../../src/settings/schema.ts';
import { readSettings } from '../../src/settings/validate.ts';
import { packDrug, packOf } from '../browser/harness/sample-pack.ts';
import { runs } from '../sampling.ts';
import { fake, knock, OWN, PAGE } from './doors.ts';

const MESSAGES = runs(10_000);
/** At a time; the faked storage answers a little later, as a browser's does. */
const AT_ONCE = 500;

const junk = fc.oneof(
  fc.anything({ maxDepth: 2, withBigInt: true, withNullPrototype: true }),
  fc.constantFrom<unknown>('x'.repeat(60_000), '<b>', '__proto__', 'constructor', Number.NaN, -1, 1e300, []),
);
const id = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('memantine', 'ketamine', 'warfarin', 'no-such-drug') },
  fc.stringMatching(/^[a-zA-Z\d-]{0,12}$/),
);
const text = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('dm', 'take memantine daily', 'a\nb'));
const list = (item: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 9, arbitrary: fc.array(item, { maxLength: 5 }) }, fc.constant(Array(30_000).fill('memantine')));
/** Mostly one of these, now and then something else in a place of it. */
const near = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.record(fields) },
    {
      weight: 12,
      arbitrary: fc.record(
        Object.fromEntries(
          Object.entries(fields).map(([key, value]) => [
            key,
            fc.oneof({ weight: 1, arbitrary: value }, { weight: 9, arbitrary: junk }),
          ]),
        ),
        { requiredKeys: [] },
      ),
    },
    { weight: 12, arbitrary: junk },
  );
const paintName = fc.oneof(
  { weight: 20, arbitrary: fc.stringMatching(/^[a-z]{8}$/) },
  fc.constantFrom('abc', 'abcdefgh)'),
);
const nothing = fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 30, arbitrary: junk });

const KINDS: Readonly<Record<keyof ToBackground, fc.Arbitrary<unknown>>> = {
  'frame-report': near({ drugs: list(id), mentions: fc.nat() }),
  'need-reader': near({ readings: list(text) }),
  'need-card': nothing,
  'knowledge-for': near({ drugs: list(id) }),
  'paint-style': near({
    avoid: paintName,
    caution: paintName,
    watch: paintName,
    other: paintName,
    memantine: paintName,
    flash: paintName,
  }),
  'set-professional': near({ on: fc.boolean() }),
  'hide-drug': near({ drug: id }),
  'except-text': near({ text }),
  'watch-drug': near({ drug: id, on: fc.boolean() }),
  'leave-site': nothing,
  'top-url': nothing,
  publish: nothing,
  'pdf-shown': nothing,
  'show-original': near({ url: fc.constantFrom('https://page.example/a.pdf', 'javascript:alert(1)', '') }),
  'change-packs': near({
    add: list(fc.oneof(junk, fc.constant(packOf('Ward', [packDrug('zephyrazole', ['zephyrazole'])])))),
    remove: list(text),
  }),
};
const senders = fc.oneof(
  { weight: 8, arbitrary: fc.constant(PAGE) },
  fc.constantFrom(
    { ...PAGE, id: 'another' },
    { id: 'fake' },
    { ...PAGE, url: 'https://page.example/chrome-extension://fake/' },
  ),
);

/** Everything that is stored is as our own code would have it. */
function expectSound(): void {
  const { problems, settings } = readSettings(fake.local.settings ?? {});
  expect(problems).toEqual([]);
  const copy = fake.session.pageSettings as typeof DEFAULT_SETTINGS;
  const { marks, watched, sites } = plausible(copy, DEFAULT_SETTINGS);
  expect({ marks, watched, sites }).toEqual({ marks: copy.marks, watched: copy.watched, sites: copy.sites });
  expect(marks.hiddenDrugs).toEqual(settings.marks?.hiddenDrugs ?? []);
  for (const drug of [...marks.hiddenDrugs, ...watched]) expect(['memantine', 'ketamine', 'warfarin']).toContain(drug);
  // Whatever pages may read of other tabs is sealed.
  for (const [key, value] of Object.entries(fake.session))
    if (/^(frame|pdf)/.test(key)) expect(typeof value).toBe('string');
  expect(Object.keys(fake.local).filter((key) => !/^(settings|sessionKey|packs)$/.test(key))).toEqual([]);
}

vi.spyOn(console, 'warn').mockImplementation(() => undefined);
afterAll(() => vi.restoreAllMocks());

describe('any message', () => {
  test.each(Object.keys(KINDS) as (keyof ToBackground)[])(
    'of kind %s leaves what is stored sound',
    { timeout: 120_000 },
    async (kind) => {
      const all = fc.sample(fc.tuple(KINDS[kind], senders), MESSAGES);
      let taken = 0;
      for (let at = 0; at < all.length; at += AT_ONCE) {
        const answers = await Promise.all(
          all.slice(at, at + AT_ONCE).map(([data, sender]) => knock(kind, data, sender)),
        );
        taken += answers.filter((answer) => answer !== 'ignored').length;
      }
      await knock('publish', undefined, PAGE);
      expectSound();
      const ours = kind === 'change-packs' || kind === 'show-original';
      // The handlers were run, but for what our own pages alone may ask.
      if (ours) expect(taken).toBe(0);
      else expect(taken).toBeGreaterThan(MESSAGES / 200);
      expect(fake.local).not.toHaveProperty('packs');
    },
  );

  test('of our own pages changes packs only where they are packs', { timeout: 120_000 }, async () => {
    const all = fc.sample(KINDS['change-packs'], runs(2_000));
    for (const data of all) {
      const answer = await knock('change-packs', data, OWN);
      expect(['ignored', 'refused', 'done', undefined]).toContain(answer);
    }
    const packs = (fake.local.packs ?? []) as { pack: { name: string } }[];
    expect(packs.map(({ pack }) => pack.name).filter((name) => name !== 'Ward')).toEqual([]);
  });

  test('cannot fill a list without end', async () => {
    for (let k = 0; k < 50; k++) await knock('except-text', { text: `word ${k}` }, PAGE);
    const { settings } = readSettings({
      marks: { exceptions: Array.from({ length: MOST_LISTED + 9 }, (_, k) => `a.example w${k}`) },
    });
    expect(settings.marks?.exceptions).toHaveLength(MOST_LISTED);
    await (globalThis.browser as unknown as typeof chrome).storage.local.set({ settings: { version: 1, ...settings } });
    await knock('except-text', { text: 'one more' }, PAGE);
    const kept = readSettings(fake.local.settings).settings.marks!.exceptions!;
    expect(kept).toEqual(settings.marks!.exceptions);
    expect(plausible({ marks: { exceptions: kept } }, DEFAULT_SETTINGS).marks.exceptions).toEqual(kept);
  });
});
