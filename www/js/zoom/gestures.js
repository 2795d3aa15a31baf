// Nearer, farther, elsewhere: the wheel, two fingers, a drag with Space or the middle button held, keys.

import { isUnsized, pixelAt } from '../canvas.js';
import { byId } from '../dom.js';
import { isSpaceHeld, useSpace } from '../keys.js';

/** @import { Session } from '../session.js' */

/** A notch of a wheel, in the pixels that browsers count for it, brings the picture nearer by this. */
const NOTCH = 120;
export const NEARER = 0.8;
/** Alt and an arrow move the picture by this part of it. */
const KEY_STEP = 0.1;
/** Pixels to a line of text, for wheels that count lines. */
const LINE = 16;

/** @param {Session} session */
export function mountGestures(session) {
  const plot = byId('plot', HTMLElement);
  const picture = byId('plot-path', HTMLCanvasElement);

  plot.addEventListener('wheel', (event) => {
    // A page that is longer than its window scrolls; there Ctrl, or two fingers on a pad, come nearer.
    const scrolls = document.documentElement.scrollHeight > innerHeight + 1;
    if (session.isRelief || isUnsized(picture) || (scrolls && !event.ctrlKey)) return;
    event.preventDefault();
    const turned = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE);
    // What two fingers do on a pad comes in small parts.
    const notches = (event.ctrlKey ? 5 : 1) * (turned / NOTCH);
    const { x, y } = pixelAt(picture, event);
    session.tryRanges(session.lab.ranges_zoomed(x, y, NEARER ** -Math.max(-3, Math.min(3, notches))));
  }, { passive: false });

  watchHand(plot, picture, session);
  watchFingers(plot, picture, session);

  plot.addEventListener('keydown', (event) => {
    if (session.isRelief || event.ctrlKey || event.metaKey) return;
    const ranges = event.altKey ? moved(event.key, session) : zoomed(event.key, session);
    if (!ranges) return;
    event.preventDefault();
    session.tryRanges(ranges);
  });
}

/**
 * @param {string} key
 * @param {Session} session
 */
function zoomed(key, { lab }) {
  const box = lab.plot_rectangle();
  if (key === '0') return lab.ranges_fitting();
  if (!box || !'+=-'.includes(key)) return undefined;
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  return lab.ranges_zoomed(x, y, key === '-' ? 1 / NEARER : NEARER);
}

/**
 * @param {string} key
 * @param {Session} session
 */
function moved(key, { lab }) {
  const box = lab.plot_rectangle();
  if (!box) return undefined;
  const [across, down] = [KEY_STEP * box.width, KEY_STEP * box.height];
  switch (key) {
    case 'ArrowLeft':
      return lab.ranges_moved(across, 0);
    case 'ArrowRight':
      return lab.ranges_moved(-across, 0);
    case 'ArrowUp':
      return lab.ranges_moved(0, down);
    case 'ArrowDown':
      return lab.ranges_moved(0, -down);
    default:
      return undefined;
  }
}

/**
 * A mouse takes hold of the picture itself while Space or its middle button is held.
 *
 * @param {HTMLElement} plot
 * @param {HTMLCanvasElement} picture
 * @param {Session} session
 */
function watchHand(plot, picture, session) {
  /** @type {{ id: number, x: number, y: number } | undefined} */
  let hand;
  plot.addEventListener('pointerdown', (event) => {
    const isHand = event.button === 1 || (event.button === 0 && isSpaceHeld());
    if (!isHand || session.isRelief || event.pointerType === 'touch' || isUnsized(picture)) return;
    event.preventDefault();
    if (isSpaceHeld()) useSpace();
    plot.setPointerCapture(event.pointerId);
    plot.toggleAttribute('data-moving', true);
    hand = { id: event.pointerId, ...pixelAt(picture, event) };
  });
  plot.addEventListener('pointermove', (event) => {
    if (hand?.id !== event.pointerId) return;
    const { x, y } = pixelAt(picture, event);
    session.tryRanges(session.lab.ranges_moved(x - hand.x, y - hand.y));
    hand = { ...hand, x, y };
  });
  plot.addEventListener('lostpointercapture', () => {
    hand = undefined;
    plot.toggleAttribute('data-moving', false);
  });
}

/**
 * Two fingers: what is between them stays between them.
 *
 * @param {HTMLElement} plot
 * @param {HTMLCanvasElement} picture
 * @param {Session} session
 */
function watchFingers(plot, picture, session) {
  /** @type {Map<number, { x: number, y: number }>} */
  const fingers = new Map();
  plot.addEventListener('pointerdown', (event) => {
    if (session.isRelief || event.pointerType !== 'touch' || isUnsized(picture)) return;
    fingers.set(event.pointerId, pixelAt(picture, event));
  });
  plot.addEventListener('pointermove', (event) => {
    if (!fingers.has(event.pointerId)) return;
    const before = grasp(fingers);
    fingers.set(event.pointerId, pixelAt(picture, event));
    const after = grasp(fingers);
    if (!before || !after) return;
    session.tryRanges(session.lab.ranges_moved(after.x - before.x, after.y - before.y));
    if (after.apart > 0) {
      session.tryRanges(session.lab.ranges_zoomed(after.x, after.y, before.apart / after.apart));
    }
  });
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
    plot.addEventListener(end, (event) => {
      if (event instanceof PointerEvent) fingers.delete(event.pointerId);
    });
  }
  // Two fingers here change the picture, and not the page.
  plot.addEventListener('touchmove', (event) => {
    if (event.touches.length === 2 && event.cancelable) event.preventDefault();
  }, { passive: false });
}

/**
 * The middle of two fingers, and how far they are apart.
 *
 * @param {Map<number, { x: number, y: number }>} fingers
 */
function grasp(fingers) {
  const [one, other] = fingers.values();
  if (!one || !other || fingers.size !== 2) return undefined;
  const [x, y] = [(one.x + other.x) / 2, (one.y + other.y) / 2];
  return { x, y, apart: Math.hypot(one.x - other.x, one.y - other.y) };
}
