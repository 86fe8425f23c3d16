/** Frameworks that render all the time keep working while marks follow the text: none of their nodes is ever touched. */
import { build, type Plugin } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { compile } from 'svelte/compiler';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { markedTexts, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

/** What every app shows at a step: rows that move, change their text, come and go; after the last step it stays. */
const ROWS = `
  export const STEPS = 120;
  const NAMES = ['memantine', 'amantadine', 'trains', 'ketamine', 'valleys'];
  export const rows = (step) => Array.from({ length: 12 + (step % 7) }, (_, k) => ({
    key: (k * 5 + step) % 23,
    text: 'Row of ' + NAMES[(k + step) % NAMES.length] + ' at step ' + step,
  }));
  export const run = (show) => {
    let step = 0;
    const timer = setInterval(() => { show(++step); if (step === STEPS) clearInterval(timer); }, 16);
  };
`;

const APPS: Readonly<Record<string, string>> = {
  React: `
    import { createElement as h, useEffect, useState } from 'react';
    import { createRoot } from 'react-dom/client';
    import { rows, run } from './rows.js';
    function App() {
      const [step, setStep] = useState(0);
      useEffect(() => run(setStep), []);
      return h('ul', null, rows(step).map(({ key, text }) => h('li', { key }, step % 2 ? h('b', null, text) : text)));
    }
    createRoot(document.getElementById('app')).render(h(App));
  `,
  Vue: `
    import { createApp, h, ref } from 'vue';
    import { rows, run } from './rows.js';
    createApp({
      setup() {
        const step = ref(0);
        run((next) => { step.value = next; });
        return () => h('ul', rows(step.value).map(({ key, text }) => h('li', { key }, step.value % 2 ? h('b', text) : text)));
      },
    }).mount('#app');
  `,
  Lit: `
    import { html, render } from 'lit';
    import { repeat } from 'lit/directives/repeat.js';
    import { rows, run } from './rows.js';
    const show = (step) => render(
      html\`<ul>\${repeat(rows(step), ({ key }) => key, ({ text }) => html\`<li>\${step % 2 ? html\`<b>\${text}</b>\` : text}</li>\`)}</ul>\`,
      document.getElementById('app'),
    );
    show(0);
    run(show);
  `,
  Svelte: `
    import { mount } from 'svelte';
    import App from './App.svelte';
    mount(App, { target: document.getElementById('app') });
  `,
};

const SVELTE = `
  <script>
    import { rows, run } from './rows.js';
    let step = $state(0);
    run((next) => { step = next; });
  </script>
  <ul>{#each rows(step) as row (row.key)}<li>{#if step % 2}<b>{row.text}</b>{:else}{row.text}{/if}</li>{/each}</ul>
`;

const virtual: Plugin = {
  name: 'virtual',
  setup(setup) {
    const resolveDir = import.meta.dirname;
    setup.onResolve({ filter: /^\.\/(rows\.js|App\.svelte)$/ }, ({ path }) => ({ path, namespace: 'virtual' }));
    setup.onLoad({ filter: /rows/, namespace: 'virtual' }, () => ({ contents: ROWS, resolveDir }));
    setup.onLoad({ filter: /svelte/, namespace: 'virtual' }, () => ({
      contents: compile(SVELTE, { generate: 'client', filename: 'App.svelte' }).js.code,
      resolveDir,
    }));
  },
};

/** At every frame of the storm, as the browser is about to draw it: how many names are marked, and what else is. */
const FOLLOW = `
  window.storm = { most: 0, wrong: [] };
  const look = () => {
    const texts = [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(String));
    const names = texts.filter((text) => /^(memantine|amantadine|ketamine)$/.test(text));
    storm.most = Math.max(storm.most, names.length);
    // A range whose node was taken out is empty until it is dropped: nothing of it is drawn.
    storm.wrong.push(...texts.filter((text) => text !== '' && !names.includes(text)));
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

async function page(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'iife',
    conditions: ['browser', 'production'],
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false' },
    plugins: [virtual],
  });
  const code = outputFiles[0]!.text.replaceAll('</script', '<\\/script');
  return `<!doctype html><meta charset="utf-8"><h1>memantine</h1><div id="app"></div><script>${FOLLOW}</script><script>${code}</script>`;
}

describe.each(BROWSERS)('frameworks in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let tab: Page;
  const said: string[] = [];
  const pages: Record<string, string> = {};

  beforeAll(async () => {
    for (const [app, source] of Object.entries(APPS)) pages[`/${app}`] = await page(source);
  });
  onStage(name, pages, (stage) => {
    ({ lens, site, page: tab } = stage);
    tab.on('console', (message) => said.push(message.text()));
    tab.on('pageerror', (error) => said.push(String(error)));
  });

  it.each(Object.keys(APPS))('%s', async (app) => {
    said.length = 0;
    await lens.open(tab, `${site.origin}/${app}`);
    await until(
      () => tab.evaluate(`document.getElementById('app').textContent`) as Promise<string>,
      (text) => text.includes('at step 120'),
      30_000,
    );
    const shown = await tab.evaluate(`[...document.querySelectorAll('li')].map(({ textContent }) => textContent)`);
    const { rows, STEPS } = (await import(`data:text/javascript,${encodeURIComponent(ROWS)}`)) as {
      rows: (step: number) => { text: string }[];
      STEPS: number;
    };
    expect(shown).toEqual(rows(STEPS).map((row) => row.text));
    const text = (await tab.evaluate('document.body.innerText')) as string;
    const expected = [...text.matchAll(/memantine|amantadine|ketamine/g)].map(([word]) => word).sort();
    expect(expected.length).toBeGreaterThan(6);
    const marked = await until(
      async () => (await markedTexts(tab)).sort(),
      (texts) => JSON.stringify(texts) === JSON.stringify(expected),
    );
    expect(marked).toEqual(expected);
    // The last frame may still have to come.
    const storm = await until(
      () => tab.evaluate('storm') as Promise<{ most: number; wrong: string[] }>,
      ({ most }) => most > 1,
    );
    expect(storm.wrong).toEqual([]);
    expect(said).toEqual([]);
  });
});
