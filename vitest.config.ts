import { defineConfig } from 'vitest/config';

/**
 * Tiers: `unit` (pure code and jsdom-like DOM), `build` (both built folders, and the commands as they are run), `browser` (the built extension in real browsers;
 * the files of a process share one Chromium and one Firefox) and `nightly` (the long runs).
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
          exclude: ['tests/build/**', 'tests/commands/**', 'tests/browser/**', 'tests/nightly/**'],
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts', 'tests/commands/**/*.test.ts'],
          maxWorkers: 2,
          // Projects that are not alike run one after the other.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // Measured on two cores: two processes leave them idle a third of the time, three a sixth, four wait for each other.
          ...(process.env.LENS_ALONE
            ? { fileParallelism: false }
            : {
                globalSetup: 'tests/browser/harness/profiles.ts',
                isolate: false,
                maxWorkers: 3,
              }),
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
