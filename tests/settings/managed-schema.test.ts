/** Chrome hands over only those presets of a policy that its schema names: every setting has its place there. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CHOICES, SETTING_PATHS } from '../../src/settings/allowed.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
}

it('every setting is in the schema of policies, and in the administrator’s guide', () => {
  const schema = JSON.parse(readFileSync('src/static/managed-schema.json', 'utf8')) as Schema;
  const guide = readFileSync('docs/administrators.md', 'utf8');
  for (const path of SETTING_PATHS) {
    const place = path
      .split('.')
      .reduce<Schema | undefined>((at, key) => at?.properties?.[key], schema.properties!.settings);
    expect(place, path).toBeDefined();
    expect(place!.enum ?? place!.items?.enum, path).toEqual(CHOICES[path as keyof typeof CHOICES]);
    expect(guide).toContain(`\`${path}\``);
  }
});
