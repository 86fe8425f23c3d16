/** How every rule is tested: the knowledge keeps it, and one thing broken in a small knowledge is found with its repair. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../src/knowledge/types.ts';
import { readSchemas } from '../../../../src/tools/knowledge/build/schemas.ts';
import { type KnowledgeFiles, readKnowledge } from '../../../../src/tools/knowledge/read.ts';
import { describeViolation, validate } from '../../../../src/tools/knowledge/validate/index.ts';
import type { Rule, RuleContext } from '../../../../src/tools/knowledge/validate/rule.ts';
import { DAY, smallKnowledge } from '../../../knowledge/fixture.ts';

/** One thing to break, and what the rule must say of it. */
export interface BrokenCase {
  readonly name: string;
  readonly breaks: (files: KnowledgeFiles) => void;
  readonly file: string;
  readonly place: string;
  /** Part of the message. */
  readonly says: string;
  readonly severity?: 'warning';
  readonly today?: string;
}

const schemas = readSchemas('knowledge/schema');

export function testRule(rule: Rule, cases: readonly BrokenCase[], small = smallKnowledge): void {
  const violations = (files: KnowledgeFiles, context: Partial<RuleContext> = {}) =>
    validate(files, { today: DAY, schemas, ...context }, [rule]);

  describe(rule.name, () => {
    it('holds for the knowledge', () => {
      const today = new Date().toISOString().slice(0, 10);
      const errors = violations(readKnowledge('knowledge'), { today }).filter(({ severity }) => severity === 'error');
      expect(errors.map(describeViolation).join('\n\n')).toBe('');
    });

    it('holds for the small knowledge', () => {
      expect(violations(small())).toEqual([]);
    });

    it.each(cases)('finds $name', ({ breaks, file, place, says, severity = 'error', today = DAY }) => {
      const files = small();
      breaks(files);
      const found = violations(files, { today }).map(({ repair, ...rest }) => ({
        ...rest,
        repairable: repair.length > 8,
      }));
      expect(found).toContainEqual({
        rule: rule.name,
        severity,
        file,
        place,
        message: expect.stringContaining(says),
        repairable: true,
      });
    });
  });
}

/** The entry of an id in a reading, to break something in it. */
export function entryIn(files: KnowledgeFiles, id: string): Entry {
  const found = files.entries.find(({ data }) => data.id === id);
  if (!found) throw new Error(`The small knowledge has no "${id}".`);
  return found.data;
}
