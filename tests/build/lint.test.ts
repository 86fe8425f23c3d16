/** The linter of the store finds nothing in what the store is given. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

it('the store’s linter warns of nothing', () => {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'lint:store'], {
    cwd: resolve(import.meta.dirname, '../..'),
    encoding: 'utf8',
  });
  expect(status, `${stdout}${stderr}`).toBe(0);
});
