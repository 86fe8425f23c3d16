import { MEMANTINE } from '../../../shared/policy/pairs.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * Two files say what memantine is approved for: indications.json with each condition that was studied, and its list of
 * approved uses. Where that list is closed, they say the same.
 */
export const memantineStatus: Rule = {
  name: 'memantine-status',
  check({ approvedUses, indications: { file, data } }) {
    const regions = approvedUses.find(({ data: { drug } }) => drug === MEMANTINE)?.data.regions ?? [];
    const closed = regions.filter(({ complete }) => complete);
    return data.indications.flatMap(({ id, memantine }, index) =>
      closed.flatMap(({ region, approved }): Finding[] => {
        const status = memantine?.status[region as 'US' | 'EU'];
        const listed = approved.some(({ conditions }) => conditions.some(({ indication }) => indication === id));
        if (status === undefined || (status === 'approved') === listed) return [];
        return [
          {
            file,
            place: `/indications/${index}/memantine/status/${region}`,
            message: `is "${status}", and the approved uses ${listed ? 'name it' : 'do not'}`,
            repair: 'Correct the status, or approved-uses/memantine.json.',
          },
        ];
      }),
    );
  },
};
