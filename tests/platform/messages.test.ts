/** Messages of any shape change nothing and are answered by nobody; only our own pages may change packs. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { installFakeBrowser } from '../settings/fake-browser.ts';

installFakeBrowser();
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
      expect(BACKGROUND_CHECKS[name](data, page)).toBe(false);
    }),
    { numRuns: 10_000 },
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
      expect(FRAME_REPLIES['list-mentions']?.(reply)).toBe(false);
    }),
  );
});
