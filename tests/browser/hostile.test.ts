/**
 * A pack of the reader that wants to be more than text, in every place that shows it. Its first form is as the check lets
 * it pass; the second lies in storage as no check would, as if an older version or another program had put it there.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { fill, giveFile, inExtension, openPopup, press } from './harness/own-pages.ts';
import { ask, type CardView, markedTexts, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const PAGE = `<!doctype html><html lang="en"><title>Ward</title><p>The ward gave evilazole at night.</p></html>`;
const MARKUP = '</style><img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>';
const OVERRIDE = '\u202etxet 👩‍⚕️🏳️‍🌈';
const HOSTILE = `${MARKUP} ${OVERRIDE}`;

/** @param long makes words and sentences as long as no check lets pass, and links that are no https. */
function pack(long: boolean) {
  const word = 'W'.repeat(long ? 10_000 : 40);
  const url = long ? 'javascript:globalThis.hacked=1' : 'https://example.org/';
  const sentence = (text: string) => ({
    text: long ? `${text} ${word} ${'again and again '.repeat(600)}` : `${text} ${word}`,
    sources: ['bad', 'worse'],
    status: 'unverified',
  });
  return {
    format: 'memantine-lens-pack',
    version: 1,
    name: '<b onclick=x>Evil</b>\u202e',
    about: HOSTILE,
    entries: [
      {
        id: 'evilazole',
        kind: 'drug',
        name: 'evil<img src=x>\u202e',
        group: 'others',
        reviewedOn: '2026-01-15',
        names: [
          {
            form: 'evilazole',
            kind: 'brand',
            note: `<img src=x onerror=hacked> ${word}`.slice(0, long ? undefined : 90),
          },
        ],
        // Short, so that its numbers are in sight.
        drugClass: { ...sentence(''), text: `${HOSTILE} ${word.slice(0, 60)}` },
        cautions: [sentence(`Caution ${HOSTILE}`)],
        withMemantine: {
          action: 'avoid',
          actionBy: long ? HOSTILE : '<img src=x onerror=hacked>',
          kind: 'unknown',
          direction: 'unknown',
          documentation: 'theoretical',
          positions: [
            {
              by: long ? HOSTILE + word : '<img src=x onerror=hacked>',
              rating: long ? HOSTILE + word : '<script>hacked</script>',
              sources: ['bad'],
              status: 'unverified',
            },
          ],
          summary: sentence(`Summary ${HOSTILE}`),
        },
      },
    ],
    sources: ['bad', 'worse'].map((id) => ({
      id,
      type: 'other',
      title: long ? `${HOSTILE} ${word}` : HOSTILE,
      publisher: '<img src=x onerror=hacked>',
      year: 2026,
      section: long ? word : '<img src=x>',
      url,
      read: 'original',
      reviewedOn: '2026-01-15',
    })),
  };
}

const MORE_THAN_TEXT =
  'img, script:not([src]), iframe, object, [onerror], [onclick], a[href]:not([href^="https://"]):not([href^="/"])';

describe.each(BROWSERS)('hostile knowledge in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;

  onStage(name, { '/': PAGE }, async (stage) => {
    ({ lens, site, page, own: options } = stage);
    await lens.open(page, `${site.origin}/`);
  });

  const give = (content: unknown): Promise<void> =>
    giveFile(options, '#pack-add', 'evil.json', JSON.stringify(content));

  /** One of our own pages shows a text, nothing that came with it runs, and nothing is wider than the page. */
  async function isText(own: Page, selector: string, text: string): Promise<void> {
    await until(
      () => own.evaluate((where) => document.querySelector(where)?.textContent ?? '', selector),
      (shown) => shown.includes(text),
    );
    expect(
      await own.evaluate(
        (where, harm) => [
          [...document.querySelector(where)!.querySelectorAll(harm)].map(({ outerHTML }) => outerHTML),
          (globalThis as { hacked?: unknown }).hacked ?? null,
          document.documentElement.scrollWidth - innerWidth <= 0,
        ],
        selector,
        MORE_THAN_TEXT,
      ),
    ).toEqual([[], null, true]);
  }

  /** Opens the card of the pack's entry, unfolded by nothing but its own sources. */
  async function openCard(): Promise<CardView> {
    await page.bringToFront();
    await until(
      () => markedTexts(page),
      (texts) => texts.includes('evilazole'),
      30_000,
    );
    const [highlight] = (await ask(page, 'highlights')).filter(({ ranges }) => ranges.length > 0);
    const { box } = highlight!.ranges[0]!;
    await page.mouse.move(box.x + 5, box.y + 200);
    await page.mouse.move(box.x + 5, box.y + box.height / 2, { steps: 4 });
    return (await until(
      () => ask(page, 'card'),
      (view) => view?.panel?.visible === true && view.panel.box.height > 60,
    ))!;
  }

  async function cardIsText(): Promise<void> {
    const { text } = await openCard();
    expect(text).toContain('evilazole');
    expect((await ask(page, 'card'))!.panel!.box.width).toBeLessThanOrEqual(360);
    expect(await ask(page, 'query', { selector: MORE_THAN_TEXT })).toEqual([]);
    const [more] = await ask(page, 'query', { selector: '[data-tool=more]' });
    await page.mouse.click(more!.box.x + 5, more!.box.y + 5);
    const refs = await until(
      () => ask(page, 'query', { selector: '.body > .line .ref' }),
      (found) => found.length > 1,
    );
    // An override of the direction ends with the text that it is in: sources count from left to right, line by line.
    const [first, second] = refs.map(({ box }) => box);
    expect(second!.y > first!.y + first!.height / 2 || second!.x > first!.x).toBe(true);
    const panel = (await ask(page, 'card'))!.panel!.box;
    expect(panel.width).toBeLessThanOrEqual(400);
    await page.mouse.click(refs[0]!.box.x + 5, refs[0]!.box.y + 5);
    const [note] = await until(
      () => ask(page, 'query', { selector: '.line + .note' }),
      (notes) => notes.length > 0,
    );
    expect(note!.text).toContain(MARKUP);
    expect(await ask(page, 'query', { selector: MORE_THAN_TEXT })).toEqual([]);
    const wide = (await ask(page, 'query', { selector: '.lens-card *:not(.hidden *)' })).filter(
      ({ box, visible }) => visible && box.width > 0 && box.x + box.width > panel.x + panel.width + 1,
    );
    expect(wide.map(({ tag, attributes }) => [tag, attributes.class])).toEqual([]);
    expect(await page.evaluate(() => (globalThis as { hacked?: unknown }).hacked)).toBeUndefined();
    await page.keyboard.press('Escape');
  }

  async function popupIsText(): Promise<void> {
    const popup = await openPopup(lens, options, site.origin);
    await isText(popup, '#found', 'evil<img src=x>');
    await fill(popup, '#search-text', 'evilazole');
    await press(popup, '.hit');
    await isText(popup, '#search-card', MARKUP);
    await popup.close();
  }

  it('is refused with words where its links are no https', async () => {
    await give(pack(true));
    await isText(options, '#pack-problems', 'evil.json');
    expect(await inExtension(options, `(await api.storage.local.get('packs')).packs`)).toBeNull();
  });

  it('stays text in options, card and popup', async () => {
    await give(pack(false));
    await isText(options, '#packs', MARKUP);
    await cardIsText();
    await popupIsText();
  });

  it('is set aside when no check has seen it', async () => {
    const stored = [{ pack: pack(true), addedOn: '2026-01-15', managed: false }];
    await inExtension(options, `await api.storage.local.set({ packs: ${JSON.stringify(stored)} })`);
    await until(
      () => inExtension<unknown[]>(options, `(await api.storage.local.get('packs')).packs`),
      (packs) => packs.length === 0,
    );
    const aside = await inExtension<unknown[]>(options, `(await api.storage.local.get('packsSetAside')).packsSetAside`);
    expect(aside).toEqual(stored);
  });
});
