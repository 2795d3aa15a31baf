// Nearer, farther, and all of the path, for whoever has no wheel.

import { byId } from '../dom.js';
import { shownRelief } from '../relief/relief.js';
import { NEARER } from './gestures.js';

/** @import { Session } from '../session.js' */

/** @param {Session} session */
export function mountZoomButtons(session) {
  /** @param {number} factor */
  const zoom = (factor) => {
    const relief = shownRelief(session);
    if (relief) return relief.zoom(1 / factor);
    const box = session.lab.plot_rectangle();
    if (!box) return;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    session.tryRanges(session.lab.ranges_zoomed(x, y, factor));
  };
  byId('zoom-in', HTMLButtonElement).addEventListener('click', () => zoom(NEARER ** 2));
  byId('zoom-out', HTMLButtonElement).addEventListener('click', () => zoom(NEARER ** -2));
  byId('zoom-fit', HTMLButtonElement).addEventListener('click', () => {
    const relief = shownRelief(session);
    if (relief) relief.reset();
    else session.tryRanges(session.lab.ranges_fitting());
  });
}
