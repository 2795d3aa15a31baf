// The button that opens and saves. What it opens is fetched when it is pressed.

import { byId } from '../dom.js';
import { busyWhile } from '../frames.js';
import { t } from '../locale.js';
import { tell } from '../notice.js';
import { mountDropping } from './opening.js';

/** @import { Watch } from '../network/watch.js' */

/** @param {Watch} watch */
export function mountFiles(watch) {
  mountDropping(watch);
  byId('files', HTMLButtonElement).addEventListener('click', () => {
    const opened = import('./panel.js').then(({ openPanel }) => openPanel(watch));
    busyWhile(opened.catch(() => tell(() => t('share.failed'))));
  });
}
