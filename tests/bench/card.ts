/** How long cards take to open in the shipped extension, beyond the delay that the reader sets. */
import type { Browser, Page } from 'puppeteer-core';
import { DEFAULT_SETTINGS } from '../../src/settings/schema.ts';

const { openDelay } = DEFAULT_SETTINGS.opening;

export interface CardTimes {
  /** Milliseconds from the end of the delay until the card is in the page, the first time in each page. */
  readonly first: readonly number[];
  /** The same for a second mention of the page. */
  readonly again: readonly number[];
}

/** In the page: when the pointer came to rest, and when our host was put into the page and its frame drawn. */
const WATCH = `(() => {
  let moved = 0;
  addEventListener('pointermove', () => { moved ||= performance.now(); }, true);
  globalThis.opened = new Promise((done) => {
    new MutationObserver((records, observer) => {
      if (!records.some(({ addedNodes }) => addedNodes.length > 0)) return;
      observer.disconnect();
      done(performance.now() - moved);
    }).observe(document.documentElement, { childList: true });
  });
})()`;

/** Viewport coordinates of the first place where a name stands. */
const place = (name: string): string => `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(${JSON.stringify(name)});
    if (at < 0 || !node.parentElement.checkVisibility()) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + ${name.length});
    node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }
  return null;
})()`;

async function open(page: Page, name: string): Promise<number> {
  const at = (await page.evaluate(place(name))) as { x: number; y: number } | null;
  if (!at) throw new Error(`no ${name} in the page`);
  await page.evaluate(WATCH);
  await page.mouse.move(at.x, at.y);
  const took = (await page.evaluate('opened')) as number;
  await page.keyboard.press('Escape');
  await page.mouse.move(2, 2);
  await new Promise((done) => setTimeout(done, 500));
  return took - openDelay;
}

/** Opens a page of many mentions anew each time. */
export async function cardTimes(start: () => Promise<Browser>, origin: string, repeat: number): Promise<CardTimes> {
  const browser = await start();
  const times = { first: [] as number[], again: [] as number[] };
  try {
    // The first-run page takes the front once: nothing is marked in a page that is not in front.
    await browser.waitForTarget((target) => target.url().endsWith('/welcome/index.html'));
    for (let k = 0; k < repeat; k++) {
      const page = await browser.newPage();
      await page.bringToFront();
      await page.goto(`${origin}/card`, { waitUntil: 'load' });
      await new Promise((done) => setTimeout(done, 1_000));
      times.first.push(await open(page, 'memantine'));
      times.again.push(await open(page, 'amantadine'));
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return times;
}
