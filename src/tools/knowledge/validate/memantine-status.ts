/**
 * Two files say what memantine is approved for: indications.json with each condition that was studied, and its list of
 * approved uses. Where that list is closed, they say the same.
 */
import { MEMANTINE } from '../../../shared/policy/pairs.ts';
import { rule } from './rule.ts';

export const memantineStatus = rule('memantine-status', ({ approvedUses, indications: { file, data } }, found) => {
  const regions = approvedUses.find(({ data: { drug } }) => drug === MEMANTINE)?.data.regions ?? [];
  const closed = regions.filter(({ complete }) => complete);
  for (const [index, { id, memantine }] of data.indications.entries()) {
    for (const { region, approved } of closed) {
      const status = memantine?.status[region as 'US' | 'EU'];
      const listed = approved.some(({ conditions }) => conditions.some(({ indication }) => indication === id));
      if (status === undefined || (status === 'approved') === listed) continue;
      const place = `/indications/${index}/memantine/status/${region}`;
      const message = `is "${status}", and the approved uses ${listed ? 'name it' : 'do not'}`;
      found(file, place, message, 'Correct the status, or approved-uses/memantine.json.');
    }
  }
});
