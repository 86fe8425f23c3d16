/** Around a run: the folder in which the browsers that test files share have their profiles. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function setUp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'lens-shared-'));
  process.env.LENS_SHARED_PROFILES = folder;
  // The browsers end with the processes of the tests, before this.
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
