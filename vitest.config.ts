import { defineConfig } from 'vitest/config';

/**
 * Tiers: `unit` (pure code and jsdom-like DOM), `build` (both built folders), `browser` (the built extension in real browsers)
 * and `nightly` (the long runs). Files of `browser` share processes, and with them what is dear to start: their browsers. Two
 * processes: more of them keep two cores busier, and tests that wait for a browser's own windows then wait in vain.
 */
export default defineConfig({
  define: { __BROWSER__: '"chrome"' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/build/**', 'tests/browser/**', 'tests/nightly/**'],
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          // Projects with other numbers of processes run one after the other.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/harness/profiles.ts',
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'nightly',
          include: ['tests/nightly/**/*.test.ts'],
          sequence: { groupOrder: 3 },
          fileParallelism: false,
          testTimeout: 1_800_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
