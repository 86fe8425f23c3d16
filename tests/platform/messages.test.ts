/** Messages of any shape change nothing and are answered by nobody; only our own pages may change packs. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../sampling.ts';
import { installFakeBrowser } from '../settings/fake-browser.ts';

installFakeBrowser();
const { FRAME_CHECKS, WORKER_REPLIES } = await import('../../src/platform/frame-checks.ts');
const { BACKGROUND_CHECKS, FRAME_REPLIES } = await import('../../src/platform/message-checks.ts');

const page = { id: 'fake', url: 'https://page.example/' } as chrome.runtime.MessageSender;
const own = { id: 'fake', url: 'chrome-extension://fake/src/pages/options/index.html' } as chrome.runtime.MessageSender;

const WITHOUT_DATA = ['need-card', 'leave-site', 'top-url', 'publish', 'pdf-shown'] as const;
const WITH_DATA = [
  'need-reader',
  'paint-style',
  'show-original',
  'frame-report',
  'knowledge-for',
  'set-professional',
  'hide-drug',
  'change-packs',
  'except-text',
  'watch-drug',
] as const;

test.each(WITHOUT_DATA)('%s takes no data', (name) => {
  expect(BACKGROUND_CHECKS[name](undefined, page)).toBe(true);
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(BACKGROUND_CHECKS[name](data, page)).toBe(data === undefined || data === null);
    }),
  );
});

test.each(WITH_DATA)('%s takes no random data from a page', (name) => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      // So short a message is met by chance.
      fc.pre(name !== 'set-professional' || typeof (data as { on?: unknown } | null | undefined)?.on !== 'boolean');
      expect(BACKGROUND_CHECKS[name](data, page)).toBe(false);
    }),
    { numRuns: runs(10_000) },
  );
});

test('what is said as it should be is taken', () => {
  expect(BACKGROUND_CHECKS['frame-report']({ drugs: ['memantine'], mentions: 2 }, page)).toBe(true);
  expect(BACKGROUND_CHECKS['knowledge-for']({ drugs: ['memantine', 'dextromethorphan-bupropion'] }, page)).toBe(true);
  expect(BACKGROUND_CHECKS['set-professional']({ on: true }, page)).toBe(true);
  expect(BACKGROUND_CHECKS['change-packs']({ add: [], remove: ['Ward'] }, own)).toBe(true);
});

test('packs are changed by our own pages alone', () => {
  expect(BACKGROUND_CHECKS['change-packs']({ add: [], remove: [] }, page)).toBe(false);
});

test("a frame's answer of another shape is none", () => {
  const mention = { index: 0, drug: 'memantine', form: 'memantine', text: 'Memantine' };
  const answer = { url: 'https://a.example/', title: '', active: true, mentions: [mention] };
  expect(FRAME_REPLIES['list-mentions']?.(answer)).toBe(true);
  expect(FRAME_REPLIES['list-mentions']?.({ ...answer, mentions: [{ ...mention, drug: '<b>' }] })).toBe(false);
  expect(FRAME_REPLIES['list-mentions']?.({ ...answer, mentions: [{ ...mention, text: 'x'.repeat(5_000) }] })).toBe(
    false,
  );
  fc.assert(
    fc.property(fc.anything(), (reply) => {
      expect(FRAME_REPLIES['list-mentions'](reply)).toBe(false);
    }),
  );
});

const exported = { index: 0, drug: 'ketamine', form: 'ketamine', text: 'K', prefix: '', suffix: '', start: 0, end: 1 };

test.each(Object.keys(FRAME_REPLIES) as (keyof typeof FRAME_REPLIES)[])(
  'of a frame, %s takes no random answer',
  (name) => {
    const right: Partial<Record<string, unknown>> = { 'export-mentions': [exported], 'report-again': undefined };
    const list = name === 'list-mentions' || name === 'export-mentions';
    if (name !== 'list-mentions') expect(FRAME_REPLIES[name](name in right ? right[name] : true)).toBe(true);
    if (name === 'export-mentions') expect(FRAME_REPLIES[name]([{ ...exported, end: -1 }])).toBe(false);
    fc.assert(
      fc.property(
        fc.oneof(fc.object(), fc.string(), fc.double(), fc.array(fc.anything(), { minLength: 1 })),
        (reply) => {
          expect(FRAME_REPLIES[name](reply)).toBe(false);
        },
      ),
      { numRuns: runs(list ? 2_000 : 10_000) },
    );
  },
);

test.each(['need-reader', 'need-card', 'knowledge-for', 'top-url', 'change-packs'] as const)(
  'of the service worker, %s takes no random answer',
  (name) => {
    const right = {
      'need-reader': true,
      'need-card': false,
      'knowledge-for': { entries: [] },
      'top-url': '',
      'change-packs': 'done',
    };
    expect(WORKER_REPLIES[name]?.(right[name])).toBe(true);
    fc.assert(
      fc.property(fc.oneof(fc.object(), fc.double(), fc.array(fc.anything())), (reply) => {
        expect(WORKER_REPLIES[name]?.(reply)).toBe(false);
      }),
    );
  },
);

test.each(Object.keys(FRAME_CHECKS) as (keyof typeof FRAME_CHECKS)[])(
  'a frame takes %s of the extension alone',
  (name) => {
    const data = { 'go-to-mention': { index: 3 }, 'step-mention': { by: -1 } }[name as string];
    const inTab = { ...page, tab: { id: 3 } } as chrome.runtime.MessageSender;
    for (const sender of [{ id: 'fake' }, own, { ...own, tab: { id: 3 } }] as chrome.runtime.MessageSender[])
      expect(FRAME_CHECKS[name](data, sender)).toBe(true);
    for (const sender of [inTab, { ...inTab, url: undefined }, { ...inTab, url: `https://a.example/${own.url}` }])
      expect(FRAME_CHECKS[name](data, sender as chrome.runtime.MessageSender)).toBe(false);
    if (data === undefined) return;
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ index: fc.anything(), by: fc.anything() })), (random) => {
        const { index, by } = (random ?? {}) as { index?: unknown; by?: unknown };
        const fits =
          name === 'go-to-mention' ? Number.isSafeInteger(index) && Number(index) >= 0 : by === 1 || by === -1;
        expect(FRAME_CHECKS[name](random, own)).toBe(fits);
      }),
      { numRuns: runs(10_000) },
    );
  },
);
