/**
 * Checks the types of each place where code runs with only what exists there: code of pages cannot see Node, the service
 * worker sees no document, and what is shared sees neither. The whole is checked by `tsc` before this.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SRC = resolve(import.meta.dirname, '..');

const places = readdirSync(SRC).filter((place) => existsSync(join(SRC, place, 'tsconfig.json')));
const failed = places.filter((place) => {
  const { status } = spawnSync('npx', ['tsc', '-p', join(SRC, place)], { stdio: 'inherit' });
  return status !== 0;
});
if (failed.length > 0) {
  console.error(`Types that are not there where this code runs: ${failed.map((place) => `src/${place}`).join(', ')}`);
  process.exit(1);
}
