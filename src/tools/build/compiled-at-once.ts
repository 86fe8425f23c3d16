/**
 * Tells the browser to compile the scripts of pages as a whole. By itself it reads each function twice: once to skip
 * it, and again when it is first called, and in these scripts nearly all are called on every page. Chromium 136 and
 * newer follow this; for others it is a comment.
 */
import type { Plugin } from 'vite';

const HINT = '//# allFunctionsCalledOnLoad\n';

/** @param files of the build, such as `src/frame/main.iife.js` */
export function compiledAtOnce(files: readonly string[]): Plugin {
  return {
    name: 'memantine-lens:compiled-at-once',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of files) {
        const script = bundle[file];
        if (script?.type !== 'asset') throw new Error(`${file} is not in the build`);
        script.source = HINT + script.source;
      }
    },
  };
}
