// @vitest-environment happy-dom
/** The options page: rules of sites and their files, wrong matches, the preview, and what it says. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Part } from '../../../src/controls/controls.ts';
import { at, give, installEnglishPage, textsOf, until } from '../../controls/english-page.ts';

const fake = installEnglishPage();
const files = vi.hoisted(() => ({
  chosen: undefined as string | undefined,
  asked: 0,
  saved: [] as [unknown, string][],
}));
vi.mock('../../../src/ui/files.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  openFile: async () => {
    files.asked++;
    return files.chosen === undefined ? undefined : { name: 'file', text: files.chosen };
  },
  saveJson: (data: unknown, name: string) => void files.saved.push([data, name]),
}));
const { sitesSection } = await import('../../../src/pages/options/sites.ts');
const { exceptions } = await import('../../../src/pages/options/marks.ts');
const { preview } = await import('../../../src/pages/options/preview.ts');
const { contrast } = await import('../../../src/pages/options/contrast.ts');
const { asideNotice, say } = await import('../../../src/pages/options/say.ts');
const { loadSettings, setSetting, watchSettings } = await import('../../../src/settings/store.ts');

const status = document.createElement('p');
status.id = 'said';
status.className = 'visually-hidden';

beforeEach(() => {
  fake.reset();
  files.chosen = undefined;
  files.saved.length = 0;
  status.textContent = '';
  document.body.replaceChildren(status);
});

async function shown(part: Part): Promise<HTMLElement> {
  document.body.append(part.element);
  part.update(await loadSettings());
  watchSettings(part.update);
  return part.element;
}
const keeps = (sites: object) => until(() => expect(fake.local.settings).toEqual({ version: 1, sites }));
const has = (sites: object): void => {
  fake.local.settings = { version: 1, sites };
};
const patterns = (element: HTMLElement) =>
  [...element.querySelectorAll<HTMLElement>('[data-pattern]')].map(({ dataset }) => dataset.pattern);

describe('rules of sites', () => {
  const add = (element: HTMLElement, text: string, to = 'off'): void => {
    at(element, '#site-pattern').value = text;
    at<HTMLSelectElement>(element, '#site-to').value = to;
    at(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  };

  it('are added as a reader writes them, an address from the bar as well', async () => {
    const element = await shown(sitesSection());
    add(element, ' https://WWW.Example.org/a?b ');
    await keeps({ 'www.example.org': 'off' });
    expect(at(element, '#site-pattern').value).toBe('');
    add(element, '.example.com', 'on');
    await keeps({ 'www.example.org': 'off', '*.example.com': 'on' });
    await until(() => expect(patterns(element)).toEqual(['*.example.com', 'www.example.org']));
  });

  it('that are none are said to be none, and stay to be mended', async () => {
    const element = await shown(sitesSection());
    add(element, 'not a host');
    expect(textsOf(element, '#site-wrong')[0]).toContain('“not a host”');
    expect(at(element, '#site-pattern').value).toBe('not a host');
    expect(fake.local).toEqual({});
    add(element, 'example.org');
    expect(textsOf(element, '#site-wrong')).toEqual(['']);
    await keeps({ 'example.org': 'off' });
  });

  it('stand in the order of their names, domains among hosts', async () => {
    has({ 'c.example': 'on', '*.b.example': 'off', 'a.example': 'on' });
    expect(patterns(await shown(sitesSection()))).toEqual(['a.example', '*.b.example', 'c.example']);
  });

  it('are switched and removed one by one', async () => {
    has({ 'a.example': 'off', 'b.example': 'off' });
    const element = await shown(sitesSection());
    give(at<HTMLSelectElement>(element, '[data-pattern="a.example"] select'), 'on');
    await keeps({ 'a.example': 'on', 'b.example': 'off' });
    at<HTMLButtonElement>(element, '[data-pattern="b.example"] button').click();
    await keeps({ 'a.example': 'on' });
    await until(() => expect(patterns(element)).toEqual(['a.example']));
  });

  it('are found among many by a part of them', async () => {
    has(Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`site-${index}.example`, 'off'])));
    const element = await shown(sitesSection());
    const filter = at(element, '#site-filter');
    expect(filter.hidden).toBe(false);
    give(filter, ' SITE-3 ');
    expect(patterns(element)).toEqual(['site-3.example']);
    at<HTMLButtonElement>(element, '[data-pattern] button').click();
    // What was typed can be taken back, however few are left.
    await until(() => expect(patterns(element)).toEqual([]));
    expect(filter.hidden).toBe(false);
    give(filter, '');
    expect([patterns(element).length, filter.hidden]).toEqual([7, true]);
  });

  it('that an administrator proposes can be answered and not removed', async () => {
    fake.managed.policy = { settings: { sites: { 'a.example': 'off' } } };
    has({ 'b.example': 'off' });
    const element = await shown(sitesSection());
    expect(at<HTMLButtonElement>(element, '[data-pattern="a.example"] button').disabled).toBe(true);
    expect(at<HTMLButtonElement>(element, '[data-pattern="b.example"] button').disabled).toBe(false);
    give(at<HTMLSelectElement>(element, '[data-pattern="a.example"] select'), 'on');
    await keeps({ 'b.example': 'off', 'a.example': 'on' });
  });

  it('that an administrator locked cannot be changed in any way', async () => {
    fake.managed.policy = { settings: { sites: { 'a.example': 'off' } }, locked: ['sites'] };
    const element = await shown(sitesSection());
    const open = [...element.querySelectorAll<HTMLInputElement>('.setting:not(fieldset) :is(input, select, button)')]
      .filter(({ disabled }) => !disabled)
      .map(({ id }) => id);
    expect(open).toEqual(['site-filter', 'site-export']);
  });
});

describe('a file of rules', () => {
  const imports = async (text: string): Promise<void> => {
    files.chosen = text;
    at<HTMLButtonElement>(await shown(sitesSection()), '#site-import').click();
    await until(() => expect(status.textContent).not.toBe(''));
  };

  it('adds its rules to those that are there, and takes the place of those of the same site', async () => {
    has({ 'a.example': 'off', 'b.example': 'off' });
    await imports(JSON.stringify({ sites: { 'b.example': 'on', '*.c.example': 'on' } }));
    await keeps({ 'a.example': 'off', 'b.example': 'on', '*.c.example': 'on' });
    expect(status.textContent).toBe('2 rules imported.');
  });

  it('may be a list with one host a line, all of them off, with remarks and empty lines', async () => {
    await imports('# Not here\r\nwww.a.example\r\n\r\n  b.example # nor here\n');
    await keeps({ 'www.a.example': 'off', 'b.example': 'off' });
  });

  it('names the lines that are no sites, and those alone, however the others are written', async () => {
    await imports('HTTPS://WWW.A.Example/x\nnot a host\n.B.example\n');
    await keeps({ 'www.a.example': 'off', '*.b.example': 'off' });
    expect(status.textContent).toMatch(/^2 rules imported\. 1 line was left out.*\(not a host\)$/);
  });

  it('names three lines of many', async () => {
    await imports('a b\nc d\ne f\ng h\na.example');
    expect(status.textContent).toMatch(/^1 rule imported\. 4 lines were left out.*\(a b, c d, e f …\)$/);
  });

  it.each(['null', '[]', '5', '{"sites": ["a.example"]}', '\u0000\u0001', '{"sites": {"a.example": "maybe"}}'])(
    'of another kind changes nothing, and the reader is told: %j',
    async (text) => {
      has({ 'b.example': 'off' });
      await imports(text);
      expect(status.textContent).toMatch(/^0 rules imported\. 1 line was left out/);
      await keeps({ 'b.example': 'off' });
    },
  );

  it('that the reader did not choose after all changes nothing', async () => {
    const before = files.asked;
    at<HTMLButtonElement>(await shown(sitesSection()), '#site-import').click();
    await until(() => expect(files.asked).toBe(before + 1));
    // One change waits for the other.
    await setSetting('siteMode', 'chosen');
    expect(status.textContent).toBe('');
    expect(fake.local.settings).toEqual({ version: 1, siteMode: 'chosen' });
  });

  it("holds the reader's own rules, and can be read again", async () => {
    fake.managed.policy = { settings: { sites: { 'policy.example': 'off' } } };
    has({ '*.a.example': 'on' });
    at<HTMLButtonElement>(await shown(sitesSection()), '#site-export').click();
    const [[data]] = files.saved as [[object, string]];
    expect(data).toMatchObject({ sites: { '*.a.example': 'on' } });
    has({});
    document.body.replaceChildren(status);
    await imports(JSON.stringify(data));
    await keeps({ '*.a.example': 'on' });
  });
});

describe('wrong matches', () => {
  const chips = (element: HTMLElement) => textsOf(element, '.chip span');

  it('are listed by text and site, words of the page as words, and only where there are some', async () => {
    const element = await shown(exceptions());
    expect(element.hidden).toBe(true);
    await setSetting('marks.exceptions', ['a.example <img src=x>', 'b.example dm gel']);
    await until(() => expect(chips(element)).toEqual(['“<img src=x>” on a.example', '“dm gel” on b.example']));
    expect(element.hidden).toBe(false);
    expect(element.querySelector('img')).toBeNull();
  });

  it('go one by one, by a button that says which', async () => {
    await setSetting('marks.exceptions', ['a.example dm', 'b.example dm']);
    const element = await shown(exceptions());
    const buttons = element.querySelectorAll('button');
    expect(buttons[1]!.getAttribute('aria-label')).toContain('b.example');
    buttons[1]!.click();
    await until(() => expect(chips(element)).toEqual(['“dm” on a.example']));
  });

  it('that an administrator locked stay', async () => {
    fake.managed.policy = { settings: { marks: { exceptions: ['a.example dm'] } }, locked: ['marks'] };
    expect(at<HTMLButtonElement>(await shown(exceptions()), 'button').disabled).toBe(true);
  });
});

describe('the preview', () => {
  it('says whether marks can be told from both pages, and shows them in their look', async () => {
    const element = await shown(preview());
    const verdict = at<HTMLElement>(element, '#contrast');
    expect(verdict.dataset.enough).toBe('true');
    await setSetting('marks.color', '#101010');
    await until(() => expect(verdict.dataset.enough).toBe('false'));
    expect(verdict.textContent).toMatch(/only 1 to 1|only 1\.\d to 1/);
    const marks = [...element.querySelectorAll<HTMLElement>('.sample-mark')];
    expect(marks.length).toBeGreaterThan(8);
    for (const mark of marks) expect(mark.style.getPropertyValue('text-decoration')).toContain('#101010');
  });

  it('knows contrast as WCAG has it, whichever of the two is lighter', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#123456', '#123456')).toBe(1);
  });
});

describe('what is said', () => {
  afterEach(() => vi.useRealTimers());

  it('can be seen for six seconds, and as long anew when something else is said', () => {
    vi.useFakeTimers();
    const isSeen = () => !status.classList.contains('visually-hidden');
    say('One.');
    vi.advanceTimersByTime(5_000);
    say('Two.');
    vi.advanceTimersByTime(5_000);
    expect([status.textContent, isSeen()]).toEqual(['Two.', true]);
    vi.advanceTimersByTime(1_000);
    // Screen readers may still be at it.
    expect([status.textContent, isSeen()]).toEqual(['Two.', false]);
  });

  it('of something set aside stays until it is dismissed for good, and the original can be saved', async () => {
    const dismissed = vi.fn(async () => undefined);
    const told = document.createElement('p');
    const notice = asideNotice('set-aside', [told], { odd: true }, dismissed);
    document.body.append(notice);
    const [save, done] = notice.querySelectorAll('button');
    save!.click();
    expect(files.saved).toEqual([[{ odd: true }, 'memantine-lens-set-aside']]);
    expect(notice.isConnected).toBe(true);
    done!.click();
    await until(() => expect(notice.isConnected).toBe(false));
    expect(dismissed).toHaveBeenCalledOnce();
  });

  it('of something set aside stays while it is not dismissed yet', async () => {
    let done = (): void => undefined;
    const dismissing = new Promise<void>((resolve) => {
      done = resolve;
    });
    const notice = asideNotice('set-aside', [], {}, () => dismissing);
    document.body.append(notice);
    notice.querySelectorAll('button')[1]!.click();
    expect(notice.isConnected).toBe(true);
    done();
    await until(() => expect(notice.isConnected).toBe(false));
  });
});
