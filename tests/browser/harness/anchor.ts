/** Finds exported W3C Web Annotations again in a page, with implementations from npm. */
import { join } from 'node:path';
import type { Frame } from 'puppeteer-core';
import { build } from 'vite';

export interface Annotation {
  readonly target: {
    readonly source: string;
    readonly selector: readonly [
      { readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix: string; readonly suffix: string },
      { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number },
    ];
  };
}

let built: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: join(import.meta.dirname, 'anchor-stage/entry.ts'),
        formats: ['iife'],
        name: 'anchorStage',
        fileName: 'anchor',
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('vite gave no bundle');
  return output.output[0].code;
}

/**
 * The text at which each annotation is found: by its quote with the position as the hint, as annotators do it, in the
 * body or in an open shadow tree. A quote and a position that disagree give a text that says so.
 */
export async function anchorAll(frame: Frame, annotations: readonly Annotation[]): Promise<string[]> {
  built ??= bundle();
  await frame.evaluate(`${await built};globalThis.anchorStage = anchorStage;0`);
  return frame.evaluate((all) => {
    const { quoteToRange, positionToRange } = (
      globalThis as unknown as { anchorStage: typeof import('./anchor-stage/entry.ts') }
    ).anchorStage;
    const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    return all.map(({ target }) => {
      const [quote, position] = target.selector;
      for (const root of [document.body, ...shadows]) {
        const { length } = root.textContent ?? '';
        if (position.end > length || root.textContent!.slice(position.start, position.end) !== quote.exact) continue;
        const found = quoteToRange(root, quote, { hint: position.start })?.toString();
        const placed = positionToRange(root, position).toString();
        return found === placed ? found : `quote: ${found}, position: ${placed}`;
      }
      return 'nowhere';
    });
  }, annotations as Annotation[]);
}
