/** Pages that use what browsers learned lately, or what public reports on extensions say that pages do to them. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { inTurn } from '../sampling.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { boxOfMark, cardOf, clickInCard, noCard, pressEscape, restOn } from './harness/pointing.ts';
import { ask, markedTexts, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const HEAD = `<!doctype html><meta charset="utf-8"><style>body { margin: 40px } p { margin: 20px }</style>`;
const NAMED = '<p>Take memantine daily</p>';
const LATE = `<script>setTimeout(() => r.classList.add('on'), 500)</script>`;
const MORE = '[data-tool="more"]';

/** Title, page, and what a script does first: the card of memantine opens, and a button of it works. */
const HOVERED: readonly (readonly [string, string, string?])[] = [
  [
    'a modal box around which all is made inert, what comes later as well',
    `<div role="dialog" aria-modal="true">${NAMED}</div><main>Below</main><script>
      const dialog = document.querySelector('[role=dialog]');
      const hide = (node) => {
        if (node.nodeType !== 1 || node.localName === 'head' || node.contains(dialog) || dialog.contains(node)) return;
        node.inert = true;
        node.setAttribute('aria-hidden', 'true');
      };
      [...document.body.children].forEach(hide);
      new MutationObserver((records) => records.forEach(({ addedNodes }) => addedNodes.forEach(hide)))
        .observe(document, { childList: true, subtree: true });
    </script>`,
  ],
  [
    'a popover that is a hint',
    `<div id="h" popover="hint">${NAMED}</div>`,
    `h.popover = h.popover === 'hint' ? 'hint' : 'manual'; h.showPopover()`,
  ],
  [
    'a page that lets no popover open',
    `${NAMED}<script>document.addEventListener('beforetoggle', (event) => event.preventDefault(), true)</script>`,
  ],
  [
    'a page that hides each popover that opens',
    `${NAMED}<script>document.addEventListener('toggle', ({ target, newState }) => newState === 'open' && target.hidePopover(), true)</script>`,
  ],
  [
    'a box that moves as the page scrolls',
    `<style>@keyframes m { to { transform: translateX(200px) } } .m { animation: m linear both; animation-timeline: scroll() }</style>
     <div style="height:300px"></div><div class="m">${NAMED}</div><div style="height:2000px"></div>`,
    'scrollTo(0, 200)',
  ],
  [
    'columns from right to left',
    `<div dir="rtl" style="columns:3;width:700px;height:200px">${'<p>نص عربي طويل هنا</p>'.repeat(8)}<p>يؤخذ memantine يوميا</p></div>`,
  ],
  ['text that runs up', '<p style="writing-mode:sideways-lr;height:300px">Take memantine daily</p>'],
  [
    'a page that trusts no markup',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'">${NAMED}`,
  ],
  [
    'a paragraph that was moved as it is',
    `<div id="a">${NAMED}</div><div id="b"><p>More</p></div>`,
    `b.moveBefore ? b.moveBefore(a.firstChild, null) : b.append(a.firstChild)`,
  ],
  [
    'a slot that a script fills',
    `<x-m>${NAMED}</x-m>`,
    `const host = document.querySelector('x-m'), root = host.attachShadow({ mode: 'open', slotAssignment: 'manual' });
     root.append(document.createElement('slot')); root.firstChild.assign(host.firstChild)`,
  ],
  [
    'a page that draws a pointer of its own',
    `${NAMED}<div id="c" style="position:fixed;width:24px;height:24px;margin:-12px;background:#000;z-index:9999;pointer-events:none"></div>
     <script>addEventListener('pointermove', (event) => { c.style.left = event.clientX + 'px'; c.style.top = event.clientY + 'px' })</script>`,
  ],
  [
    'a page made dark by a filter',
    `<style>html { filter: invert(1) hue-rotate(180deg) }</style><div style="height:600px"></div>${NAMED}<div style="height:2000px"></div>`,
    'scrollTo(0, 400)',
  ],
  [
    'the back of a card that was turned',
    `<div style="perspective:600px"><div style="transform-style:preserve-3d;transform:rotateY(180deg);width:300px;height:80px;position:relative">
      <div style="position:absolute;inset:0;backface-visibility:hidden;background:#eee">Front</div>
      <div style="position:absolute;inset:0;backface-visibility:hidden;transform:rotateY(180deg);background:#cfc">${NAMED}</div></div></div>`,
  ],
  ['text that styles make inert', `<div style="interactivity:inert">${NAMED}</div>`],
  [
    'text in the margin of a clipped box',
    `<div style="height:20px;overflow:clip;overflow-clip-margin:200px"><div style="height:60px"></div>${NAMED}</div>`,
  ],
  ['text that fades in', `<style>#r { opacity: 0 } #r.on { opacity: 1 }</style><div id="r">${NAMED}</div>${LATE}`],
  [
    'text that slides in',
    `<style>#r { position: fixed; left: -400px; top: 40px } #r.on { left: 40px }</style><div id="r">${NAMED}</div>${LATE}`,
  ],
  [
    'text that gets its colour',
    `<style>#r { color: transparent } #r.on { color: #000 }</style><div id="r">${NAMED}</div>${LATE}`,
  ],
  [
    'a page whose transitions follow one another',
    `${NAMED}<b id="b"></b><style>::view-transition-group(root) { animation-duration: 0.35s }</style>`,
    `document.startViewTransition && setInterval(() => document.startViewTransition(() => { b.textContent += '.' }), 900)`,
  ],
];

/** What follows the body of a page as the start of a transition of two seconds. */
const TRANSITION = `document.head.append(Object.assign(document.createElement('style'),
  { textContent: '::view-transition-group(root) { animation-duration: 2s }' }));
  globalThis.over = document.startViewTransition?.(() => document.body.append('more'))?.finished; 0`;

describe.each(BROWSERS)('what browsers learned lately, in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;

  const pages: Record<string, string> = {
    '/plain': HEAD + NAMED,
    '/other': `${HEAD}<p>Nothing here</p>`,
    '/clean': `${HEAD}${NAMED}<script>
      globalThis.taken = 0;
      new MutationObserver((records) => {
        for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
          taken++;
          node.remove();
        }
      }).observe(document.documentElement, { childList: true });
    </script>`,
  };
  HOVERED.forEach(([, html], index) => {
    pages[`/hovered/${index}`] = HEAD + html;
  });
  onStage(name, pages, (stage) => {
    ({ lens, site, page } = stage);
  });

  it.each(
    inTurn(
      BROWSERS,
      name,
      HOVERED.map(([title, , action], index) => [title, index, action] as const),
    ),
  )('%s', async (_, index, action) => {
    await lens.open(page, `${site.origin}/hovered/${index}`);
    if (action) await page.evaluate(`(() => { ${action} })(); 0`);
    // A text that comes late may be marked before pointers are heard: who sees no card moves once more.
    const rest = async (): Promise<unknown> => {
      await restOn(page, 'memantine');
      return cardOf(page, 'memantine', 5_000).catch(() => undefined);
    };
    await until(rest, Boolean);
    await clickInCard(page, MORE);
    await cardOf(page, 'memantine');
    await pressEscape(page);
  });

  it('the large first letter of a paragraph', async () => {
    await lens.open(page, `${site.origin}/plain`);
    await page.evaluate(`document.body.innerHTML = '<p style="width:300px">memantine is taken daily, and the text goes on in several lines</p>' +
      '<style>p::first-letter { font-size: 60px; float: left }</style>'; 0`);
    const { x, y } = await boxOfMark(page, 'memantine');
    await page.mouse.move(x + 12, y + 24, { steps: 3 });
    await cardOf(page, 'memantine');
    await pressEscape(page);
  });

  it('keeps the card below a pointer while a picture of the page lies over it', async () => {
    await lens.open(page, `${site.origin}/plain`);
    await restOn(page, 'memantine');
    const { box } = (await cardOf(page, 'memantine')).panel!;
    await page.mouse.move(box.x + 30, box.y + 20, { steps: 4 });
    await page.evaluate(TRANSITION);
    await page.mouse.move(box.x + 32, box.y + 24, { steps: 2 });
    await page.evaluate('over');
    await cardOf(page, 'memantine');
    await page.mouse.move(5, 5, { steps: 4 });
    await noCard(page);
  });

  it('leaves text alone that a page has typed into without saying so', async () => {
    await lens.open(page, `${site.origin}/plain`);
    const isThere = await page.evaluate(`(() => {
      const editor = document.createElement('div');
      if (globalThis.EditContext) editor.editContext = new EditContext();
      editor.innerHTML = '<p>ketamine</p>';
      document.body.append(editor, Object.assign(document.createElement('p'), { textContent: 'amantadine' }));
      return Boolean(globalThis.EditContext);
    })()`);
    const wanted = isThere ? ['amantadine', 'memantine'] : ['amantadine', 'ketamine', 'memantine'];
    await until(
      async () => (await markedTexts(page)).sort(),
      (texts) => JSON.stringify(texts) === JSON.stringify(wanted),
    );
  });

  it('does not fight a page that takes out what is not its own', async () => {
    await lens.open(page, `${site.origin}/clean`);
    await restOn(page, 'memantine');
    await until(
      () => page.evaluate('taken') as Promise<number>,
      (taken) => taken > 0,
    );
    await page.mouse.move(1, 1);
    await restOn(page, 'memantine');
    await noCard(page);
    expect(await page.evaluate('taken')).toBeLessThan(10);
  });

  it('a page that the reader comes back to', async () => {
    await lens.open(page, `${site.origin}/plain`);
    await restOn(page, 'memantine');
    await cardOf(page, 'memantine');
    await lens.open(page, `${site.origin}/other`);
    // A page that was kept does not load again: what waits for that waits for ever.
    await page.evaluate('setTimeout(() => history.back()); 0');
    await until(
      () => page.evaluate('location.pathname').catch(() => undefined),
      (path) => path === '/plain',
    );
    await noCard(page);
    await page.mouse.move(1, 1);
    await restOn(page, 'memantine');
    await cardOf(page, 'memantine');
    expect((await ask(page, 'card'))?.panel?.visible).toBe(true);
    await pressEscape(page);
  });
});
