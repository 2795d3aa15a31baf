// The switch between the picture, the network and its layers.

import { byId, setAttribute } from '../dom.js';
import { on } from '../frames.js';

/** @import { Watch, View } from './watch.js' */

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
    byId('network', HTMLElement).hidden = watch.view === 'picture';
    byId('inspector', HTMLElement).hidden = watch.view === 'picture';
    byId('layers', HTMLElement).hidden = watch.view !== 'layers';
    byId('walk', HTMLElement).hidden = watch.view !== 'network';
  });
}
