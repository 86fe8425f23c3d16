/**
 * What the popup loads after its first drawing, in one module: imported one by one, each part would be a file of its
 * own.
 */
export { loadManaged } from '../../settings/managed.ts';
export { switchSite } from '../../settings/site-rule.ts';
export { loadSetAside, setSetting } from '../../settings/store.ts';
export { openedKnowledge } from '../knowledge.ts';
export { exportButtons } from './export-view.ts';
export { createSearch } from './search.ts';
export { togetherView } from './together-view.ts';
