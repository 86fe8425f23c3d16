/** The popup as a reader uses it: switches, list, interactions, search, export; accessibility in both themes. */
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/generated/catalogue.ts';
import type { Served } from '../../src/tools/serve.ts';
import { inTurn } from '../sampling.ts';
import { type Annotation, anchorAll } from './harness/anchor.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import {
  axeViolations,
  choose,
  fill,
  foundTexts,
  inExtension,
  openOwn,
  openPopup,
  press,
  putSealed,
  savedText,
  stored,
  tick,
} from './harness/own-pages.ts';
import { ask, markedTexts, until } from './harness/probe.ts';
import { onStage, popupOver } from './harness/stage.ts';

const DEMO = resolve(import.meta.dirname, '../../src/tools/demo');

/** What our list calls its entries. */
const ALL = Object.values(catalogue).map(({ name }) => name);

/** Sets what is watched, and waits until pages are told of it. */
async function setWatched(own: Page, watched: readonly string[]): Promise<void> {
  const told = async () => {
    const { watchedVerdicts } = (await stored(own, 'pageSettings')) as { watchedVerdicts: object };
    return JSON.stringify(watchedVerdicts);
  };
  const before = await told();
  await inExtension(
    own,
    `await api.storage.local.set({ settings: ${JSON.stringify({ version: 1, marks: { quiet: 'every' }, watched })} })`,
  );
  await until(told, (now) => now !== before);
}

/** Hosts of a domain, all of them this machine. */
const HOSTS = {
  args: ['--host-resolver-rules=MAP *.lens-domain.com 127.0.0.1'],
  prefs: { 'network.dns.localDomains': 'en.lens-domain.com,de.lens-domain.com' },
};

describe.each(BROWSERS)('the popup in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;
  let popup: Page;

  onStage(
    name,
    { '/all.html': `<!doctype html><title>All</title>${ALL.map((one) => `<p>${one}</p>`).join('')}` },
    async (stage) => {
      ({ lens, site, page, own: options } = stage);
      popup = await popupOver(stage, '/', 20);
    },
    { folder: DEMO, ...(name === 'chrome' ? { args: HOSTS.args } : { prefs: HOSTS.prefs }) },
  );

  /** Opens the settings in front, as a reader has them: a page that nobody looks at may be put off. */
  const openGear = async (ready: string) => {
    await popup.bringToFront();
    await press(popup, '#open-settings');
    await popup.waitForSelector(`#settings:not([hidden]) ${ready}`);
  };
  const counts = () =>
    popup.$$eval('#found [data-drug]', (buttons) =>
      Object.fromEntries(
        buttons.map((button) => [
          (button as HTMLElement).dataset.drug!,
          Number(button.querySelector('.count')!.textContent),
        ]),
      ),
    );
  /** Loads the page anew, and waits until it is read, which it may put off while nobody looks at it. */
  const wholePage = async () => {
    await lens.open(page, `${site.origin}/`);
    await page.bringToFront();
    await until(
      () => foundTexts(options, site.origin),
      (texts) => texts.length > 20,
    );
  };
  const card = () =>
    until(
      () => ask(page, 'card'),
      (view) => view !== null,
    );

  it('lists the medicines of the page and of its frame by group, with counts', async () => {
    await until(counts, (all) => Object.keys(all).length >= 10);
    const inFrame = await page
      .frames()[1]!
      .evaluate(() => document.body.textContent?.match(/memantine/gi)?.length ?? 0);
    expect(inFrame).toBeGreaterThan(0);
    const inTop = (await markedTexts(page)).filter((text) => /^(memantine|namenda|ebixa)/i.test(text)).length;
    await until(counts, ({ memantine }) => memantine === inTop + inFrame);
    const groups = await popup.$$eval('#found h3', (titles) => titles.map((title) => title.textContent));
    expect(groups[0]).toBe('Memantine');
    expect(groups.length).toBeGreaterThanOrEqual(5);
  });

  it('shows the number of different medicines on the toolbar button', async () => {
    const badge = await until(
      () =>
        inExtension<string>(
          options,
          `await api.action.getBadgeText({ tabId: (await api.tabs.query({})).find((tab) => tab.url?.startsWith(${JSON.stringify(site.origin)})).id })`,
        ),
      (text) => text !== '',
    );
    expect(Number(badge)).toBe(Object.keys(await counts()).length);
  });

  it('leads with the pairs with memantine, counted and worst first, the grave ones with their sentence', async () => {
    const title = await popup.$eval('#danger-title', (heading) => heading.textContent);
    expect(title).toMatch(/^With memantine: \d+ to avoid, \d+ with caution, \d+ to watch closely, /);
    expect(title).toMatch(/, \d+ with no interaction found$/);
    const open = await popup.$$eval('#danger .open [data-pair]', (pairs) =>
      pairs.map((pair) => ({
        pair: (pair as HTMLElement).dataset.pair!,
        action: pair.querySelector<HTMLElement>('.tag')!.dataset.action!,
        lead: pair.querySelector('[lang=en]')!.textContent!,
      })),
    );
    expect(open.length).toBeGreaterThan(2);
    // The first one in sight, the others by opening their names.
    expect(await popup.$$('#danger .open > li > [lang=en]')).toHaveLength(1);
    for (const { pair, lead } of open) {
      expect(pair).toMatch(/ memantine$/);
      expect(lead.length).toBeGreaterThan(20);
    }
    const order = ['avoid', 'caution', 'monitor', 'theoretical', 'none-found'];
    const actions = open.map(({ action }) => action);
    expect(actions).toEqual(actions.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    const folds = await popup.$$eval('#danger .fold', (all) =>
      all.map((fold) => (fold as HTMLElement).dataset.action!),
    );
    expect(folds).toEqual(folds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  it('says whom to ask, and names both of its switches in words that are seen', async () => {
    expect(await popup.$eval('#danger .ask', (line) => line.textContent)).toContain('or a pharmacist');
    const labels = await popup.$$eval('input[role=switch]', (switches) =>
      switches.map((one) => {
        const [label] = (one as HTMLInputElement).labels ?? [];
        return { said: label?.textContent, seen: label?.checkVisibility() };
      }),
    );
    expect(labels).toEqual([
      { said: 'Mark medicines on pages', seen: true },
      { said: `On this site: 127.0.0.1:${site.port}`, seen: true },
    ]);
    expect(await popup.$eval('.elsewhere', (label) => label.textContent)).toMatch(
      /^On other sites: yes, except where I switch it off/,
    );
  });

  it('counts the pairs among the others and folds them by verdict', async () => {
    await popup.waitForSelector('#pairs .fold');
    expect(await popup.$$('#pairs [data-pair]')).toHaveLength(0);
    await press(popup, '#pairs > summary');
    await press(popup, '#pairs .fold > summary');
    const pairs = await until(
      () =>
        popup.$$eval('#pairs .fold[open] [data-pair]', (all) => all.map((one) => (one as HTMLElement).dataset.pair!)),
      (all) => all.length > 0,
    );
    for (const pair of pairs) expect(pair.split(' ')).not.toContain('memantine');
    await press(popup, '#pairs > summary');
  });

  it('keeps what was opened, and the focus, while the page changes', async () => {
    await popup.bringToFront();
    const fold = '#danger .fold > summary';
    await press(popup, fold);
    await popup.waitForSelector('#danger .fold[open] [data-pair]');
    await popup.focus(fold);
    const drawnAnew = async (change: string, there: boolean) => {
      await page.bringToFront();
      await page.evaluate(change);
      await until(counts, (all) => 'zonisamide' in all === there);
      // What only the knowledge has follows.
      await popup.waitForSelector('#pairs');
      expect(await popup.$$('#danger .fold[open] [data-pair]')).not.toHaveLength(0);
      expect(await popup.evaluate((path) => document.activeElement?.matches(path), fold)).toBe(true);
    };
    expect(Object.keys(await counts())).not.toContain('zonisamide');
    await drawnAnew(`document.body.insertAdjacentHTML('beforeend', '<p id="late">zonisamide</p>')`, true);
    await drawnAnew(`document.querySelector('#late').remove()`, false);
    await press(popup, fold);
    await page.bringToFront();
  });

  it('calls a medicine by the name that the page uses', async () => {
    const names = await popup.$$eval('[data-drug] .name', (all) => all.map((name) => name.textContent));
    expect(names).toContain('Auvelity: dextromethorphan and bupropion');
  });

  it('goes to a mention on a click and opens its card, and to the next one on another', async () => {
    await page.bringToFront();
    await press(popup, '[data-drug="acetazolamide"]');
    const first = await card();
    expect(first?.text.toLowerCase()).toContain('acetazolamide');
    await press(popup, '[data-drug="acetazolamide"]');
    const title = await until(
      async () => (await ask(page, 'query', { selector: '.lens-card h2' }))[0]?.text,
      (text) => /^Diamox\b/.test(text ?? ''),
    );
    expect(title).toMatch(/^Diamox\b/);
  });

  it('is walked with the arrow keys', async () => {
    await popup.bringToFront();
    await popup.focus('[data-drug="memantine"]');
    await popup.keyboard.press('ArrowDown');
    expect(await popup.evaluate(() => (document.activeElement as HTMLElement).dataset.drug)).toBe('amantadine');
    await page.bringToFront();
    await popup.keyboard.press('ArrowRight');
    await until(
      async () => (await ask(page, 'query', { selector: '.lens-card h2' }))[0]?.text,
      (text) => /^amantadine\b/i.test(text ?? ''),
    );
  });

  it('switches the site off and on in the open page, with its frame', async () => {
    await tick(popup, '#site-on', false);
    await until(
      () => markedTexts(page),
      (texts) => texts.length === 0,
    );
    await until(counts, (all) => Object.keys(all).length === 0);
    expect(await popup.$eval('#found', (section) => section.textContent)).toContain('off on this site');
    expect(await popup.$eval('body', (body) => body.hasAttribute('data-off'))).toBe(true);
    expect(await stored(options, 'settings')).toMatchObject({ sites: { [`127.0.0.1:${site.port}`]: 'off' } });
    await press(popup, '#off .button');
    await until(
      () => markedTexts(page),
      (texts) => texts.length > 20,
    );
    await until(counts, (all) => Object.keys(all).length >= 10);
    expect(await popup.$eval('body', (body) => body.hasAttribute('data-off'))).toBe(false);
  });

  it('changes the settings of daily use behind its gear, with effect on the page behind', async () => {
    await openGear('#marks-quiet-first-per-page');
    expect(await popup.$eval('#found', (found) => found.checkVisibility())).toBe(false);
    await page.bringToFront();
    const all = (await markedTexts(page)).length;
    await tick(popup, '#marks-quiet-first-per-page');
    const fewer = await until(
      () => markedTexts(page),
      (texts) => texts.length > 0 && texts.length < all,
    );
    expect(new Set(fewer.map((text) => text.toLowerCase())).size).toBe(fewer.length);
    await tick(popup, '#marks-quiet-every');
    await choose(popup, '#marks-floor', 'avoid');
    await until(
      () => markedTexts(page),
      (texts) => texts.length > 0 && !texts.includes('Diamox'),
    );
    await choose(popup, '#marks-floor', 'everything');
    await until(
      () => markedTexts(page),
      (texts) => texts.length === all,
    );
    await press(popup, '#close-settings');
    expect(await popup.evaluate(() => document.activeElement?.id)).toBe('open-settings');
    expect(await popup.$eval('#found', (found) => found.checkVisibility())).toBe(true);
  });

  it('shows the very controls of the options, word for word', async () => {
    await openGear('#languages-all');
    const words = (own: Page, path: string) =>
      own.$eval(path, (input) => input.closest('.setting')!.textContent!.replace(/\s+/g, ' '));
    for (const control of [
      ...['#marks-groups-others', '#marks-quiet-every', '#marks-floor', '#marks-style-underline', '#opening-on-hover'],
      ...['#opening-modifier', '#card-theme', '#card-textSize', '#watched-name', '#languages-all'],
    ])
      expect(await words(popup, control)).toBe(await words(options, control));
    await press(popup, '#close-settings');
    await page.bringToFront();
  });

  it('speaks first of pairs with what the reader watches, named on the page or not; exports say nothing of it', async () => {
    expect(Object.keys(await counts())).not.toContain('warfarin');
    await openGear('#watched-name');
    // By any of its names.
    await fill(popup, '#watched-name', 'Coumadin');
    await press(popup, '#watch form button');
    await popup.waitForSelector('#watched [data-drug="warfarin"]');
    await press(popup, '#close-settings');
    await until(
      () => popup.$$eval('#danger', ([danger]) => danger?.textContent ?? ''),
      (text) => /^With medicines to watch: \d+ to avoid/.test(text),
    );
    await press(popup, '#danger .fold[data-action="monitor"] > summary');
    await popup.waitForSelector('#danger [data-pair$=" warfarin"]');
    expect(await savedText(popup, '[data-format=json]')).not.toContain('warfarin');
    await choose(options, '#marks-floor', 'monitor');
    const backup = JSON.parse(await savedText(options, '#backup-save')) as { settings: object };
    expect(backup.settings).toHaveProperty('marks');
    expect(backup.settings).not.toHaveProperty('watched');
    await tick(options, '#backup-watched');
    expect(JSON.parse(await savedText(options, '#backup-save'))).toMatchObject({
      settings: { watched: ['memantine', 'warfarin'] },
    });
    await choose(options, '#marks-floor', 'everything');
    await openGear('#watched [data-drug="warfarin"] .chip-remove');
    await press(popup, '#watched [data-drug="warfarin"] .chip-remove');
    await press(popup, '#close-settings');
    await page.bringToFront();
    await until(
      () => popup.$$eval('#danger', ([danger]) => danger?.textContent ?? ''),
      (text) => text.startsWith('With memantine:'),
    );
  });

  it('is complete by the keyboard: gear, a setting, and back', async () => {
    await popup.bringToFront();
    await popup.focus('#open-settings');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('#settings:not([hidden])');
    await popup.focus('#marks-style-underline');
    await popup.keyboard.press('ArrowDown');
    await until(
      () => stored(options, 'settings') as Promise<{ marks?: { style?: string } }>,
      (settings) => settings?.marks?.style === 'dotted',
    );
    await popup.keyboard.press('ArrowUp');
    await popup.focus('#open-settings');
    await popup.keyboard.press('Enter');
    expect(await popup.$eval('#settings', (section) => (section as HTMLElement).hidden)).toBe(true);
    await page.bringToFront();
  });

  it('marks only where chosen, and here once it is', async () => {
    await choose(popup, '#site-mode', 'chosen');
    await until(
      () => markedTexts(page),
      (texts) => texts.length === 0,
    );
    await tick(popup, '#site-on', true);
    await until(
      () => markedTexts(page),
      (texts) => texts.length > 20,
    );
    await choose(popup, '#site-mode', 'everywhere');
  });

  it('widens a rule to the whole domain with one more click', async () => {
    const [one, other] = [await lens.newPage(), await lens.newPage()];
    await lens.open(one, `http://en.lens-domain.com:${site.port}/leaflet.html`);
    await lens.open(other, `http://de.lens-domain.com:${site.port}/leaflet.html`);
    const marked = async (shown: Page, wanted: boolean) => {
      // A tab that nobody looks at may wait with its marks; taking them away it must not.
      if (wanted) await shown.bringToFront();
      return until(
        () => markedTexts(shown),
        (texts) => texts.length > 0 === wanted,
      );
    };
    await marked(other, true);
    await marked(one, true);
    const second = await openPopup(lens, options, `http://en.lens-domain.com:${site.port}`);
    await tick(second, '#site-on', false);
    await marked(one, false);
    await marked(other, true);
    await second.bringToFront();
    await tick(second, '#scope-domain');
    await marked(other, false);
    expect(await stored(options, 'settings')).toMatchObject({ sites: { '*.lens-domain.com': 'off' } });
    await tick(second, '#site-on', true);
    await marked(one, true);
    await marked(other, true);
    for (const done of [second, one, other]) await done.close();
    await page.bringToFront();
  });

  it.each([
    ['namenda', 'memantine'],
    ['Diamox', 'acetazolamide'],
    ['namneda', 'memantine'],
    ['memantien', 'memantine'],
    ['NMDA', 'nmda-antagonists'],
    ['ketamin', 'ketamine'],
  ])('looks %s up', async (text, drug) => {
    await fill(popup, '#search-text', text);
    const names = await until(
      () => popup.$$eval('.hit', (hits) => hits.map((hit) => (hit as HTMLElement).dataset.entry)),
      (all) => all.length > 0,
    );
    expect(names[0]).toBe(drug);
  });

  it('shows the card of what was chosen, with its sources', async () => {
    await popup.bringToFront();
    await fill(popup, '#search-text', 'Namenda XR');
    await popup.waitForSelector('.hit');
    await popup.focus('#search-text');
    await popup.keyboard.press('Enter');
    const text = await (await popup.waitForSelector('#search-card .lens-card'))!.evaluate(
      (element) => element.textContent,
    );
    expect(text).toContain('NMDA');
    await fill(popup, '#search-text', '');
  });

  it('says that a name is not in the list, that this means nothing, and what the list covers', async () => {
    await fill(popup, '#search-text', 'zzzzqqq');
    const text = await until(
      () => popup.$eval('#search-status', (status) => status.textContent),
      (said) => said.includes('zzzzqqq'),
    );
    expect(text).toContain('says nothing about the safety');
    expect(text).toMatch(/covers memantine .* \d+ medicines/);
    await fill(popup, '#search-text', '');
  });

  it('checks names together, and tells what was looked for from what it does not know', async () => {
    const pick = async (text: string) => {
      await fill(popup, '#search-text', text);
      await popup.waitForSelector('.hit');
      await press(popup, '.hit');
    };
    await pick('memantine');
    await press(popup, '#together-start');
    await popup.waitForSelector('[data-picked="memantine"]');
    await pick('Ketalar');
    await pick('amiloride');
    await popup.waitForSelector('#together [data-pair="ketamine memantine"]');
    const listed = (await popup.$$('#together [data-pair]')).length;
    const unlisted = await popup.$$eval('#unlisted li', (items) => items.map((item) => item.textContent));
    expect(listed + unlisted.length).toBe(3);
    expect(unlisted).toContain('ketamine + amiloride');
    expect(await popup.$eval('#together .ask', (line) => line.textContent)).toContain('or a pharmacist');
    expect(await axeViolations(popup)).toEqual([]);
    await fill(popup, '#search-text', 'zzzzqqq');
    await until(
      () => popup.$eval('#search-none', (none) => none.textContent),
      (text) => text.includes('“zzzzqqq” is not in our list'),
    );
    await press(popup, '[data-picked="ketamine"] .chip-remove');
    await until(
      () => popup.$$('#together [data-pair="ketamine memantine"]'),
      (pairs) => pairs.length === 0,
    );
    await press(popup, '#looked-up > .back');
    expect(await popup.$eval('#found', (found) => found.checkVisibility())).toBe(true);
    await page.bringToFront();
  });

  it('looks up what the context menu passes on', async () => {
    await putSealed(options, 'popupIntent', { search: 'Namenda' });
    const second = await openOwn(lens, 'src/pages/popup/index.html', '#search-card .lens-card');
    expect(await second.$eval('#search-card', (element) => element.textContent)).toContain('NMDA');
    // Without a page to speak of, it says so.
    expect(await second.$eval('#notices', (element) => element.textContent)).toContain('lets no extension run');
    await second.close();
  });

  it.each(inTurn(BROWSERS, name, ['light', 'dark']))('has nothing for axe to find, %s', async (theme) => {
    await choose(options, '#card-theme', theme);
    for (const own of [popup, options]) {
      await until(
        () => own.evaluate(() => document.documentElement.dataset.theme),
        (shown) => shown === theme,
      );
    }
    await fill(popup, '#search-text', 'Namenda XR');
    await popup.waitForSelector('.hit');
    expect(await axeViolations(popup)).toEqual([]);
    await press(popup, '.hit');
    await popup.waitForSelector('#search-card .lens-card');
    expect(await axeViolations(popup)).toEqual([]);
    await fill(popup, '#search-text', '');
    await openGear('.setting');
    expect(await axeViolations(popup)).toEqual([]);
    await press(popup, '#close-settings');
    expect(await axeViolations(popup)).toEqual([]);
    expect(await axeViolations(options)).toEqual([]);
    const welcome = await openOwn(lens, 'src/pages/welcome/index.html', '#mode-everywhere');
    expect(await axeViolations(welcome)).toEqual([]);
    await welcome.close();
  });

  it('stays within four screens, whatever the page names', async () => {
    const crowd = await lens.newPage();
    await lens.open(crowd, `${site.origin}/all.html`);
    await crowd.bringToFront();
    await until(
      () => foundTexts(options, `${site.origin}/all.html`),
      (texts) => texts.length > 100,
    );
    const full = await openPopup(lens, options, `${site.origin}/all.html`);
    await until(
      () => full.$$('[data-drug]'),
      (drugs) => drugs.length > 100,
    );
    await full.waitForSelector('#pairs');
    expect(await full.$eval('html', (root) => root.scrollHeight)).toBeLessThanOrEqual(4 * 600);
    // Opened, a fold shows some, and more on demand.
    // While the page still tells more, the list may be made anew under a press.
    const unfold = (selector: string) => full.$$eval(selector, ([fold]) => fold?.setAttribute('open', ''));
    await until(
      async () => {
        await unfold('#pairs');
        await unfold('#pairs .fold');
        return full.$$('#pairs [data-pair]');
      },
      (pairs) => pairs.length > 0 && pairs.length <= 20,
    );
    const some = (await full.$$('#pairs [data-pair]')).length;
    await press(full, '#pairs .fold li > .button');
    expect((await full.$$('#pairs [data-pair]')).length).toBeGreaterThan(some);
    for (const done of [full, crowd]) await done.close();
    await page.bringToFront();
  });

  it('exports annotations that another implementation finds again, every one, frames included', async () => {
    const { items } = JSON.parse(await savedText(popup, '[data-format=jsonld]')) as { items: Annotation[] };
    const marked = await markedTexts(page);
    expect(items.length).toBeGreaterThan(marked.length);
    const frames = page.frames();
    for (const frame of frames) {
      const mine = items.filter(({ target }) => target.source === frame.url());
      expect(mine.length).toBeGreaterThan(0);
      expect(await anchorAll(frame, mine)).toEqual(mine.map(({ target }) => target.selector[0].exact));
    }
    expect(new Set(items.map(({ target }) => target.source)).size).toBe(frames.length);
  });

  it('makes a sheet to take along, with sources and without what the reader watches', async () => {
    const id = new URL(popup.url()).searchParams.get('tab');
    await setWatched(options, ['memantine', 'tromethamine']);
    await wholePage();
    const sheet = await openOwn(lens, `src/pages/popup/summary.html?tab=${id}`, '#sheet .sources li');
    const text = await sheet.$eval('#sheet', (main) => main.textContent);
    expect(text).toContain('Auvelity: dextromethorphan and bupropion');
    expect(text).toContain('With memantine');
    expect(text.toLowerCase()).not.toContain('tromethamine');
    expect(await axeViolations(sheet)).toEqual([]);
    await sheet.close();
    await setWatched(options, ['memantine']);
    await wholePage();
  });

  it('exports the same mentions as JSON and as CSV', async () => {
    const { mentions } = JSON.parse(await savedText(popup, '[data-format=json]')) as {
      mentions: { drug: string; text: string }[];
    };
    const lines = (await savedText(popup, '[data-format=csv]')).trimEnd().split('\r\n');
    expect(lines[0]).toBe('drug,name,group,form,text,prefix,suffix,start,end,url,title,page');
    expect(lines.filter((line) => /^[a-z-]+,/.test(line))).not.toHaveLength(0);
    expect(mentions.length).toBeGreaterThan(20);
    expect(mentions[0]).toMatchObject({ drug: 'memantine', name: 'memantine', group: 'memantine' });
  });
});
