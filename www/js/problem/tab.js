// The tab in which the problem itself is edited. What it takes is fetched when it is first opened.

import { byId } from '../dom.js';
import { whenOpened } from '../tabs.js';

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
  const fetch = () => import('./panel.js');
  whenOpened(watch, ['problem'], fetch, ({ mountPanel }) => isThere(mountPanel(section, watch)));
}
