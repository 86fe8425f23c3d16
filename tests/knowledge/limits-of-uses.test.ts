import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usesOf } from './uses-of.ts';

const [, ...rows] = readFileSync(join(import.meta.dirname, 'limits-of-uses.tsv'), 'utf8')
  .trimEnd()
  .split('\n');

describe('the limits of approved uses', () => {
  it.each(rows.map((row) => row.split('\t') as [drug: string, approved: string, text: string]))(
    '%s, approved %s: %s',
    (drug, approved, text) => {
      const statuses = usesOf(text, drug).map(({ status }) => status);
      if (approved === 'yes') expect(new Set(statuses)).toEqual(new Set(['approved']));
      else expect(statuses).not.toContain('approved');
    },
  );
});
