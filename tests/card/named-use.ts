import type { NamedInPassage } from '../../src/card/model.ts';

/** A use that the passage names, as `usesIn` gives it. */
export function namedUse(
  indication: string,
  status: 'approved' | 'off-label' | 'unknown' = 'approved',
): NamedInPassage {
  return { condition: indication, indication, status, regions: [{ region: 'US', status }], limits: [] };
}
