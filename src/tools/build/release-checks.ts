/**
 * What must be true of the repository before its packages may go to a store, and no build can see: that there is an
 * address to write to, that the change log says what is new, and that what is packaged is what was committed.
 */

export interface Repository {
  readonly version: string;
  /** `bugs.url` of package.json. */
  readonly support: string | undefined;
  /** CHANGELOG.md */
  readonly changes: string;
  /** `git status --porcelain` */
  readonly status: string;
}

/** Domains that belong to nobody (RFC 2606, RFC 6761): an address there is a placeholder. */
const NOBODYS = /(^|\.)(example|invalid|test|localhost)$|(^|\.)example\.(com|net|org)$/;

/** Why this is no release yet; empty when it is one. */
export function releaseProblems({ version, support, changes, status }: Repository): readonly string[] {
  const problems: string[] = [];
  if (!support || !URL.canParse(support) || NOBODYS.test(new URL(support).hostname)) {
    problems.push(
      `package.json: "bugs" is ${support ?? 'missing'}, which reaches nobody: set the address where readers report problems`,
    );
  }
  const heading = new RegExp(`^## ${version.replaceAll('.', '\\.')}(?:\\s(.*))?$`, 'm').exec(changes);
  if (!heading) problems.push(`CHANGELOG.md: no section for version ${version}`);
  else if (/preparation/.test(heading[1] ?? ''))
    problems.push(`CHANGELOG.md: version ${version} is still in preparation`);
  if (status.trim() !== '') problems.push(`git: not committed:\n${status.trimEnd()}`);
  return problems;
}
