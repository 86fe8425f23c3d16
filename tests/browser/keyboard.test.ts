/** Mentions by keyboard: the commands walk them in order, focus goes into the card and back, and nothing speaks unasked. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { type AccessibleNode, accessibleNodes } from './harness/accessibility.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { foundTexts, inExtension } from './harness/own-pages.ts';
import { cardOf, pressEscape, restOn } from './harness/pointing.ts';
import { ask, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const GAP = '<div style="height:1500px"></div>';
const PAGE = `<!doctype html><meta charset="utf-8"><title>Walk</title><button id="b">here</button>
  <input id="field" value="a field"><p id="editor" contenteditable>an editor</p><div id="tree"></div>
  <svg width="60" height="20"><a id="drawn" href="#drawn"><text y="15">drawn</text></a></svg>
  <script>
    const outer = tree.attachShadow({ mode: 'closed' });
    outer.innerHTML = '<section id="middle"></section>';
    const root = outer.firstChild.attachShadow({ mode: 'closed' });
    root.innerHTML = '<button id="inner">in a tree</button>';
    const inner = root.firstChild;
  </script>
  <p>memantine</p>${GAP}<table><tr><td>amantadine</td></tr></table>${GAP}<p>ketamine</p>${GAP}
  <div style="height:100px;overflow:auto"><pre>${'line\n'.repeat(200)}warfarin\n${'line\n'.repeat(200)}</pre></div>`;

/** What has the focus, to the innermost, and where its cursor is. */
const FOCUS = `(() => {
  const { id, selectionStart, selectionEnd } = document.activeElement;
  const { anchorNode, anchorOffset } = getSelection();
  return { id, inner: root.activeElement?.id, cursor: [selectionStart, selectionEnd],
    selection: id === 'editor' && [anchorNode.nodeName, anchorOffset] };
})()`;

describe.each(BROWSERS)('the keyboard in %s', (name) => {
  let lens: Lens;
  let page: Page;
  let own: Page;
  let tab: number;

  onStage(name, { '/': PAGE }, async (stage) => {
    ({ lens, page, own } = stage);
    const { origin } = stage.site;
    await lens.open(page, `${origin}/`);
    await until(
      () => foundTexts(own, origin),
      (texts) => texts.length === 4,
    );
    tab = await inExtension<number>(
      own,
      `(await api.tabs.query({})).find((tab) => tab.url?.startsWith(${JSON.stringify(origin)})).id`,
    );
  });

  /** What the browser's command does. */
  const tell = (message: string, data: unknown = null): Promise<boolean> =>
    inExtension<boolean>(
      own,
      `await api.tabs.sendMessage(${tab}, { lens: ${JSON.stringify(message)}, data: ${JSON.stringify(data)} }, { frameId: 0 })`,
    );
  const card = (text: RegExp) =>
    until(
      () => ask(page, 'card'),
      (view) => view !== null && text.test(view.text),
    );
  const inView = async (text: string): Promise<boolean> => {
    const ranges = (await ask(page, 'highlights')).flatMap((highlight) => highlight.ranges);
    const { y, height } = ranges.find((range) => range.text === text)!.box;
    const bottom = (await page.evaluate('innerHeight')) as number;
    return y >= 0 && y + height <= bottom;
  };

  it('says nothing and takes no focus before it is asked', async () => {
    expect(await ask(page, 'card')).toBeNull();
    expect(await page.evaluate(`document.querySelectorAll('[aria-live]').length`)).toBe(0);
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
  });

  it('walks forwards, backwards and round, each mention in view with its card', async () => {
    await page.bringToFront();
    const steps: [1 | -1, string][] = [
      [1, 'memantine'],
      [1, 'amantadine'],
      [1, 'ketamine'],
      [1, 'warfarin'],
      [1, 'memantine'],
      [-1, 'warfarin'],
      [-1, 'ketamine'],
    ];
    for (const [by, text] of steps) {
      expect(await tell('step-mention', { by })).toBe(true);
      await card(new RegExp(text, 'i'));
      expect([text, await inView(text)]).toEqual([text, true]);
    }
  });

  it('moves the focus into the card and back', async () => {
    await page.keyboard.press('Escape');
    await until(
      () => ask(page, 'card'),
      (view) => view === null,
    );
    await page.focus('#b');
    expect(await tell('open-card')).toBe(true);
    const view = await until(
      () => ask(page, 'card'),
      (open) => open?.focus !== null && open !== null,
    );
    // A screen reader speaks the name of what takes the focus.
    expect(view!.focus!.label ?? view!.text).toMatch(/ketamine/i);
    await page.keyboard.press('Escape');
    await until(
      () => ask(page, 'card'),
      (open) => open === null,
    );
    expect(await page.evaluate('document.activeElement.id')).toBe('b');
  });

  it.each([
    ['a field, with its cursor', 'field', 'field.focus(); field.setSelectionRange(2, 5)'],
    ['an editor, with its cursor', 'editor', 'editor.focus(); getSelection().setPosition(editor.firstChild, 3)'],
    ['a closed shadow tree in another', 'tree', 'inner.focus()'],
    ['a link in a picture', 'drawn', 'drawn.focus()'],
  ])('gives the focus back to %s', async (_, id, focus) => {
    await page.evaluate(`${focus}; 0`);
    expect(await page.evaluate(FOCUS)).toMatchObject({ id });
    const before = await page.evaluate(FOCUS);
    expect(await tell('open-card')).toBe(true);
    await until(
      () => ask(page, 'card'),
      (view) => view?.focus?.role === 'dialog',
    );
    // On to another card, and into the card's own buttons: the way back is the same.
    expect(await tell('step-mention', { by: 1 })).toBe(true);
    await until(
      () => ask(page, 'card'),
      (view) => view?.focus?.role === 'dialog',
    );
    await page.keyboard.press('Tab');
    await until(
      () => ask(page, 'card'),
      (view) => view?.focus?.tag === 'button',
    );
    await pressEscape(page);
    expect(await page.evaluate(FOCUS)).toEqual(before);
  });

  it('is heard by a screen reader when it is asked for, and not before', async () => {
    await page.bringToFront();
    await page.evaluate('document.activeElement.blur(); scrollTo(0, 0)');
    const tree = (good: (nodes: readonly AccessibleNode[]) => boolean) =>
      until(() => accessibleNodes(lens, page), good);
    /** What would be spoken without the reader having gone there: live regions that hold something. */
    const unasked = (nodes: readonly AccessibleNode[]) =>
      nodes.filter(({ live, role, label }) => (live && label !== '') || role === 'alert');
    const focused = (nodes: readonly AccessibleNode[]) => nodes.filter((node) => node.focused).map(({ role }) => role);

    const before = await tree((nodes) => nodes.some(({ label }) => label === 'here'));
    expect(before.filter(({ role }) => role === 'dialog')).toEqual([]);
    expect(unasked(before)).toEqual([]);

    await restOn(page, 'memantine');
    await cardOf(page, 'memantine');
    const hovered = await tree((nodes) => nodes.some(({ role }) => role === 'dialog'));
    expect(unasked(hovered)).toEqual([]);
    expect(focused(hovered)).not.toContain('dialog');
    await pressEscape(page);

    expect(await tell('open-card')).toBe(true);
    await card(/memantine/);
    const asked = await tree((nodes) => focused(nodes).includes('dialog'));
    expect(asked.find(({ role }) => role === 'dialog')?.label).toMatch(/^memantine/i);
    expect(unasked(asked)).toEqual([]);
    await pressEscape(page);

    // The same look finds what a page does speak.
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<p role="alert" id="loud">Now</p>')`);
    await tree((nodes) => unasked(nodes).length === 1);
    await page.evaluate('loud.remove()');
  });
});
