/** Editors beside an article: nothing in them is marked while they are typed in, and they hold what was typed. */
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { markedTexts, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

/** Each puts an editor into `#editor` with this text, and gives `heldText` and `focusEditor` to the page. */
const TEXT = 'Take memantine daily';
const TYPED = ' and amantadine';

const EDITORS: Readonly<Record<string, string>> = {
  CodeMirror: `
    import { EditorView, basicSetup } from 'codemirror';
    const view = new EditorView({ doc: ${JSON.stringify(TEXT)}, extensions: basicSetup, parent: editor });
    window.heldText = () => view.state.doc.toString();
    window.focusEditor = () => { view.focus(); view.dispatch({ selection: { anchor: view.state.doc.length } }); };
  `,
  ProseMirror: `
    import { schema } from 'prosemirror-schema-basic';
    import { EditorState, Selection } from 'prosemirror-state';
    import { EditorView } from 'prosemirror-view';
    const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text(${JSON.stringify(TEXT)})])]);
    const view = new EditorView(editor, { state: EditorState.create({ doc }) });
    window.heldText = () => view.state.doc.textContent;
    window.focusEditor = () => { view.focus(); view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc))); };
  `,
  // Monaco is too large to install for a test: drawn as it draws itself, lines of spans and a field that takes the keys.
  'an editor drawn as Monaco draws': `
    editor.innerHTML = '<div class="monaco-editor no-user-select showUnused vs" role="code" data-uri="inmemory://1">' +
      '<div class="overflow-guard"><textarea class="inputarea" role="textbox" style="width:9px;height:9px"></textarea>' +
      '<div class="lines-content monaco-editor-background"><div class="view-lines" role="presentation">' +
      '<div class="view-line"><span><span class="mtk1"></span></span></div></div></div></div></div>';
    const line = editor.querySelector('.mtk1');
    let held = ${JSON.stringify(TEXT)};
    const draw = () => { line.textContent = held.replaceAll(' ', '\\u00a0'); };
    draw();
    const field = editor.querySelector('textarea');
    field.addEventListener('input', () => { held += field.value; field.value = ''; draw(); });
    window.heldText = () => held;
    window.focusEditor = () => field.focus();
  `,
};

async function pageWith(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'iife',
  });
  const code = outputFiles[0]!.text.replaceAll('</script', '<\\/script');
  return `<!doctype html><meta charset="utf-8"><style>.ProseMirror { white-space: pre-wrap }</style>
    <h1 id="title">memantine</h1><div id="editor"></div><script>${code}</script>`;
}

describe.each(BROWSERS)('editors in %s', (name) => {
  let lens: Lens;
  let page: Page;
  let origin: string;
  const pages: Record<string, string> = {};
  const said: string[] = [];

  beforeAll(async () => {
    const titles = Object.entries(EDITORS);
    for (const [index, [, source]] of titles.entries()) pages[`/${index}`] = await pageWith(source);
    pages['/part'] = `<!doctype html><meta charset="utf-8"><p>People on dextromethorphan (DXM) and ketamine.</p>
      <button><b id="part">DXM with amantadine</b> and DXM, memantine</button>`;
  });

  onStage(name, pages, (stage) => {
    ({ lens, page } = stage);
    origin = stage.site.origin;
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
  });

  const marks = (expected: readonly string[]): Promise<string[]> =>
    until(
      () => markedTexts(page),
      (texts) => JSON.stringify(texts) === JSON.stringify(expected),
    );

  it.each(Object.keys(EDITORS).map((title, index) => [title, index] as const))('%s', async (_, index) => {
    said.length = 0;
    await lens.open(page, `${origin}/${index}`);
    await marks(['memantine']);
    const shown = 'editor.innerText.replaceAll("\\u00a0", " ")';
    expect(await page.evaluate(shown)).toContain(TEXT);
    const html = (await page.evaluate('editor.innerHTML')) as string;
    expect(html).toContain('memantine');

    await page.evaluate('focusEditor()');
    await page.keyboard.type(TYPED);
    await until(
      () => page.evaluate('heldText()'),
      (held) => held === TEXT + TYPED,
    );
    expect(await page.evaluate(shown)).toContain(TEXT + TYPED);
    // Changes are read in the order in which they come: with this one, those of the editor have been seen.
    await page.evaluate(`title.textContent = 'ketamine'`);
    await marks(['ketamine']);
    expect(await page.evaluate('heldText()')).toBe(TEXT + TYPED);
    expect(said).toEqual([]);
  });

  it('keeps what stands in a line of which another part becomes an editor', async () => {
    await lens.open(page, `${origin}/part`);
    const all = ['dextromethorphan', 'DXM', 'ketamine', 'amantadine', 'memantine'];
    const sorted = async () => JSON.stringify([...new Set(await markedTexts(page))].sort());
    await until(sorted, (texts) => texts === JSON.stringify([...all].sort()));
    await page.evaluate(`part.setAttribute('contenteditable', 'true')`);
    await until(sorted, (texts) => texts === JSON.stringify(all.filter((text) => text !== 'amantadine').sort()));
    await page.evaluate(`part.removeAttribute('contenteditable')`);
    await until(sorted, (texts) => texts === JSON.stringify([...all].sort()));
  });
});
