// @vitest-environment happy-dom
/** Controls of settings: each shows what holds, keeps what the reader chooses, and is closed where an administrator says so. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Part } from '../../src/controls/controls.ts';
import type { Knowledge } from '../../src/knowledge/access.ts';
import type { CompiledEntry } from '../../src/knowledge/types.ts';
import { DEFAULT_SETTINGS } from '../../src/settings/schema.ts';
import { at, give, installEnglishPage, textsOf, until } from './english-page.ts';

const fake = installEnglishPage();
const controls = await import('../../src/controls/controls.ts');
const daily = await import('../../src/controls/daily.ts');
const { hiddenDrugs, watchedDrugs } = await import('../../src/controls/drug-list.ts');
const { liveLegend } = await import('../../src/controls/live-legend.ts');
const { loadSettings, setSetting, watchSettings } = await import('../../src/settings/store.ts');

beforeEach(() => {
  fake.reset();
  document.body.replaceChildren();
});

/** On the page, showing what holds now and from then on. */
async function shown(part: Part): Promise<HTMLElement> {
  document.body.append(part.element);
  part.update(await loadSettings());
  watchSettings(part.update);
  return part.element;
}
const own = () => fake.local.settings as Record<string, unknown> | undefined;
const keeps = (expected: object) => until(() => expect(own()).toEqual({ version: 1, ...expected }));

describe('a control', () => {
  const PATHS = [
    ['a', 'A'],
    ['b', 'B'],
  ] as const;

  it('keeps a switch, and follows it when it is turned elsewhere', async () => {
    const input = at(await shown(controls.switchOf('pdf.always', 'Always', 'Why')), 'input');
    expect(input.checked).toBe(false);
    give(input, true);
    await keeps({ pdf: { always: true } });
    await setSetting('pdf.always', false);
    await until(() => expect(input.checked).toBe(false));
  });

  it('is named by its label, and explained where there is a note', async () => {
    const element = await shown(controls.switchOf('pdf.always', 'Always', 'Why'));
    expect(at<HTMLLabelElement>(element, 'label').htmlFor).toBe(at(element, 'input').id);
    expect(textsOf(element, 'p.muted:not(.locked)')).toEqual(['Why']);
    expect(textsOf(controls.switchOf('pdf.always', 'Always').element, 'p.muted:not(.locked)')).toEqual([]);
  });

  it('keeps what was chosen of a list', async () => {
    const select = at<HTMLSelectElement>(await shown(daily.theme()), 'select');
    expect(select.value).toBe('auto');
    give(select, 'dark');
    await keeps({ card: { theme: 'dark' } });
  });

  it('keeps one of some radio buttons, which are named apart from those of other settings', async () => {
    const element = await shown(daily.quiet());
    expect(at(element, ':checked').value).toBe(DEFAULT_SETTINGS.marks.quiet);
    give(at(element, '[value=every]'), true);
    await keeps({ marks: { quiet: 'every' } });
    expect(at(element, 'input').name).not.toBe(at(daily.style().element, 'input').name);
  });

  it('keeps the ticked ones of a list, in their order, and none', async () => {
    fake.local.settings = { version: 1, marks: { groups: ['others'] } };
    const element = await shown(daily.groups());
    const ticked = () => [...element.querySelectorAll<HTMLInputElement>(':checked')].map(({ value }) => value);
    expect(ticked()).toEqual(['others']);
    give(at(element, '[value=memantine]'), true);
    await until(async () => expect((await loadSettings()).settings.marks.groups).toEqual(['memantine', 'others']));
    await setSetting('marks.groups', ['memantine']);
    await until(() => expect(ticked()).toEqual(['memantine']));
    give(at(element, '[value=memantine]'), false);
    await keeps({ marks: { groups: [] } });
  });

  it('loses none of two boxes that are ticked before the first is kept', async () => {
    fake.local.settings = { version: 1, marks: { groups: [] } };
    const element = await shown(daily.groups());
    give(at(element, '[value=memantine]'), true);
    // As a change in another window would do it.
    at(element, '[value=memantine]').checked = false;
    give(at(element, '[value=others]'), true);
    await until(async () => expect((await loadSettings()).settings.marks.groups).toEqual(['memantine', 'others']));
  });

  it('says the number of a slider while it moves, and keeps it when it is let go', async () => {
    const element = await shown(daily.textSize());
    const input = at(element, 'input');
    expect([input.min, input.max]).toEqual(['80', '200']);
    expect(at(element, 'output').textContent).toBe('100 %');
    input.value = '150';
    input.dispatchEvent(new Event('input'));
    expect(at(element, 'output').textContent).toBe('150 %');
    expect(input.getAttribute('aria-valuetext')).toBe('150 %');
    const written = vi.spyOn((globalThis.browser as unknown as typeof chrome).storage.local, 'set');
    give(input, '160');
    await keeps({ card: { textSize: 160 } });
    expect(written).toHaveBeenCalledOnce();
    written.mockRestore();
  });

  it('is shown only while it makes a difference', async () => {
    const [, modifier] = daily.openOn();
    const element = await shown(modifier!);
    expect(element.hidden).toBe(true);
    await setSetting('opening.on', 'modifier');
    await until(() => expect(element.hidden).toBe(false));
  });

  it('that an administrator locked says so and cannot be used, and shows what holds', async () => {
    fake.managed.policy = { settings: { card: { theme: 'dark' } }, locked: ['card.theme'] };
    fake.local.settings = { version: 1, card: { theme: 'light' } };
    const element = await shown(daily.theme());
    const select = at<HTMLSelectElement>(element, 'select');
    expect([select.disabled, select.value]).toEqual([true, 'dark']);
    expect(at<HTMLElement>(element, '.locked').hidden).toBe(false);
    const open = await shown(daily.textSize());
    expect(at(open, 'input').disabled).toBe(false);
    expect(at<HTMLElement>(open, '.locked').hidden).toBe(true);
  });

  it('stands in a section that its heading names', async () => {
    fake.local.settings = { version: 1, card: { theme: 'dark' } };
    const parts = PATHS.map(([id, title]) =>
      controls.section(id, title, [controls.fixed(document.createElement('i'))]),
    );
    const section = controls.section('card', 'The card', [...parts, daily.theme()], 'About cards');
    await shown(section);
    expect(document.getElementById(section.element.getAttribute('aria-labelledby')!)?.textContent).toBe('The card');
    expect(textsOf(section.element, '.intro')).toEqual(['About cards']);
    expect(at<HTMLSelectElement>(section.element, 'select').value).toBe('dark');
  });
});

describe('languages of names', () => {
  const entry = (...langs: (string | undefined)[]) =>
    ({ names: langs.map((lang) => ({ form: 'x', ...(lang ? { lang } : {}) })) }) as unknown as CompiledEntry;
  const languages = () => shown(daily.languages([entry(undefined, 'de', 'pt-BR'), entry('en', 'pt', 'de')]));
  const grid = (element: HTMLElement) => at<HTMLElement>(element, '.grid');

  it('are those that there are names in, each once and by name; English is always there', async () => {
    expect(textsOf(await languages(), '.grid span')).toEqual(['German', 'Portuguese']);
  });

  it('are chosen once not all are wanted', async () => {
    const element = await languages();
    const all = at(element, '#languages-all');
    expect([all.checked, grid(element).hidden]).toEqual([true, true]);
    give(all, false);
    await keeps({ recognition: { languages: ['de', 'pt'] } });
    await until(() => expect(grid(element).hidden).toBe(false));
    give(at(element, '[value=pt]'), false);
    await keeps({ recognition: { languages: ['de'] } });
    give(all, true);
    await until(async () => expect((await loadSettings()).settings.recognition.languages).toBe('all'));
  });

  it('lose no choice where the state before it is shown once more in between', async () => {
    const part = daily.languages([entry('de', 'pt')]);
    const element = await shown(part);
    const before = await loadSettings();
    give(at(element, '#languages-all'), false);
    part.update(before);
    give(at(element, '[value=pt]'), false);
    await keeps({ recognition: { languages: ['de'] } });
  });

  it('are all of them for the reader who wants all, whatever an administrator proposes', async () => {
    fake.managed.policy = { settings: { recognition: { languages: ['de'] } } };
    const element = await languages();
    expect(at(element, '#languages-all').checked).toBe(false);
    expect(at(element, '[value=pt]').checked).toBe(false);
    give(at(element, '#languages-all'), true);
    await keeps({ recognition: { languages: 'all' } });
    expect((await loadSettings()).settings.recognition.languages).toBe('all');
  });
});

describe('a list of medicines', () => {
  const entries = [
    { id: 'warfarin', name: 'Warfarin', names: [{ form: 'Coumadin' }, { form: 'amantadine' }] },
    { id: 'amantadine', name: 'Amantadine', names: [{ form: 'Symmetrel' }, { form: 'Coumadin' }] },
  ];
  const knowledge = Promise.resolve({ entries: () => entries } as unknown as Knowledge);
  const add = (element: HTMLElement, name: string): void => {
    at(element, 'input').value = name;
    at(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  };
  const said = (element: HTMLElement) => at(element, '[role=status]').textContent;

  it('takes a name or a brand, however it is written, and says nothing then', async () => {
    const element = await shown(hiddenDrugs(knowledge));
    add(element, 'Nonsense');
    add(element, '  coumaDIN ');
    await keeps({ marks: { hiddenDrugs: ['warfarin'] } });
    await until(() => expect(textsOf(element, '.chip span')).toEqual(['Warfarin']));
    expect([at(element, 'input').value, said(element)]).toEqual(['', '']);
  });

  it('takes the entry of a name before one that has it as another name', async () => {
    add(await shown(hiddenDrugs(knowledge)), 'Amantadine');
    await keeps({ marks: { hiddenDrugs: ['amantadine'] } });
  });

  it.each(['Nonsense', '', 'constructor', '__proto__'])(
    'says that it knows no “%s”, and leaves it to be mended',
    async (name) => {
      const element = await shown(watchedDrugs(knowledge));
      add(element, name);
      expect(said(element)).toContain(`“${name}” is not in our list`);
      expect(at(element, 'input').value).toBe(name);
      expect(own()).toBeUndefined();
    },
  );

  it('offers the names to be completed', async () => {
    const element = await shown(hiddenDrugs(knowledge));
    const names = at<HTMLDataListElement>(element, 'datalist');
    expect(at(element, 'input').getAttribute('list')).toBe(names.id);
    expect([...names.querySelectorAll('option')].map(({ value }) => value)).toEqual(['Warfarin', 'Amantadine']);
  });

  it('lets go of one, by a button that says of which', async () => {
    fake.local.settings = { version: 1, watched: ['memantine', 'warfarin', 'gone-since'] };
    const element = await shown(watchedDrugs(knowledge));
    const labels = [...element.querySelectorAll('.chip-remove')].map((button) => button.getAttribute('aria-label'));
    expect(labels[1]).toContain('Warfarin');
    expect(textsOf(element, '.chip span')).toEqual(['memantine', 'Warfarin', 'gone-since']);
    at<HTMLButtonElement>(element, '[data-drug=warfarin] button').click();
    await keeps({ watched: ['memantine', 'gone-since'] });
  });

  it('names its medicines once their names are known, on the buttons as well', async () => {
    fake.local.settings = { version: 1, watched: ['warfarin'] };
    let know = (_: Knowledge): void => undefined;
    const later = new Promise<Knowledge>((done) => {
      know = done;
    });
    const element = await shown(watchedDrugs(later));
    expect(textsOf(element, '.chip span')).toEqual(['warfarin']);
    know(await knowledge);
    await until(() => expect(textsOf(element, '.chip span')).toEqual(['Warfarin']));
    expect(at(element, '.chip-remove').getAttribute('aria-label')).toContain('Warfarin');
  });

  it('that an administrator locked lets go of none and takes none', async () => {
    fake.managed.policy = { settings: { watched: ['warfarin'] }, locked: ['watched'] };
    const element = await shown(watchedDrugs(knowledge));
    for (const control of element.querySelectorAll<HTMLInputElement>('input, button'))
      expect(control.disabled).toBe(true);
  });
});

describe('the legend', () => {
  const verdicts = (avoid: string) => ({ ...DEFAULT_SETTINGS, watchedVerdicts: { avoid, caution: '' } });

  it('speaks of memantine, and of others only where marks tell of them; and follows the settings', async () => {
    fake.session.pageSettings = verdicts('');
    const legend = liveLegend();
    expect(legend.childElementCount).toBe(0);
    await until(() => expect(legend.textContent).not.toBe(''));
    const before = legend.textContent;
    const { storage } = globalThis.browser as unknown as typeof chrome;
    await storage.session.set({ pageSettings: verdicts('ketamine') });
    await until(() => expect(legend.textContent).not.toBe(before));
    expect(legend.querySelectorAll('.legend')).toHaveLength(1);
    await storage.session.set({
      pageSettings: { ...verdicts(''), marks: { ...DEFAULT_SETTINGS.marks, color: '#aa0000' } },
    });
    await until(() => expect(legend.innerHTML).toContain('#aa0000'));
    expect(legend.textContent).toBe(before);
  });
});
