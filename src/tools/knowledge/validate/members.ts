/**
 * The members that a class or a combination names exist; a class and its members name each other; other entries have
 * none.
 */
import { rule } from './rule.ts';

export const members = rule('members', ({ entries }, found) => {
  const byId = new Map(entries.map((entry) => [entry.data.id, entry]));
  for (const { file, data } of entries) {
    for (const [index, id] of (data.members ?? []).entries()) {
      const member = byId.get(id);
      if (!member) {
        found(file, `/members/${index}`, `there is no entry "${id}"`, 'Add the entry or remove the member.');
      } else if (data.kind === 'class' && !member.data.classes?.includes(data.id)) {
        const message = `"${data.id}" counts this among its members, and this does not say so`;
        const repair = `Add "${data.id}" to "classes", or remove "${id}" from the members in ${file}.`;
        found(member.file, '/classes', message, repair);
      }
    }
    for (const [index, id] of (data.classes ?? []).entries()) {
      const owner = byId.get(id);
      if (owner?.data.kind !== 'class') {
        found(file, `/classes/${index}`, `there is no class "${id}"`, 'Add the class or remove it here.');
      } else if (!owner.data.members?.includes(data.id)) {
        const message = `"${data.id}" says that it belongs here, and it is no member`;
        const repair = `Add "${data.id}" to "members", or remove "${id}" from the classes in ${file}.`;
        found(owner.file, '/members', message, repair);
      }
    }
    if (data.members && data.kind !== 'class' && data.kind !== 'combination') {
      found(file, '/members', `a ${data.kind} has no members`, 'Remove "members", or correct the kind.');
    }
  }
});
