/** In frames that may have a mention: takes over from the script of every page. */
import { startFrame } from './session/frame.ts';
import { firstLook, isFirstReader } from './session/world.ts';

if (isFirstReader()) void startFrame(firstLook());
