// The button that lets the picture of two axes stand up in three dimensions. What draws it is fetched when
// it is first pressed.

import { pixelAt } from '../canvas.js';
import { byId, setAttribute, setHidden, setText } from '../dom.js';
import { busyWhile, on, publish } from '../frames.js';
import { t } from '../locale.js';
import { tell } from '../notice.js';

/** @import { Axes } from '../network/axes.js' */
/** @import { Session } from '../session.js' */
/** @import { ReliefPicture } from './picture.js' */

/** @type {ReliefPicture | undefined} */
let picture;

/**
 * The picture in three dimensions, while it is what is shown.
 *
 * @param {Session} session
 */
export const shownRelief = (session) => (session.isRelief ? picture : undefined);

/**
 * Where on the flat picture the place lies that a pointer is at; undefined where that is none.
 *
 * @param {Session} session
 * @param {HTMLCanvasElement} canvas of the flat picture
 * @param {PointerEvent} event
 */
export function pointAt(session, canvas, event) {
  if (!session.isRelief) return pixelAt(canvas, event);
  const [across, away] = picture?.placeAt(event) ?? [];
  if (across === undefined || away === undefined) return undefined;
  const [x = 0, y = 0] = session.lab.pixel_of(across, away);
  return { x, y };
}

/**
 * @param {Session} session
 * @param {Axes} axes
 */
export function mountRelief(session, axes) {
  const main = byId('main', HTMLElement);
  const button = byId('relief', HTMLButtonElement);
  const hint = byId('surface-hint', HTMLElement);
  let isComing = false;

  const fetchPicture = async () => {
    try {
      const { openPicture } = await import('./picture.js');
      picture = await openPicture(session, axes);
      publish('mode');
    } catch {
      session.setRelief(false);
      tell(() => t('relief.failed'));
    } finally {
      isComing = false;
    }
  };
  button.addEventListener('click', () => session.setRelief(!session.isRelief));
  on(['lesson', 'axes', 'mode', 'words'], () => {
    const { isRelief } = session;
    setHidden(button, session.info.view.length !== 2);
    setAttribute(button, 'aria-pressed', String(isRelief));
    main.toggleAttribute('data-relief', isRelief && picture !== undefined);
    setText(hint, t(isRelief ? 'relief.hint' : 'surface.hint'));
    if (!isRelief || picture || isComing) return;
    isComing = true;
    busyWhile(fetchPicture());
  });
}
