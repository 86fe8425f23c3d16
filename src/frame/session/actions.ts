/** What a reader does from a card and the service worker remembers, for the site of the document in the tab. */
import type { CardActions } from '../../card/port.ts';
import { askBackground } from '../../platform/wire.ts';

export const actions: CardActions = {
  watch: (drug, on) => void askBackground('watch-drug', { drug, on }),
  hide: (drug) => void askBackground('hide-drug', { drug }),
  wrong: (text) => void askBackground('except-text', { text }),
  leaveSite: () => void askBackground('leave-site', undefined),
};

export const setProfessional = (on: boolean): void => void askBackground('set-professional', { on });
