/** What the popup needs behind its first look, in one module: each import of its own would be files of its own. */
export { loadManaged } from '../../settings/managed.ts';
export { switchSite } from '../../settings/site-rule.ts';
export { loadSetAside, setSetting } from '../../settings/store.ts';
export { openedKnowledge } from '../knowledge.ts';
export { exportButtons } from './export-view.ts';
export { createSearch } from './search.ts';
export { togetherView } from './together-view.ts';
