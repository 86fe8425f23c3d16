/** Code of ours as one script that a page can run. */
import { build } from 'esbuild';

/** @param entry path of a module; what it puts on `globalThis` is there after the script ran */
export async function bundleOf(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { __BROWSER__: '"chrome"' },
  });
  return outputFiles[0]!.text;
}
