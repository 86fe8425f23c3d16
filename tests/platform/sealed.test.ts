/** What the extension remembers of tabs, where pages' scripts can look: they can read none of it, and forge none of it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { installFakeBrowser } from '../settings/fake-browser.ts';

const fake = installFakeBrowser();
let { seal, unseal } = await import('../../src/platform/sealed.ts');

/** As after the browser stopped the service worker: nothing is in memory. */
async function wake(): Promise<
  typeof import('../../src/platform/frames.ts') & typeof import('../../src/platform/intent.ts')
> {
  vi.resetModules();
  ({ seal, unseal } = await import('../../src/platform/sealed.ts'));
  return { ...(await import('../../src/platform/frames.ts')), ...(await import('../../src/platform/intent.ts')) };
}
let platform: Awaited<ReturnType<typeof wake>>;

beforeEach(async () => {
  fake.reset();
  platform = await wake();
});

describe('a sealed value', () => {
  it('comes back as it was, after a stop of the worker as well', async () => {
    const value = { drugs: ['memantine'], mentions: 3, note: 'Überdosis 💊' };
    const sealed = await seal(value);
    expect(await unseal(sealed)).toEqual(value);
    await wake();
    expect(await unseal(sealed)).toEqual(value);
  });

  it('shows nothing of itself, and is another one each time', async () => {
    const [one, other] = await Promise.all([seal('memantine'), seal('memantine')]);
    expect(atob(one)).not.toContain('memantine');
    expect(one).not.toBe(other);
    // One key, though both wanted to make it.
    expect(await unseal(one)).toBe(await unseal(other));
  });

  it.each([undefined, null, 5, {}, '', 'memantine', '%%%', btoa('x'.repeat(60))])('%j is none', async (forged) => {
    expect(await unseal(forged)).toBeUndefined();
  });

  it('is none any more when a single character of it was changed', async () => {
    const sealed = await seal('memantine');
    const other = sealed[20] === 'A' ? 'B' : 'A';
    expect(await unseal(sealed.slice(0, 20) + other + sealed.slice(21))).toBeUndefined();
  });

  it('may be as long as a message of a page can be', async () => {
    const drugs = Array.from({ length: 20_000 }, (_, index) => `medicine-${index}`);
    expect(await unseal(await seal(drugs))).toEqual(drugs);
  });

  it('is made with the next try where there was no room for the key', async () => {
    fake.full.add('local');
    await expect(seal('memantine')).rejects.toThrow();
    fake.full.clear();
    expect(await unseal(await seal('memantine'))).toBe('memantine');
  });
});

describe('what the frames of a tab named', () => {
  const named = (...drugs: string[]) => ({ drugs, mentions: drugs.length });

  it('is kept by frame, the top one first, apart from other tabs', async () => {
    const { putFrame, framesOf } = platform;
    await Promise.all([
      putFrame(1, 12, named('ketamine')),
      putFrame(1, 3, named('warfarin')),
      putFrame(1, 0, named('memantine')),
      putFrame(11, 0, named('amantadine')),
    ]);
    expect([...(await framesOf(1))]).toEqual([
      [0, named('memantine')],
      [3, named('warfarin')],
      [12, named('ketamine')],
    ]);
    expect(JSON.stringify(fake.session)).not.toMatch(/memantine|amantadine/);
  });

  it('is forgotten with the last mention of a frame, and with the tab', async () => {
    const { putFrame, framesOf, forgetTab } = platform;
    await putFrame(1, 0, named('memantine'));
    await putFrame(1, 2, named('memantine'));
    await putFrame(11, 0, named('memantine'));
    await putFrame(1, 2, named());
    expect([...(await framesOf(1)).keys()]).toEqual([0]);
    await forgetTab(1);
    expect(Object.keys(fake.session)).toEqual(['frame:11:0']);
  });

  it('is no claim of a page that wrote there', async () => {
    const { putFrame, framesOf } = platform;
    await putFrame(1, 0, named('memantine'));
    fake.session['frame:1:4'] = named('ketamine');
    fake.session['frame:1:5'] = 'forged';
    expect([...(await framesOf(1)).keys()]).toEqual([0]);
  });
});

describe('what the popup shall search', () => {
  it('is told once, and in no words that a page could read', async () => {
    const { putIntent, takeIntent } = platform;
    await putIntent({ search: 'memantine' });
    expect(JSON.stringify(fake.session)).not.toContain('memantine');
    expect(await takeIntent()).toEqual({ search: 'memantine' });
    expect(await takeIntent()).toBeUndefined();
    expect(fake.session).toEqual({});
  });

  it('is nothing that a page wrote there, which goes as well', async () => {
    fake.session.popupIntent = { search: 'forged' };
    expect(await platform.takeIntent()).toBeUndefined();
    expect(fake.session).toEqual({});
  });
});
