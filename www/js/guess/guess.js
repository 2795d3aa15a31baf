// The switch between being told and guessing first. What it takes is fetched when it is first wanted.

import { byId } from '../dom.js';
import { busyWhile } from '../frames.js';
import { t } from '../locale.js';
import { tell } from '../notice.js';
import { isReload, keepAsked, keptAsked } from './kept.js';

/** @import { Watch } from '../network/watch.js' */

/** @param {Watch} watch */
export function mountGuess(watch) {
  byId('guess', HTMLButtonElement).addEventListener('click', () => {
    const opened = import('./panel.js').then(({ toggleGuess }) => toggleGuess(watch));
    busyWhile(opened.catch(() => tell(() => t('hall.failed'))));
  });
  const asked = keptAsked();
  if (!asked) return;
  const { session } = watch;
  if (!isReload() || asked.lesson !== session.lesson.id) {
    keepAsked(undefined);
    return;
  }
  // Before anything is drawn that would tell.
  session.keepSecret(true);
  const resumed = import('./panel.js').then(({ resumeGuess }) => resumeGuess(watch, asked));
  const fail = () => {
    session.keepSecret(false);
    tell(() => t('hall.failed'));
  };
  busyWhile(resumed.catch(fail));
}
