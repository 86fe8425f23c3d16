import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openKnowledge } from '../../src/knowledge/access.ts';
import { createAjv } from '../../src/tools/knowledge/build/schemas.ts';
import { compileKnowledge } from '../../src/tools/knowledge/compile.ts';
import { published } from '../../src/tools/knowledge/publish.ts';
import { readKnowledge } from '../../src/tools/knowledge/read.ts';

const file = (name: string) => JSON.parse(readFileSync(`dist/${name}`, 'utf8'));

it('publishes all knowledge as one file that can be opened as it is', () => {
  const files = readKnowledge('knowledge');
  const found = file('knowledge.json');
  expect(found).toEqual(published(compileKnowledge(files), files.changes.data));
  expect(openKnowledge(found).pair('amantadine', 'memantine')[0]?.interaction.summary.text).toMatch(/\.$/);
});

it('publishes a schema that the file keeps, and that a wrong file breaks', () => {
  const check = createAjv([]).compile(file('knowledge.schema.json'));
  const found = file('knowledge.json');
  expect(check(found), JSON.stringify(check.errors?.slice(0, 3))).toBe(true);
  expect(check({ ...found, version: 1 })).toBe(false);
  expect(check({ ...found, sources: [{ id: 'x' }] })).toBe(false);
});
