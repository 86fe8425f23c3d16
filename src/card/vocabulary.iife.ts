/**
 * What finds uses in passages, as data. A script of its own: it is many times as large as the card's, changes seldom,
 * and comes into a frame with its first card, before the card.
 */
import { readUseFinder } from '../generated/conditions.ts';
import { USE_FINDER } from './port.ts';

(globalThis as unknown as Record<string, unknown>)[USE_FINDER] = readUseFinder;
