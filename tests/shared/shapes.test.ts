/** Ids and languages are checked in pages as the schema of the knowledge checks them. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ID, isId, LANGUAGE } from '../../src/shared/shapes.ts';

const { $defs } = JSON.parse(readFileSync('knowledge/schema/common.schema.json', 'utf8'));

it('shapes are those of the schema', () => {
  expect(ID.source).toBe($defs.id.pattern);
  expect(LANGUAGE.source).toBe($defs.name.properties.lang.pattern);
  expect(isId('a'.repeat($defs.id.maxLength))).toBe(true);
  expect(isId('a'.repeat($defs.id.maxLength + 1))).toBe(false);
});
