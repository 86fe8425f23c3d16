/** The browser that the build is for; set by vite.config.ts, and by vitest.config.ts for tests without a browser. */
declare const __BROWSER__: 'chrome' | 'firefox';
