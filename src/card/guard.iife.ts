/** In every frame, before anything of the page: so that its listeners come after ours. Costs some listeners. */
import { guardOf } from './guard.ts';

guardOf();
