// Tabs that the first page does not show: what each takes is fetched when it is first opened.

import { busyWhile, on, publish } from './frames.js';
import { t } from './locale.js';
import { tell } from './notice.js';

/** @import { View } from './network/look.js' */
/** @import { Watch } from './network/watch.js' */

/**
 * Has a tab filled when it is first opened; where that fails, when it is opened again.
 *
 * @template Panel
 * @param {Watch} watch
 * @param {View[]} views in which it is seen
 * @param {() => Promise<Panel>} fetch what fills it
 * @param {(panel: Panel) => void} mount
 */
export function whenOpened(watch, views, fetch, mount) {
  let isFetched = false;
  const open = async () => {
    mount(await fetch());
    // What was mounted in this frame is filled in the next one.
    publish('watch', 'view');
  };
  on(['watch', 'view'], () => {
    if (isFetched || !views.includes(watch.view)) return;
    isFetched = true;
    busyWhile(
      open().catch(() => {
        isFetched = false;
        tell(() => t('problem.failed'));
      }),
    );
  });
}
