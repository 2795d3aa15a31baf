// The tab in which the problem itself is edited. What it takes is fetched when it is first opened.

import { byId } from '../dom.js';
import { busyWhile, on } from '../frames.js';
import { t } from '../locale.js';
import { tell } from '../notice.js';

/** @import { Watch } from '../network/watch.js' */

/** @typedef {{ take(file: File): Promise<void> }} Data what takes tables of samples */

/** @type {(data: Data) => void} */
let isThere = () => {};
/** @type {Promise<Data>} */
const data = new Promise((resolve) => (isThere = resolve));

/**
 * Opens the tab with the samples of a file.
 *
 * @param {Watch} watch
 * @param {File} file
 */
export async function takeTable(watch, file) {
  watch.show('problem');
  const { take } = await data;
  await take(file);
}

/** @param {Watch} watch */
export function mountProblem(watch) {
  const section = byId('problem', HTMLElement);
  let isFetched = false;
  on(['watch', 'view'], () => {
    if (watch.view !== 'problem' || isFetched) return;
    isFetched = true;
    busyWhile(
      import('./panel.js').then(
        ({ mountPanel }) => isThere(mountPanel(section, watch)),
        () => {
          isFetched = false;
          tell(() => t('problem.failed'));
        },
      ),
    );
  });
}
