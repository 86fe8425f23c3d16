/** `npm run -s knowledge -- --changed SINCE`: what readers see differently since a revision of git or a day. */
import { execFileSync } from 'node:child_process';
import { sentencesIn } from '../../../knowledge/sentences.ts';
import type { Interaction } from '../../../knowledge/types.ts';
import type { KnowledgeFiles } from '../read.ts';
import { factFiles } from '../validate/rule.ts';

/** Facts by their path from the knowledge folder, as parsed; older ones may have another shape. */
export type Facts = ReadonlyMap<string, unknown>;

/** Files that readers see: not the sources, the word lists or the schemas. */
const SHOWN = /^(?:drugs|classes|conditions|pairs|approved-uses)\/.+\.json$|^indications\.json$/;

/** What differs, one line each: files that came and went, verdicts, sentences. Pure. */
export function changes(before: Facts, after: Facts): string[] {
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  return files.flatMap((file) => {
    const [old, now] = [before.get(file), after.get(file)];
    if (old === undefined) return [`+ ${file}: new${actionOf(now) ? `, ${actionOf(now)}` : ''}`];
    if (now === undefined) return [`- ${file}: gone`];
    const verdict = actionOf(old) === actionOf(now) ? [] : [`! ${file}: ${actionOf(old)} -> ${actionOf(now)}`];
    const [texts, newTexts] = [textsOf(old), textsOf(now)];
    return [
      ...verdict,
      ...[...texts].filter((text) => !newTexts.has(text)).map((text) => `- ${file}: ${text}`),
      ...[...newTexts].filter((text) => !texts.has(text)).map((text) => `+ ${file}: ${text}`),
    ];
  });
}

/**
 * The knowledge folder at a revision, or at the last one before a day (2026-11-25).
 *
 * @throws Error with what to name instead, when there is no such revision.
 */
export function factsAt(since: string, folder: string): Facts {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: 'pipe' });
  const isDay = /^\d{4}-\d\d-\d\d$/.test(since);
  const revision = isDay ? git('rev-list', '-1', `--before=${since}T00:00:00`, 'HEAD').trim() : since;
  if (!revision) throw new Error(`There is no revision before ${since}: name a later day, or a revision of "git log".`);
  try {
    git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
  } catch {
    throw new Error(`There is no revision "${since}": name a day such as 2026-11-25, or a revision of "git log".`);
  }
  const files = git('ls-tree', '-r', '--name-only', revision, '.')
    .split('\n')
    .filter((file) => SHOWN.test(file));
  return new Map(files.map((file) => [file, JSON.parse(git('show', `${revision}:./${file}`))]));
}

/** The knowledge as it was read. */
export function factsNow(files: KnowledgeFiles): Facts {
  return new Map(factFiles(files).map(({ file, data }) => [file, data]));
}

function actionOf(data: unknown): string | undefined {
  const { withMemantine, interaction } = data as { withMemantine?: Interaction; interaction?: Interaction };
  return (withMemantine ?? interaction)?.action;
}

function textsOf(data: unknown): Set<string> {
  return new Set([...sentencesIn(data)].map(({ sentence }) => sentence.text));
}
