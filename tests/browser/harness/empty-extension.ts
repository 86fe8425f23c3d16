/**
 * An extension that does nothing, at the same places and times as ours: what a browser and its pages cost with any
 * extension. What ours costs, or keeps, is told beside it.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../../manifest.json' with { type: 'json' };

/**
 * Writes it into a fresh folder, which it gives.
 *
 * @param background with a service worker that does nothing, named as the launcher knows ours.
 */
export function emptyExtension(background = false): string {
  const folder = mkdtempSync(join(tmpdir(), 'lens-empty-'));
  const { js: _, ...places } = manifest.content_scripts.at(-1)!;
  const worker = 'service-worker-loader.js';
  writeFileSync(join(folder, 'empty.js'), '');
  writeFileSync(join(folder, worker), '');
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Empty',
      version: '1',
      browser_specific_settings: { gecko: { id: 'empty@memantine-lens.example' } },
      content_scripts: [{ ...places, js: ['empty.js'] }],
      ...(background && { background: { service_worker: worker, scripts: [worker] } }),
    }),
  );
  return folder;
}
