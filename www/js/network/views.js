// The switch between the picture, the network, its layers and its outputs.

import { byId, setAttribute, setHidden } from '../dom.js';
import { on } from '../frames.js';

/** @import { View } from './look.js' */
/** @import { Watch } from './watch.js' */

/**
 * In which views a part of the page is there.
 *
 * @type {Record<string, View[]>}
 */
const PARTS = {
  network: ['network', 'layers'],
  inspector: ['network', 'layers'],
  layers: ['layers'],
  walk: ['network'],
  outputs: ['outputs'],
  problem: ['problem'],
  samples: ['outputs'],
};

/** @param {Watch} watch */
export function mountViews(watch) {
  const main = byId('main', HTMLElement);
  const views = byId('views', HTMLElement);
  const buttons = [...views.querySelectorAll('button')];
  for (const button of buttons) {
    button.addEventListener('click', () => watch.show(/** @type {View} */ (button.value)));
  }
  on(['watch', 'view'], () => {
    setAttribute(main, 'data-view', watch.view);
    for (const button of buttons) {
      setAttribute(button, 'aria-pressed', String(button.value === watch.view));
    }
    for (const [id, views] of Object.entries(PARTS)) {
      setHidden(byId(id, HTMLElement), !views.includes(watch.view));
    }
  });
}
