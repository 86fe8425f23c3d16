/** The number on the toolbar button where a frame reports again before its first report is shown. */
import { expect, it } from 'vitest';
import { knock, PAGE } from './doors.ts';

it('is that of the last report, however long the browser takes with the first', async () => {
  const shown: string[] = [];
  let isFirst = true;
  const setBadgeText = async ({ text }: { text?: string }) => {
    if (isFirst) {
      isFirst = false;
      await new Promise((done) => setTimeout(done, 50));
    }
    shown.push(text ?? '');
  };
  Object.assign((globalThis.browser as unknown as typeof chrome).action, { setBadgeText });
  const report = (...drugs: string[]) => knock('frame-report', { drugs, mentions: drugs.length }, PAGE);
  await Promise.all([report('memantine'), report('memantine', 'warfarin')]);
  expect(shown).toEqual(['1', '2']);
});
