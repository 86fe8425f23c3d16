/**
 * Starts `guard.ts` in every frame before any script of the page, so that our listeners are called before the page's.
 * All that it costs a page are these listeners.
 */
import { guardOf } from './guard.ts';

guardOf();
