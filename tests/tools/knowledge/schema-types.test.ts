import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { schemaTypes } from '../../../src/tools/knowledge/build/schema-types.ts';
import { readSchemas } from '../../../src/tools/knowledge/build/schemas.ts';

it('schema-types.ts says what the schemas say (repair: npm run generate)', async () => {
  const current = readFileSync('src/knowledge/schema-types.ts', 'utf8');
  expect(current).toBe(await schemaTypes(readSchemas('knowledge/schema')));
});
