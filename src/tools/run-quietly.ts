/** Runs what is of interest only where it fails. */
import { execFileSync } from 'node:child_process';

/** @throws Error with all that the command said, when it fails. */
export function runQuietly(cwd: string, command: string, args: readonly string[]): void {
  try {
    execFileSync(command, args, { cwd, stdio: 'pipe', maxBuffer: 2 ** 28 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
    throw new Error(`"${[command, ...args].join(' ')}" failed.\n${stdout ?? ''}${stderr ?? error}`);
  }
}
