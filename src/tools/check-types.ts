/**
 * Checks the types: the whole with all that exists anywhere, and each place where code runs with only what exists
 * there: code of pages cannot see Node, the service worker sees no document, and what is shared sees neither.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './command.ts';

const places = readdirSync(join(ROOT, 'src'))
  .map((place) => join('src', place))
  .filter((place) => existsSync(join(ROOT, place, 'tsconfig.json')));

/** Whether the types of a project hold. What is wrong is printed. */
function holds(project: string): Promise<boolean> {
  const tsc = spawn('node_modules/.bin/tsc', ['-p', project], { cwd: ROOT, stdio: 'inherit' });
  return new Promise((done, fail) => tsc.on('error', fail).on('close', (code) => done(code === 0)));
}

// The whole takes longest.
const waiting = ['.', ...places];
const failed: string[] = [];
async function work(): Promise<void> {
  for (let project = waiting.shift(); project; project = waiting.shift())
    if (!(await holds(project))) failed.push(project);
}
await Promise.all(Array.from({ length: availableParallelism() }, work));

const apart = failed.filter((project) => project !== '.');
if (apart.length > 0) console.error(`Types that are not there where this code runs: ${apart.join(', ')}`);
if (failed.length > 0) process.exit(1);
