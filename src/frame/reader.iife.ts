/**
 * The reader script, injected into frames that may have a mention: it marks and explains. Goes on with the scan that
 * `main.iife.ts` began.
 */
import { startFrame } from './session/frame.ts';
import { firstLook, isFirstReader } from './session/world.ts';

if (isFirstReader()) void startFrame(firstLook());
