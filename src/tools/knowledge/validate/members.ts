import type { Finding, Rule } from './rule.ts';

/** A class names its members and they name it; a combination names its components. */
export const members: Rule = {
  name: 'members',
  check({ entries }) {
    const byId = new Map(entries.map((entry) => [entry.data.id, entry]));
    const findings: Finding[] = [];
    for (const { file, data } of entries) {
      for (const [index, id] of (data.members ?? []).entries()) {
        const place = `/members/${index}`;
        const member = byId.get(id);
        if (!member) {
          findings.push({
            file,
            place,
            message: `there is no entry "${id}"`,
            repair: 'Add the entry or remove the member.',
          });
        } else if (data.kind === 'class' && !member.data.classes?.includes(data.id)) {
          findings.push({
            file: member.file,
            place: '/classes',
            message: `"${data.id}" counts this among its members, and this does not say so`,
            repair: `Add "${data.id}" to "classes", or remove "${id}" from the members in ${file}.`,
          });
        }
      }
      for (const [index, id] of (data.classes ?? []).entries()) {
        const place = `/classes/${index}`;
        const owner = byId.get(id);
        if (owner?.data.kind !== 'class') {
          findings.push({
            file,
            place,
            message: `there is no class "${id}"`,
            repair: 'Add the class or remove it here.',
          });
        } else if (!owner.data.members?.includes(data.id)) {
          findings.push({
            file: owner.file,
            place: '/members',
            message: `"${data.id}" says that it belongs here, and it is no member`,
            repair: `Add "${data.id}" to "members", or remove "${id}" from the classes in ${file}.`,
          });
        }
      }
      if (data.members && data.kind !== 'class' && data.kind !== 'combination') {
        findings.push({
          file,
          place: '/members',
          message: `a ${data.kind} has no members`,
          repair: 'Remove "members", or correct the kind.',
        });
      }
    }
    return findings;
  },
};
