/**
 * The only importer of the polyfill: `browser.*` with promises in both browsers, for service worker and extension
 * pages.
 */
export { default as browser } from 'webextension-polyfill';
