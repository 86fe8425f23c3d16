/** Wherever a reader can see text, a mention in it is marked; wherever a reader writes, nothing is. */
import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { inTurn } from '../sampling.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { foundTexts, inExtension } from './harness/own-pages.ts';
import { markedTexts, TALL, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const NAMES = new Set(['amantadine', 'memantine']);
/** Some 40,000 characters with a name in every 15 lines. */
const LINES = Array.from({ length: 600 }, (_, k) =>
  k % 15 === 7 ? [...NAMES][k % 2]! : 'The line was opened in spring, and nobody expected so many people.',
);

/** What the page holds, and what is marked, sorted. */
const PLACES: readonly (readonly [string, string, readonly string[]])[] = [
  ['text in several elements', '<p>meman<b>tine</b> and a<i>mantad</i>ine</p>', ['amantadine', 'memantine']],
  ['soft hyphens and word breaks', '<p>meman&shy;tine, aman<wbr>tadine</p>', ['amantadine', 'meman\u00adtine']],
  ['line breaks between names', '<p>memantine<br>amantadine</p>', ['amantadine', 'memantine']],
  ['table cells', '<table><tr><td>memantine</td><td>amantadine</td></tr></table>', ['amantadine', 'memantine']],
  ['links and buttons', '<p><a href="#x">memantine</a> <button>amantadine</button></p>', ['amantadine', 'memantine']],
  ['chips', '<p><span class="c">memantine</span><span class="c">amantadine</span></p>', ['amantadine', 'memantine']],
  [
    'raised references and marks of a trade',
    '<p><sup>1</sup>Memantine and <sup>a</sup>Amantadine; Ketamine<sup>b,c</sup>, Namenda<sup>TM</sup></p>',
    ['Amantadine', 'Ketamine', 'Memantine', 'Namenda'],
  ],
  [
    'references raised by style, in whatever way',
    `<p>Memantine<span style="vertical-align:super">a</span> and <span style="vertical-align:super;font-size:60%">1</span>Amantadine</p>
     <p>Ketamine<a href="#n" style="vertical-align:4px;font-size:.7em">b,c</a>; Namenda<span style="font-variant-position:super">TM</span></p>
     <p><b style="position:relative;top:-.5em;font-size:75%">ab</b>quinine<small style="display:inline-block;vertical-align:text-top">x</small></p>`,
    ['Amantadine', 'Ketamine', 'Memantine', 'Namenda', 'quinine'],
  ],
  [
    'letters that are raised for effect, and small capitals',
    `<p>${[...'memantine'].map((letter, k) => `<span style="vertical-align:${k % 3}px">${letter}</span>`).join('')}</p>
     <p>A<small>MANTADINE</small> and <span style="position:relative;top:-2px">ket</span>amine; quinine<span style="vertical-align:super">, raised: </span></p>
     <p><span style="vertical-align:super">donepezil</span></p>`,
    ['AMANTADINE', 'donepezil', 'ketamine', 'memantine', 'quinine'],
  ],
  [
    'a law above, a sedative below',
    '<p>Laws on nitrous oxide</p><p>nitrous oxide for sedation</p>',
    ['nitrous oxide', 'nitrous oxide'],
  ],
  [
    'an article on a substance whose name is a word of daily life, and on its chemistry',
    `<p>Laws on alcohol differ. The sale of alcohol to minors is forbidden.</p><p>In chemistry, an alcohol is a compound.</p>
     <p>Alcohol adds to the drowsiness of medicines in any dose.</p><p>Rubbing alcohol disinfects; beer holds alcohol.</p>`,
    ['Alcohol', 'alcohol', 'alcohol', 'alcohol'],
  ],
  [
    'names that are parts of other substances’: not, in text or markup',
    '<p>bis-memantine, iso-<i>ketamine</i>, ketamine-<i>N</i>-glucuronide, PCP-3-OH, the nicotine receptor</p><p>memantine-hydrochloride</p>',
    ['memantine-hydrochloride'],
  ],
  [
    'escaped line ends, dingbats, and text that was wrongly decoded',
    String.raw`<p>10 mg daily.\nmemantine was given</p><p>❶amantadine</p><p>MÃ‰MANTINE and â€œketamineâ€ too</p>`,
    ['MÃ‰MANTINE', 'amantadine', 'ketamine', 'memantine'],
  ],
  ['a large first letter', '<p><span style="float:left">M</span>emantine is a drug.</p>', ['Memantine']],
  ['a closed disclosure', '<details><summary>Names</summary><p>memantine</p></details>', ['memantine']],
  ['a dialog', '<dialog open><p>memantine</p></dialog>', ['memantine']],
  ['a popover', '<div popover id="p">memantine</div>', ['memantine']],
  ['skipped rendering', '<div style="content-visibility:auto"><p>memantine</p></div>', ['memantine']],
  ['SVG text', '<svg width="200" height="40"><text y="20">mem<tspan>antine</tspan></text></svg>', ['memantine']],
  ['right-to-left text', '<p dir="rtl">يؤخذ memantine يوميا</p>', ['memantine']],
  ['vertical text', '<p style="writing-mode:vertical-rl">memantine</p>', ['memantine']],
  ['an open shadow tree', '<div><template shadowrootmode="open"><p>memantine</p></template></div>', ['memantine']],
  [
    'closed shadow trees of plain elements, nested, and one attached late',
    `<div><template shadowrootmode="closed"><p>memantine</p>
      <section><template shadowrootmode="closed">ketamine</template></section></template></div>
    <span id="late"></span><script>setTimeout(() => {
      late.attachShadow({ mode: 'closed' }).innerHTML = '<p>amantadine</p>';
    }, 1_000)</script>`,
    ['amantadine', 'ketamine', 'memantine'],
  ],
  [
    'nested closed shadow trees',
    `<x-a></x-a><script>
      for (const [name, html] of [['x-a', '<p>memantine</p><x-b></x-b>'], ['x-b', '<p>amantadine</p>']])
        customElements.define(name, class extends HTMLElement {
          constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = html; }
        });
    </script>`,
    ['amantadine', 'memantine'],
  ],
  [
    'a shadow tree attached late to an element that was there',
    `<x-late></x-late><script>setTimeout(() => customElements.define('x-late', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<p>memantine</p>'; }
    }), 700)</script>`,
    ['memantine'],
  ],
  [
    'text that comes later',
    `<main></main><script>setTimeout(() => { document.querySelector('main').textContent = 'memantine'; }, 600)</script>`,
    ['memantine'],
  ],
  [
    'text that is typed letter by letter',
    `<p id="t"></p><script>
      const node = document.createTextNode(''); t.append(node); let k = 0;
      const timer = setInterval(() => { node.data = 'memantine'.slice(0, ++k); if (k > 8) clearInterval(timer); }, 60);
    </script>`,
    ['memantine'],
  ],
  [
    'editors, fields, code and templates: never',
    `<p>amantadine</p><p contenteditable>memantine</p><textarea>memantine</textarea><input value="memantine">
     <div class="CodeMirror"><pre>memantine</pre></div><div class="monaco-editor">memantine</div>
     <div class="ProseMirror" contenteditable="true">memantine</div><code>memantine</code><kbd>memantine</kbd>
     <pre><code>memantine</code></pre><template>memantine</template><noscript>memantine</noscript>
     <div class="cm-editor"><div class="cm-content" role="textbox"><div class="cm-line">memantine</div></div></div>
     <div class="ace_editor"><div class="ace_line">memantine</div></div><div class="ql-editor">memantine</div>
     <div role="textbox" aria-multiline="true">memantine</div><p contenteditable="plaintext-only">memantine</p>
     <div contenteditable="false"><div contenteditable="true"><b>memantine</b></div></div>
     <select><option>memantine</option></select><style>.memantine{}</style><script>var memantine_</script>`,
    ['amantadine'],
  ],
  [
    'what an editor shows without letting it be edited',
    '<div contenteditable="true">memantine<span contenteditable="false">ketamine</span></div><p>amantadine</p>',
    ['amantadine'],
  ],
  ['a long block', `<div>${LINES.join('<br>')}</div>`, LINES.filter((line) => NAMES.has(line)).toSorted()],
  ['a long line of text', `<p>${LINES.join(' ')}</p>`, LINES.filter((line) => NAMES.has(line)).toSorted()],
];

/** What nobody sees is found, and not painted before somebody does. */
const UNSEEN: ReadonlySet<string> = new Set(['a closed disclosure', 'a popover']);

const HEAD =
  '<!doctype html><meta charset="utf-8"><style>.c{display:inline-block;padding:2px 8px;margin:0 4px}</style>';

describe.each(BROWSERS)('reach in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let own: Page;

  const pages: Record<string, string> = {
    '/leaf': `${HEAD}<p>memantine in a frame</p>`,
    '/text.txt': 'Plain text about memantine.\nAnd amantadine.',
    '/notes.md': '# Notes\n\n- memantine\n- amantadine',
    '/data.xml': '<?xml version="1.0"?><notes><note>memantine</note><note>amantadine</note></notes>',
    '/plain': `${HEAD}<p>Nothing here.</p>`,
    '/switched': `${HEAD}<p id="p">meman<b>tine</b></p><div id="around"><p>Take <span id="part">ketamine</span> or amantadine</p>
      <div><template shadowrootmode="open"><p>quinine</p></template></div></div>`,
    '/editor': `${HEAD}<p contenteditable>memantine</p><p>ketamine</p>`,
    '/spa': `${HEAD}<main><p>memantine</p></main>`,
  };
  PLACES.forEach(([, html], index) => {
    pages[`/place/${index}`] = HEAD + html;
  });
  onStage(name, pages, async (stage) => {
    ({ lens, site, page, own } = stage);
    await page.setViewport(TALL);
  });

  const sorted = async (frame: Page | Frame): Promise<string[]> => (await markedTexts(frame)).sort();
  const marks = (frame: Page | Frame, expected: readonly string[]): Promise<string[]> =>
    until(
      () => sorted(frame),
      (texts) => JSON.stringify(texts) === JSON.stringify(expected),
    );

  it.each(
    inTurn(
      BROWSERS,
      name,
      PLACES.map(([title, , expected], index) => [title, index, expected] as const),
    ),
  )('%s', async (title, index, expected) => {
    await lens.open(page, `${site.origin}/place/${index}`);
    await until(
      async () => (await foundTexts(own, `${site.origin}/place/${index}`)).sort(),
      (texts) => JSON.stringify(texts) === JSON.stringify(expected),
    );
    await marks(page, UNSEEN.has(title) ? [] : expected);
  });

  it('a document that becomes an editor, and one that stops being one', async () => {
    await lens.open(page, `${site.origin}/spa`);
    await marks(page, ['memantine']);
    await page.evaluate(`document.designMode = 'on'; document.querySelector('main').textContent = 'ketamine'`);
    await marks(page, []);
    await page.evaluate(`document.designMode = 'off'; document.querySelector('main').textContent = 'amantadine'`);
    await marks(page, ['amantadine']);
  });

  it('editors that are switched on and off, their text the same', async () => {
    await lens.open(page, `${site.origin}/switched`);
    const all = ['amantadine', 'ketamine', 'memantine', 'quinine'];
    for (const [on, left, off] of [
      [`p.contentEditable = 'true'`, ['amantadine', 'ketamine', 'quinine'], `p.contentEditable = 'false'`],
      [`p.setAttribute('role', 'textbox')`, ['amantadine', 'ketamine', 'quinine'], `p.removeAttribute('role')`],
      [
        `part.contentEditable = 'plaintext-only'`,
        ['amantadine', 'memantine', 'quinine'],
        `part.contentEditable = 'inherit'`,
      ],
      [`around.contentEditable = 'true'`, ['memantine'], `around.contentEditable = 'inherit'`],
      [`document.body.contentEditable = 'true'`, [], `document.body.removeAttribute('contenteditable')`],
      [`document.designMode = 'on'`, [], `document.designMode = 'off'`],
    ] as const) {
      await marks(page, all);
      await page.evaluate(`${on}; 0`);
      await marks(page, left);
      await page.evaluate(`${off}; 0`);
    }
    await marks(page, all);
  });

  it('an editor that is one from the start, and ends', async () => {
    await lens.open(page, `${site.origin}/editor`);
    await marks(page, ['ketamine']);
    await page.evaluate(`document.querySelector('p').contentEditable = 'false'`);
    await marks(page, ['ketamine', 'memantine']);
  });

  it('plain text and Markdown that the browser shows as text', async () => {
    for (const path of ['text.txt', 'notes.md']) {
      await lens.open(page, `${site.origin}/${path}`);
      await marks(page, ['amantadine', 'memantine']);
    }
  });

  it('XML without a style sheet, whose source the browser shows', async () => {
    await lens.open(page, `${site.origin}/data.xml`);
    await until(
      async () => (await foundTexts(own, `${site.origin}/data.xml`)).sort().join(),
      (texts) => texts === 'amantadine,memantine',
    );
    expect(await page.evaluate('document.documentElement.textContent')).toContain('memantine');
    // Firefox draws the source in a tree of its own that nobody else may read: found, and not marked, since it is not seen.
    await marks(page, name === 'chrome' ? ['amantadine', 'memantine'] : []);
  });

  it('frames: same origin, another origin, about:blank, srcdoc', async () => {
    const other = site.origin.replace('127.0.0.1', 'localhost');
    await lens.open(page, `${site.origin}/plain`);
    await page.evaluate(
      `(() => {
        const add = (set) => { const frame = document.createElement('iframe'); set(frame); document.body.append(frame); return frame; };
        add((frame) => { frame.src = '/leaf'; });
        add((frame) => { frame.src = ${JSON.stringify(`${other}/leaf`)}; });
        add((frame) => { frame.srcdoc = '<p>memantine in srcdoc</p>'; });
        add(() => undefined).contentDocument.body.append('memantine in a blank frame');
      })()`,
    );
    await until(
      async () => {
        const frames = page.frames().filter((frame) => frame !== page.mainFrame());
        return Promise.all(frames.map((frame) => sorted(frame).catch(() => [])));
      },
      (all) => all.length === 4 && all.every((texts) => texts.length === 1 && texts[0] === 'memantine'),
    );
    // Of frames that the page takes out nothing is kept, and the toolbar does not count them.
    const kept = (): Promise<[number, string]> =>
      inExtension(
        own,
        `await (async () => {
          const { id } = (await api.tabs.query({})).find(({ url }) => url === '${site.origin}/plain');
          const keys = Object.keys(await api.storage.session.get(null)).filter((key) => key.startsWith('frame:' + id));
          return [keys.length, await api.action.getBadgeText({ tabId: id })];
        })()`,
      );
    await until(kept, ([frames, badge]) => frames === 4 && badge === '1');
    await page.evaluate(`for (const frame of document.querySelectorAll('iframe')) frame.remove()`);
    await until(kept, ([frames, badge]) => frames === 0 && badge === '');
  });

  it('frames that were empty for a while', async () => {
    await lens.open(page, `${site.origin}/plain`);
    await page.evaluate(
      `(() => {
        globalThis.blank = [0, 1, 2].map(() => document.body.appendChild(document.createElement('iframe')));
      })()`,
    );
    // The frame that names a medicine at once shows that ours was in the others too.
    await page.evaluate(`document.body.appendChild(document.createElement('iframe')).srcdoc = '<p>memantine</p>'`);
    const texts = () => {
      const frames = page.frames().filter((frame) => frame !== page.mainFrame());
      return Promise.all(frames.map((frame) => sorted(frame).catch(() => [])));
    };
    await until(texts, (all) => all.length === 4 && all.flat().length === 1);
    await page.evaluate(
      `(() => {
        const [appended, replaced, nested] = blank.map((frame) => frame.contentDocument);
        appended.body.append('memantine');
        const body = replaced.createElement('body');
        body.textContent = 'memantine';
        replaced.documentElement.replaceChild(body, replaced.body);
        nested.body.append(nested.createElement('div'));
        nested.body.firstChild.attachShadow({ mode: 'closed' }).innerHTML = '<p>memantine</p>';
      })()`,
    );
    await until(texts, (all) => all.length === 4 && all.every((found) => found.join() === 'memantine'));
  });

  it('a link stays a link, with its mention marked', async () => {
    await lens.open(page, `${site.origin}/place/4`);
    await marks(page, ['amantadine', 'memantine']);
    await page.click('a');
    expect(page.url()).toMatch(/#x$/);
  });

  it('a page restored from the back/forward cache, and one that changes its address itself', async () => {
    await lens.open(page, `${site.origin}/spa`);
    await marks(page, ['memantine']);
    await page.evaluate(
      `history.pushState(null, '', '/elsewhere'); document.querySelector('main').textContent = 'amantadine';`,
    );
    await marks(page, ['amantadine']);
    await page.evaluate(`history.replaceState(null, '', '/spa')`);
    await lens.open(page, `${site.origin}/plain`);
    // Firefox never tells that a restored page is there.
    await page.evaluate('history.back()').catch(() => undefined);
    await until(
      // Asked while the page changes there is no answer.
      () => sorted(page).catch(() => []),
      (texts) => texts.length === 1,
    );
  });
});
