import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openKnowledge } from '../../src/knowledge/access.ts';
import { compileKnowledge } from '../../src/tools/knowledge/compile.ts';
import { readKnowledge } from '../../src/tools/knowledge/read.ts';

it('publishes all knowledge as one file that can be opened as it is', () => {
  const published = JSON.parse(readFileSync('dist/knowledge.json', 'utf8'));
  expect(published).toEqual(compileKnowledge(readKnowledge('knowledge')));
  expect(openKnowledge(published).pair('amantadine', 'memantine')[0]?.interaction.summary.text).toMatch(/\.$/);
});
