// @vitest-environment happy-dom
/** The options page with the service worker behind it: packs, backups, and what starts anew. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { packDrug, packOf } from '../../browser/harness/sample-pack.ts';
import { at, give, installEnglishPage, textsOf, until } from '../../controls/english-page.ts';

const fake = installEnglishPage();
const files = vi.hoisted(() => ({ chosen: undefined as string | undefined, saved: [] as unknown[] }));
vi.mock('../../../src/ui/files.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  openFile: async () => (files.chosen === undefined ? undefined : { name: 'my.json', text: files.chosen }),
  saveJson: (data: unknown) => void files.saved.push(data),
}));
const { backupSection, setAsideNotice } = await import('../../../src/pages/options/backup.ts');
const { color } = await import('../../../src/pages/options/marks.ts');
const { packsSection } = await import('../../../src/pages/options/packs.ts');
const { keysSection } = await import('../../../src/pages/options/about.ts');
const { loadSettings, setSetting } = await import('../../../src/settings/store.ts');
const worker = await import('../../../src/worker/pack-store.ts');

const status = document.createElement('p');
status.id = 'said';
const ward = packOf('Ward', [packDrug('zephyrazole', ['zephyrazole'])]);
const clinic = packOf('Clinic', [packDrug('klinamine', ['klinamine'])]);
/** Whether the service worker answers. */
let isAwake: boolean;

beforeEach(() => {
  fake.reset();
  Object.assign(files, { chosen: undefined, saved: [] });
  isAwake = true;
  status.textContent = '';
  document.body.replaceChildren(status);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
Object.assign((globalThis.browser as unknown as { runtime: object }).runtime, {
  sendMessage: async ({ data }: { data: Parameters<typeof worker.changePacks>[0] }) => {
    if (isAwake) return worker.changePacks(data);
    throw new Error('Receiving end does not exist.');
  },
});

const shown = (part: { element: HTMLElement }): HTMLElement => {
  document.body.append(part.element);
  return part.element;
};
const stored = (pack: object, managed = false) => ({ pack, addedOn: '2026-01-15', managed });
const press = (element: HTMLElement, selector: string): void => at<HTMLButtonElement>(element, selector).click();
const said = (text: string | RegExp) => until(() => expect(status.textContent).toMatch(text));
const kept = () => ((fake.local.packs ?? []) as { pack: { name: string } }[]).map(({ pack }) => pack.name);

describe('packs', () => {
  const names = (element: HTMLElement) => textsOf(element, '[data-pack] strong');
  const adds = (element: HTMLElement, text: string): void => {
    files.chosen = text;
    press(element, '#pack-add');
  };

  it('are none at first; one is added from a file, with what is in it and its day', async () => {
    const element = shown(packsSection());
    await until(() => expect(element.textContent).toContain('No pack is installed.'));
    adds(element, JSON.stringify(ward));
    await said('The pack “Ward” was added.');
    await until(() => expect(names(element)).toEqual(['Ward']));
    expect(textsOf(element, '[data-pack] .muted')[0]).toMatch(
      /Entries: 1, interactions: 0, additions: 0 · added on \w+ \d/,
    );
  });

  it('take the place of those of the same name', async () => {
    fake.local.packs = [stored(ward), stored(clinic)];
    const element = shown(packsSection());
    adds(element, JSON.stringify({ ...ward, about: 'Another edition.' }));
    await until(() => expect(textsOf(element, '[data-pack] p').join()).toContain('Another edition.'));
    expect(names(element)).toEqual(['Ward', 'Clinic']);
  });

  it('that clash with another one are not added, and the reader hears what to mend', async () => {
    fake.local.packs = [stored(ward)];
    const element = shown(packsSection());
    adds(element, JSON.stringify({ ...ward, name: 'Copy' }));
    await until(() =>
      expect(textsOf(element, '#pack-problems strong')[0]).toMatch(/^my\.json was not added: one thing/),
    );
    expect(textsOf(element, '#pack-problems code')).toContain('/entries/0/id');
    expect(kept()).toEqual(['Ward']);
    // Mended, the complaint goes.
    adds(element, JSON.stringify(clinic));
    await said('The pack “Clinic” was added.');
    expect(at<HTMLElement>(element, '#pack-problems').childElementCount).toBe(0);
  });

  it('with many mistakes show the first ones, each repair once, and how many more there are', async () => {
    const element = shown(packsSection());
    const broken = Array.from({ length: 30 }, (_, index) => packDrug(`ward-${index}`, ['memantine']));
    adds(element, JSON.stringify(packOf('Broken', broken)));
    await until(() => expect(textsOf(element, '#pack-problems ol li')).toHaveLength(20));
    expect(textsOf(element, '.repairs li')).toHaveLength(1);
    expect(at<HTMLElement>(element, '#pack-problems').textContent).toContain('10 more');
  });

  it.each(['', 'null', '[]', '{"name": {"a": 1}}', 'memantine'])('that are none are refused: %j', async (text) => {
    const element = shown(packsSection());
    adds(element, text);
    await until(() => expect(textsOf(element, '.repairs li').length).toBeGreaterThan(0));
    expect(fake.local).toEqual({});
  });

  it('that find no room, or nobody to keep them, are not shown as added', async () => {
    const element = shown(packsSection());
    fake.full.add('session');
    adds(element, JSON.stringify(ward));
    await until(() => expect(textsOf(element, '#pack-problems p')[0]).toContain('has no room for it'));
    fake.full.clear();
    isAwake = false;
    adds(element, JSON.stringify(ward));
    await until(() => expect(textsOf(element, '#pack-problems p')[0]).toContain('This did not work.'));
    expect(status.textContent).toBe('');
    expect(names(element)).toEqual([]);
  });

  it("are removed by the reader, but for an administrator's", async () => {
    fake.local.packs = [stored(ward, true), stored(clinic)];
    const element = shown(packsSection());
    await until(() => expect(names(element)).toEqual(['Ward', 'Clinic']));
    expect(element.querySelector('[data-pack=Ward] button')).toBeNull();
    press(element, '[data-pack=Clinic] button');
    await until(() => expect(names(element)).toEqual(['Ward']));
  });

  it('that cannot be removed now stay, and the reader is told', async () => {
    fake.local.packs = [stored(ward)];
    const element = shown(packsSection());
    await until(() => expect(names(element)).toEqual(['Ward']));
    isAwake = false;
    press(element, '[data-pack=Ward] button');
    await said('This did not work.');
    expect(names(element)).toEqual(['Ward']);
  });

  it('that were set aside can be saved, until the notice is dismissed', async () => {
    fake.local.packsSetAside = [{ pack: 3 }];
    const element = shown(packsSection());
    await until(() => expect(element.querySelector('#packs-aside')).not.toBeNull());
    press(element, '#packs-aside button');
    expect(files.saved).toEqual([[{ pack: 3 }]]);
    press(element, '#packs-aside button:last-child');
    await until(() => expect(element.querySelector('#packs-aside')).toBeNull());
    expect(fake.local).toEqual({});
  });
});

describe('a backup', () => {
  const save = async (withWatched = false): Promise<Record<string, unknown>> => {
    const element = shown(backupSection());
    give(at(element, '#backup-watched'), withWatched);
    press(element, '#backup-save');
    await until(() => expect(files.saved).toHaveLength(1));
    return files.saved[0] as Record<string, unknown>;
  };
  const restore = (text: string): HTMLElement => {
    const element = shown(backupSection());
    files.chosen = text;
    press(element, '#backup-restore');
    return element;
  };
  const backup = (more: object): string => JSON.stringify({ format: 'memantine-lens-backup', version: 1, ...more });

  it('holds what the reader set and added, not what an administrator did', async () => {
    fake.managed.policy = { settings: { card: { theme: 'dark' } } };
    fake.local.settings = { version: 1, marks: { style: 'dotted' } };
    fake.local.packs = [stored(ward, true), stored(clinic)];
    const { settings, packs } = await save();
    expect(settings).toEqual({ version: 1, marks: { style: 'dotted' } });
    expect(packs).toEqual([clinic]);
  });

  it('tells whom the reader watches only where they want it, each time anew', async () => {
    fake.local.settings = { version: 1, watched: ['warfarin'], enabled: false };
    expect((await save()).settings).toEqual({ version: 1, enabled: false });
    files.saved.length = 0;
    document.body.replaceChildren(status);
    expect((await save(true)).settings).toEqual({ version: 1, enabled: false, watched: ['warfarin'] });
    expect(at(backupSection().element, '#backup-watched').checked).toBe(false);
  });

  it('brings back what was saved, and leaves the watched medicines where it says nothing of them', async () => {
    fake.local.settings = { version: 1, marks: { style: 'dotted' }, watched: ['warfarin'] };
    fake.local.packs = [stored(clinic)];
    const saved = JSON.stringify(await save());
    fake.local.settings = { version: 1, enabled: false, watched: ['ketamine'] };
    fake.local.packs = [stored(ward)];
    restore(saved);
    await said('The backup was restored.');
    expect(fake.local.settings).toEqual({ version: 1, marks: { style: 'dotted' }, watched: ['ketamine'] });
    expect(kept()).toEqual(['Ward', 'Clinic']);
  });

  it('of which a part cannot be read brings the rest, and says what was left out for as long as it takes', async () => {
    const settings = { enabled: false, marks: { style: 'wavy' }, constructor: 1 };
    const element = restore(backup({ settings, packs: [ward, { name: 'Broken' }, null] }));
    await said('The backup was restored.');
    expect(fake.local.settings).toEqual({ version: 1, enabled: false, marks: {} });
    expect(kept()).toEqual(['Ward']);
    expect(textsOf(element, '#backup-left p')[0]).toMatch(/^4 parts could not be read/);
    const codes = textsOf(element, '#backup-left code').join('\n');
    expect(codes).toMatch(/marks\.style.*constructor.*packs:/s);
    files.chosen = backup({ settings: {} });
    press(element, '#backup-restore');
    await until(() => expect(at<HTMLElement>(element, '#backup-left').childElementCount).toBe(0));
  });

  it('whose packs are no list says so, and one without packs says nothing', async () => {
    const element = restore(backup({ settings: {}, packs: { ward } }));
    await until(() => expect(textsOf(element, '#backup-left code')).toEqual(['packs: no list']));
    files.chosen = backup({});
    press(element, '#backup-restore');
    await until(() => expect(at<HTMLElement>(element, '#backup-left').childElementCount).toBe(0));
  });

  it.each(['', 'null', '[]', '{"settings": {"enabled": false}}', '{"format": "memantine-lens-sites", "sites": {}}'])(
    'is no other file, which changes nothing: %j',
    async (text) => {
      fake.local.settings = { version: 1, enabled: false };
      restore(text);
      await said('my.json is no backup of Memantine Lens');
      expect(fake.local).toEqual({ settings: { version: 1, enabled: false } });
    },
  );

  it('for which there is no room, or nobody to keep it, changes nothing, and the reader is told', async () => {
    fake.full.add('session');
    restore(backup({ settings: { enabled: false }, packs: [ward] }));
    await said('There is no room');
    fake.full.clear();
    isAwake = false;
    restore(backup({ settings: { enabled: false } }));
    await said('This did not work.');
    expect((await loadSettings()).settings.enabled).toBe(true);
    expect(kept()).toEqual([]);
  });
});

describe('settings', () => {
  it('have their defaults again where the reader is sure, and packs stay', async () => {
    fake.local.settings = { version: 1, enabled: false };
    fake.local.packs = [stored(ward)];
    const sure = vi.fn(() => false);
    vi.stubGlobal('confirm', sure);
    const element = shown(backupSection());
    press(element, '#reset');
    expect(sure).toHaveBeenCalledOnce();
    sure.mockReturnValue(true);
    await setSetting('pdf.always', true);
    expect((await loadSettings()).settings.enabled).toBe(false);
    press(element, '#reset');
    await said('All settings have their defaults.');
    expect(fake.local.settings).toEqual({ version: 1 });
    expect(kept()).toEqual(['Ward']);
    vi.unstubAllGlobals();
  });

  it('that could not be read are told of, with what was wrong, until the reader dismisses it', async () => {
    expect(await setAsideNotice()).toBeUndefined();
    fake.local.settings = { version: 1, marks: { style: '<b>' } };
    await setSetting('enabled', false);
    const notice = (await setAsideNotice())!;
    expect(textsOf(notice, 'code').join()).toContain('marks.style: cannot be "<b>"');
    press(shown({ element: notice }), '.buttons button');
    expect(files.saved).toEqual([{ version: 1, marks: { style: '<b>' } }]);
    press(notice, '.buttons button:last-child');
    await until(() => expect(notice.isConnected).toBe(false));
    expect(await setAsideNotice()).toBeUndefined();
  });

  it('of the colour of marks are by verdict where the reader wants that, whatever an administrator proposes', async () => {
    fake.managed.policy = { settings: { marks: { color: '#aa0000' } } };
    const part = color();
    const element = shown(part);
    const pressed = () => at(element, '.buttons button').getAttribute('aria-pressed');
    part.update(await loadSettings());
    expect([at(element, '#marks-color').value, pressed()]).toEqual(['#aa0000', 'false']);
    press(element, '.buttons button');
    await until(async () => expect((await loadSettings()).settings.marks.color).toBe('auto'));
    part.update(await loadSettings());
    expect(pressed()).toBe('true');
  });
});

describe('keys', () => {
  it('are listed as readers meet them, with those that have none; and lead to where the browser changes them', async () => {
    const commands = {
      getAll: async () => [
        { name: 'toggle-site', description: 'Turn the site off', shortcut: '' },
        { name: '_execute_action', description: '', shortcut: 'Alt+M' },
        { name: 'search', description: 'Search', shortcut: 'Alt+S' },
      ],
    };
    Object.assign(globalThis.browser, { commands });
    const element = shown(keysSection());
    await until(() => expect(textsOf(element, 'dt')).toHaveLength(3));
    expect(textsOf(element, 'dt').slice(1)).toEqual(['Search', 'Turn the site off']);
    expect(textsOf(element, 'kbd')).toEqual(['Alt+M', 'Alt+S']);
    press(element, 'button');
    await until(() => expect(fake.doneBy('tabs.create')).toEqual([[{ url: 'chrome://extensions/shortcuts' }]]));
    const openShortcutSettings = vi.fn(async () => undefined);
    Object.assign(commands, { openShortcutSettings });
    press(element, 'button');
    await until(() => expect(openShortcutSettings).toHaveBeenCalledOnce());
    expect(fake.doneBy('tabs.create')).toHaveLength(1);
  });
});
