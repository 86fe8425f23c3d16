/** The glance of every entry, in every language: small enough, nothing cut off, and never over the name that it explains. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledKnowledge } from '../../src/knowledge/bundled.ts';
import { type Served, serve } from '../../src/tools/serve.ts';
import { byDay } from '../sampling.ts';
import { type StagedCard, setStage } from './card-stage/bundle.ts';
import type { Ask } from './card-stage/stage.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { ask, type CardView, type ElementView, until } from './harness/probe.ts';

const WINDOW = { width: 900, height: 700 };
const PAGE = `<!doctype html><meta charset="utf-8"><title>One</title><style>p { margin: 300px 60px; font: 16px sans-serif }</style>
<p>Here memantine stands.</p>`;

/** What pages may call an entry: by its name, its longest brand, its name in Japanese. */
const NAMES = bundledKnowledge().entries.flatMap(({ id, name, names }) => {
  const brands = names.filter(({ kind }) => kind === 'brand').map(({ form }) => form);
  const longest = brands.sort((a, b) => b.length - a.length)[0];
  const japanese = names.find(({ lang }) => lang === 'ja')?.form;
  return [name, longest, japanese].flatMap((text) => (text === undefined ? [] : [{ id, text }]));
});

const LANGUAGES = ['en', 'de', 'fr', 'es'];

/** Width and height of windows in which there is little room, and the size of text in percent. */
const WINDOWS = [
  [900, 700, 150],
  [900, 700, 200],
  [320, 640, 200],
  [320, 256, 100],
  [320, 256, 200],
  [1000, 300, 100],
  [1000, 300, 200],
  [500, 120, 100],
];

/**
 * Runs in the page: writes each name into it, opens its glance, and looks at it through the probe once it stands still. As
 * text, so that no transpiler's helper gets into the page.
 */
const lookAtEach = (
  names: readonly (typeof NAMES)[number][],
  selectors: object,
  textSize: number,
): string => `(async () => {
  const asked = (question, argument) => {
    let answer;
    document.addEventListener('lens-probe-answer', ({ detail }) => (answer = JSON.parse(detail)), { once: true });
    const detail = JSON.stringify({ question, argument });
    document.dispatchEvent(new CustomEvent('lens-probe-ask', { detail }));
    return answer.value;
  };
  const look = async ({ id, text }) => {
    const paragraph = document.querySelector('p');
    paragraph.textContent = 'Here ' + text + ' stands.';
    const range = document.createRange();
    range.setStart(paragraph.firstChild, 5);
    range.setEnd(paragraph.firstChild, 5 + text.length);
    const { top, bottom: end } = range.getBoundingClientRect();
    const open = () => stage.open({ drug: id, text, form: text, options: { textSize: ${textSize} } });
    open();
    let before = '';
    for (const limit = Date.now() + 10_000; Date.now() < limit; ) {
      const { panel, text: said } = asked('card') ?? {};
      if (!panel?.attributes.class?.includes('glance') || !said.startsWith(text)) {
        // Opened again where the extension, which starts on this page, too, took it for what a former start left.
        open();
        before = '';
      } else if (JSON.stringify(panel.box) === before) {
        const parts = Object.entries(${JSON.stringify(selectors)});
        const seen = parts.map(([key, selector]) => [key, asked('query', { selector })]);
        return { ...Object.fromEntries(seen), panel, mention: { top, end } };
      } else before = JSON.stringify(panel.box);
      await new Promise(requestAnimationFrame);
    }
    throw new Error('no glance of ' + text);
  };
  const looked = [];
  for (const name of ${JSON.stringify(names)}) looked.push(await look(name));
  return looked;
})()`;

describe.each(BROWSERS)('the glance in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;

  beforeAll(async () => {
    [lens, site] = await Promise.all([
      launch(name),
      serve(join(import.meta.dirname, 'card-stage/pages'), {
        '/one.html': PAGE,
        '/low.html': PAGE.replace('300px', '40px'),
      }),
    ]);
    page = await lens.newPage();
  });
  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  async function stage(path: string, language: string, size = WINDOW): Promise<StagedCard> {
    await page.setViewport(size);
    await lens.open(page, `${site.origin}/${path}`);
    await page.bringToFront();
    // The extension starts on this page, too, and takes away what a former start may have left: also what the stage opens.
    await until(
      () => ask(page, 'highlights'),
      (all) => all.some(({ ranges }) => ranges.length > 0),
    );
    return setStage(page, language);
  }

  /** Opens it; again where the extension, which starts on this page, too, took it for what a former start left. */
  const glance = (card: StagedCard, drug: string, text: string, options: Ask['options'] = {}): Promise<CardView> => {
    const open = async () => {
      await card.open({ drug, text, form: text, options });
      return ask(page, 'card');
    };
    return until(open, (one) => {
      const { panel } = one ?? {};
      return panel?.attributes.class?.includes('glance') === true && one?.text.startsWith(text) === true;
    }) as Promise<CardView>;
  };
  const parts = (selector: string): Promise<ElementView[]> => ask(page, 'query', { selector });
  const bottom = ({ box }: ElementView): number => box.y + box.height;

  /** Selectors of what is looked at in each glance. */
  const LOOKED_AT = {
    title: '.glance h2',
    inTitle: '.glance h2 > *',
    inCard: '.glance > *',
    always: '.glance .verdict, .glance [data-tool=more]',
    names: '.glance h2, .glance .named',
    asks: '.glance .ask',
  };
  type Looked = Readonly<Record<keyof typeof LOOKED_AT, readonly ElementView[]>> & {
    readonly panel: ElementView;
    /** Upper and lower end of the name in the page. */
    readonly mention: { readonly top: number; readonly end: number };
  };

  /** Opens the glances of names one after the other, within the page: asked from outside, the way there takes longest. */
  const lookAt = (names: readonly (typeof NAMES)[number][], textSize: number): Promise<Looked[]> =>
    page.evaluate(lookAtEach(names, LOOKED_AT, textSize)) as Promise<Looked[]>;

  /** What is wrong with the glances of names; nothing where all is well. `textSize`: in percent, as the options have it. */
  async function faults(names: readonly (typeof NAMES)[number][], textSize = 100): Promise<string[]> {
    const looked: Looked[] = [];
    // In parts, so that a part that hangs is told from one that is slow.
    for (let from = 0; from < names.length; from += 50)
      looked.push(...(await lookAt(names.slice(from, from + 50), textSize)));
    expect(looked).toHaveLength(names.length);
    return looked.flatMap((one, index) =>
      faultsOf(one, textSize / 100).map((fault) => `${names[index]!.text} (${names[index]!.id}): ${fault}`),
    );
  }

  function faultsOf({ panel, mention, title: [title], ...parts }: Looked, scale: number): string[] {
    const { x, y, width, height } = panel.box;
    const window = page.viewport()!;
    const seen = ({ box }: ElementView): boolean =>
      box.height >= 12 * scale &&
      box.width > 20 &&
      box.x + box.width <= x + width + 1 &&
      bottom({ box } as ElementView) <= y + height + 1;
    return [
      height > 180.5 * scale && `${Math.round(height)} px high`,
      width > 360.5 * scale && `${Math.round(width)} px wide`,
      y < mention.end - 1 && y + height > mention.top + 1 && 'over its name',
      (x < 0 || y < 0 || x + width > window.width || y + height > window.height) && 'out of the window',
      parts.always.length !== 2 && 'without verdict or way to the rest',
      parts.names.filter(seen).length !== 1 && 'without its name, or with two',
      parts.asks.filter(seen).length !== 1 && 'without whom to ask, or with two',
      parts.always.some(({ box }) => box.height < 13 * scale || box.width < 20 || box.x + box.width > x + width) &&
        'verdict or way to the rest cut off or shrunk',
      parts.inTitle.some((part) => bottom(part) > bottom(title!) + 2) && 'its title cut off',
      parts.inCard.some((part) => bottom(part) > y + height + 1) && 'cut off',
    ].filter((fault) => fault !== false);
  }

  /** By day each browser its share, which are others in the other one. */
  const share = <T>(all: readonly T[]): readonly T[] => byDay(all, BROWSERS.length, BROWSERS.indexOf(name));

  it.each(LANGUAGES)(
    'of every name is small and leaves the name in sight, in %s',
    async (language) => {
      await stage('one.html', language);
      // By day each name in one of the languages, in one of the browsers.
      expect(await faults(share(byDay(NAMES, LANGUAGES.length, LANGUAGES.indexOf(language))))).toEqual([]);
    },
    240_000,
  );

  it.each(WINDOWS)(
    'says less rather than scroll, shrink or cover its name, in a window of %d by %d with text of %d %',
    async (width, height, textSize) => {
      await stage('low.html', 'de', { width, height });
      await page.evaluate((half) => {
        document.querySelector('p')!.style.margin = `${half - 12}px 40px`;
      }, height / 2);
      const some = NAMES.filter((_, index) => index % 20 === 0);
      expect(await faults(share(some), textSize)).toEqual([]);
    },
    120_000,
  );

  it('has its English in one piece where the card runs from right to left', async () => {
    const card = await stage('rtl.html', 'ar');
    await glance(card, 'memantine', 'ميمانتين');
    for (const selector of ['.glance h2 [lang]', '.glance .cited']) {
      const [english] = await parts(selector);
      expect(english!.attributes).toMatchObject({ lang: 'en', dir: 'ltr' });
    }
    // The sentence and whom to ask do not run into each other; boxes of text overlap by part of a pixel where lines touch.
    const [[said], [whom]] = [await parts('.glance .cited'), await parts('.glance .ask')];
    expect(whom!.box.y).toBeGreaterThanOrEqual(bottom(said!) - 2);
  });

  it('names the source in full in a narrow window', async () => {
    const card = await stage('depression.html', 'en', { width: 320, height: 640 });
    const { panel } = await glance(card, 'memantine', 'memantine');
    const [source] = await parts('.glance .source');
    expect(source!.text).toMatch(/^Source: systematic review, 2\d{3}/);
    const [tools] = await parts('.glance .foot .tools');
    expect(source!.box.x + source!.box.width).toBeLessThanOrEqual(tools!.box.x);
    expect(bottom(source!)).toBeLessThanOrEqual(bottom(panel!));
  });

  it('gives way to a reading view of which a narrow window cuts nothing off', async () => {
    const card = await stage('depression.html', 'en', { width: 320, height: 640 });
    await card.open({ drug: 'amantadine', text: 'amantadine', opener: 'click' });
    await until(
      () => parts('.bar'),
      (bars) => bars.length > 0,
    );
    for (const { text, box } of await parts('.bar .acts > *, .bar .switch > *')) {
      expect(box.x + box.width, text).toBeLessThanOrEqual(320);
    }
    // More of the body is seen than of what stands around it.
    const [[body], [panel]] = [await parts('.lens-card .body'), await parts('.lens-card')];
    expect(body!.box.height).toBeGreaterThan(panel!.box.height * 0.45);
  });

  it('gives way to a reading view that offers five sections in a wide window, and all after a press, none cut off', async () => {
    const card = await stage('depression.html', 'en', { width: 1000, height: 700 });
    await card.open({ drug: 'amantadine', text: 'amantadine', opener: 'click' });
    await until(
      () => parts('.jumps'),
      (bars) => bars.length > 0,
    );
    const inSight = async (): Promise<string[]> => {
      const [jumps] = await parts('.jumps');
      const buttons = (await parts('.jumps button')).filter(({ visible }) => visible);
      for (const button of buttons) {
        expect(button.box.x + button.box.width, button.text).toBeLessThanOrEqual(jumps!.box.x + jumps!.box.width);
        expect(bottom(button), button.text).toBeLessThanOrEqual(bottom(jumps!));
      }
      return buttons.map(({ text }) => text);
    };
    const few = await inSight();
    expect(few).toHaveLength(6);
    expect(few[5]).toBe('More');
    const [more] = await parts('.jumps button[aria-expanded]');
    await page.mouse.click(more!.box.x + more!.box.width / 2, more!.box.y + more!.box.height / 2);
    const all = await until(inSight, (texts) => texts.length > few.length);
    expect(all.slice(0, 5)).toEqual(few.slice(0, 5));
    expect(all.at(-1)).toMatch(/^Sources/);
  });
});
