/** The tests' side of the probe extension: asks about the card and the marks of a page. */
import type { Page } from 'puppeteer-core';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ElementView {
  readonly tag: string;
  readonly text: string;
  readonly role: string | null;
  readonly label: string | null;
  readonly href: string | null;
  readonly rel: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly box: Box;
  readonly visible: boolean;
}

export interface CardView {
  readonly text: string;
  readonly host: ElementView;
  readonly panel: ElementView | null;
  readonly focus: ElementView | null;
}

export interface HighlightView {
  readonly name: string;
  readonly ranges: readonly { readonly text: string; readonly box: Box; readonly collapsed: boolean }[];
}

interface Questions {
  card: { argument: undefined; answer: CardView | null };
  focus: { argument: undefined; answer: ElementView | null };
  first: { argument: { selector: string }; answer: ElementView | null };
  query: { argument: { selector: string }; answer: ElementView[] };
  highlights: { argument: undefined; answer: HighlightView[] };
}

/** Asks the probe in a page's main frame. Throws when it is not there. */
export async function ask<Q extends keyof Questions>(
  page: Pick<Page, 'evaluate'>,
  question: Q,
  argument?: Questions[Q]['argument'],
): Promise<Questions[Q]['answer']> {
  // Events are synchronous, across worlds too: the answer is there when dispatching returns. As text, so that no
  // transpiler's helper gets into the page.
  const detail = JSON.stringify(JSON.stringify({ question, argument }));
  const reply = (await page.evaluate(`(() => {
    const answers = [];
    document.addEventListener('lens-probe-answer', (event) => answers.push(event.detail), { once: true });
    document.dispatchEvent(new CustomEvent('lens-probe-ask', { detail: ${detail} }));
    return answers[0];
  })()`)) as string | undefined;
  if (reply === undefined) throw new Error('the probe extension does not answer on this page');
  const answer = JSON.parse(reply) as { value: Questions[Q]['answer']; error?: string };
  if (answer.error) throw new Error(answer.error);
  return answer.value;
}

/**
 * Texts of all painted ranges, in the order of painting: those of mentions that were in view, for which the page must be in
 * front and high enough.
 */
export async function markedTexts(
  page: Pick<Page, 'evaluate'> & Partial<Pick<Page, 'bringToFront'>>,
): Promise<string[]> {
  await page.bringToFront?.();
  const highlights = await ask(page, 'highlights');
  return highlights.flatMap((h) => h.ranges.filter((r) => !r.collapsed).map((r) => r.text));
}

/** Higher than any page of the tests: only what is in view is painted. */
export const TALL = { width: 800, height: 20_000 };

/** Repeats a reading until it satisfies; throws with the last reading after `timeout` milliseconds. */
export async function until<T>(read: () => Promise<T>, good: (value: T) => boolean, timeout = 30_000): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await read();
    if (good(value)) return value;
    if (Date.now() > end) throw new Error(`never became true; last reading: ${JSON.stringify(value)?.slice(0, 2_000)}`);
    await new Promise((done) => setTimeout(done, 60));
  }
}
