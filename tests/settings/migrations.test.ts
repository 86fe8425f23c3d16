import { describe, expect, test } from 'vitest';
import { MIGRATIONS, type Migration, migrate } from '../../src/settings/migrations.ts';
import { SETTINGS_VERSION } from '../../src/settings/schema.ts';

/** Settings as each version wrote them, and what they must become now. Every migration needs a case here. */
const CASES: Readonly<Record<number, { written: unknown; now: unknown }>> = {
  0: {
    written: { enabled: false, marks: { style: 'dotted' } },
    now: { version: 1, enabled: false, marks: { style: 'dotted' } },
  },
};

describe('migrations', () => {
  test('each has a case, and they lead to the present version without a gap', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(
      Array.from({ length: SETTINGS_VERSION }, (_, version) => version),
    );
    expect(Object.keys(CASES).map(Number)).toEqual(MIGRATIONS.map(({ from }) => from));
  });

  test.each(Object.entries(CASES))('from version %s', (_, { written, now }) => {
    expect(migrate(written)).toEqual({ data: now, future: false });
  });

  test('steps are applied in order, from the version that the data have', () => {
    const step = (from: number): Migration => ({
      from,
      change: (data) => ({ ...data, path: `${data.path ?? ''}${from}` }),
    });
    const steps = [step(2), step(0), step(1)];
    expect(migrate({}, steps, 3).data).toEqual({ version: 3, path: '012' });
    expect(migrate({ version: 2 }, steps, 3).data).toEqual({ version: 3, path: '2' });
  });

  test('data of the future are left as they are', () => {
    expect(migrate({ version: 7, x: 1 })).toEqual({ data: { version: 7, x: 1 }, future: true });
  });

  test.each([null, 'text', [1], 5, undefined])('%j is no settings and passes through', (data) => {
    expect(migrate(data)).toEqual({ data, future: false });
  });
});
