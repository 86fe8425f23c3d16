/** Builds the stage and puts it into a page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import type { CompiledKnowledge } from '../../../src/knowledge/types.ts';
import type { Ask, Stage } from './stage.ts';

const ROOT = join(import.meta.dirname, '../../..');
let built: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'chrome128',
      lib: { entry: join(import.meta.dirname, 'stage.ts'), formats: ['iife'], name: 'cardStage', fileName: 'stage' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('vite gave no bundle');
  return output.output[0].code;
}

/** English with what `language` has in place of it. */
export function messagesOf(language: string): Record<string, { message: string }> {
  const read = (tag: string) =>
    JSON.parse(readFileSync(join(ROOT, `src/static/_locales/${tag}/messages.json`), 'utf8'));
  return language === 'en' ? read('en') : { ...read('en'), ...read(language) };
}

/** The stage in a page that is already open. */
export interface StagedCard {
  open(ask: Ask): Promise<void>;
  inline(ask: Ask, indication?: string): Promise<void>;
  inlinePlace(ask: Ask, level: 'glance' | 'reading'): Promise<void>;
  know(knowledge: CompiledKnowledge): Promise<void>;
  leave(): Promise<void>;
  close(): Promise<void>;
  isOpen(): Promise<boolean>;
  told(): Promise<unknown[]>;
}

export async function setStage(page: Page, language = 'en'): Promise<StagedCard> {
  built ??= bundle();
  await page.evaluate(await built);
  const call = <Name extends keyof Stage>(name: Name, ...values: unknown[]) =>
    page.evaluate(
      (method, args) =>
        (globalThis as unknown as { stage: Record<string, (...a: unknown[]) => unknown> }).stage[method]!(...args),
      name as string,
      values,
    );
  await call('speak', language === 'ar' ? 'ar' : language, messagesOf(language === 'ar' ? 'en' : language));
  return {
    open: (ask) => call('open', ask) as Promise<void>,
    inline: (ask, indication) =>
      call('inline', ask, ...(indication === undefined ? [] : [indication])) as Promise<void>,
    inlinePlace: (ask, level) => call('inlinePlace', ask, level) as Promise<void>,
    know: (knowledge) => call('know', knowledge) as Promise<void>,
    leave: () => call('leave') as Promise<void>,
    close: () => call('close') as Promise<void>,
    isOpen: () => call('isOpen') as Promise<boolean>,
    told: () => call('told') as Promise<unknown[]>,
  };
}
