/** What commands have in common: the repository, running others, and how to end where something is wrong. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The repository's folder. */
export const ROOT = join(import.meta.dirname, '../..');

/** Runs what is of interest only where it fails. @throws Error with all that the command said, when it fails. */
export function runQuietly(command: string, args: readonly string[]): void {
  try {
    execFileSync(command, args, { cwd: ROOT, stdio: 'pipe', maxBuffer: 2 ** 28 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
    throw new Error(`"${[command, ...args].join(' ')}" failed.\n${stdout ?? ''}${stderr ?? error}`);
  }
}

/** Ends the command with what is wrong. */
export function end(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** What `act` returns; where it throws, the command ends. */
export function orEnd<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    return end(error);
  }
}
