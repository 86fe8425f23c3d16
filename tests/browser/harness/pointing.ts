/** A reader's hand in a driven browser: rests on marked names, and waits for what the card does. */
import type { Page } from 'puppeteer-core';
import { ask, type Box, type CardView, until } from './probe.ts';

/** Box of the first marked range with this text, once there is one. */
export async function boxOfMark(page: Page, text: string): Promise<Box> {
  const find = async (): Promise<Box | undefined> =>
    (await ask(page, 'highlights')).flatMap(({ ranges }) => ranges).find((range) => range.text === text)?.box;
  return (await until(find, (box) => box !== undefined))!;
}

export const middleOf = ({ x, y, width, height }: Box): { x: number; y: number } => ({
  x: x + width / 2,
  y: y + height / 2,
});

/** Moves the pointer from a place without marks onto a marked name, and leaves it there. */
export async function restOn(page: Page, text: string): Promise<void> {
  const { x, y } = middleOf(await boxOfMark(page, text));
  await page.mouse.move(1, 1);
  await page.mouse.move(x, y, { steps: 2 });
}

/** Waits for an open card that begins with this text, whatever its case. */
export async function cardOf(page: Page, text: string, timeout?: number): Promise<CardView> {
  const view = await until(
    () => ask(page, 'card'),
    (card) => card?.panel?.visible === true && card.text.toLowerCase().startsWith(text.toLowerCase()),
    timeout,
  );
  return view!;
}

/** Waits until there is no card. */
export async function noCard(page: Page): Promise<void> {
  await until(
    () => ask(page, 'card'),
    (card) => card === null,
  );
}

/** Closes the card as the keyboard does. */
export async function pressEscape(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await noCard(page);
}

/** Box of the first element in the card that a selector fits. */
export async function boxInCard(page: Page, selector: string): Promise<Box> {
  return (await ask(page, 'first', { selector }))!.box;
}

/** Moves the pointer into the card as a hand does, and clicks. */
export async function clickInCard(page: Page, selector: string): Promise<void> {
  const { x, y } = middleOf(await boxInCard(page, selector));
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.click(x, y);
}

/** Clicks the element of the card with this text, once it is there. */
export async function pressInCard(page: Page, selector: string, text: string): Promise<void> {
  const all = await until(
    () => ask(page, 'query', { selector }),
    (elements) => elements.some((element) => element.text === text && element.box.height > 0),
  );
  const { x, y } = middleOf(all.find((element) => element.text === text)!.box);
  await page.mouse.click(x, y);
}

/** From the glance to the reading view. */
export async function readOn(page: Page): Promise<void> {
  await clickInCard(page, '[data-tool=more]');
  await until(
    () => ask(page, 'first', { selector: '.bar' }),
    (bar) => bar !== null,
  );
}

/** A picture of the card alone, once it stands still. @param text the name that it is about */
export async function pictureOfCard(page: Page, text: string): Promise<string> {
  let last = '';
  return until(
    async () => {
      const before = last;
      const card = await ask(page, 'card');
      if (!card?.panel) {
        // A busy browser may have told of a pointer that left.
        await restOn(page, text);
        return '';
      }
      const { x, y, width, height } = card.panel.box;
      // Rounded corners show the page.
      const clip = { x: x + 1, y: y + 14, width: width - 2, height: height - 28 };
      last = Buffer.from(await page.screenshot({ clip })).toString('base64');
      return before === last ? last : '';
    },
    (picture) => picture !== '',
  );
}
