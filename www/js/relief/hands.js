// Hands on the picture in three dimensions: what they grip moves, all else turns.

import { pixelAt } from '../canvas.js';
import { publish } from '../frames.js';
import { attempt } from '../notice.js';

/** @import { Relief } from '../../relief/downhill_relief.js' */
/** @import { Session } from '../session.js' */

/** How far around a mark it is gripped, in pixels of the page. */
const REACH = 16;
const FINGERTIP = 28;
/** So far a hand trembles, in pixels of the page. */
const TREMBLE = 5;
/** An arrow key turns as a hand that goes so far, in pixels of the page. */
const KEY_TURN = 12;
/** A notch of a wheel, in the pixels that browsers count for it, and to a line of text. */
const NOTCH = 120;
const LINE = 16;
const NEARER = 1.15;
/** What is left of a turn after a frame in which nothing holds it. */
const FADES = 0.93;
/** A hand that has rested so long before it lets go throws nothing, in milliseconds. */
const REST = 40;

/** Keys that turn, with Alt, as ways to the right and down. */
const ARROWS = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

const wantsCalm = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * @typedef {object} Hand
 * @property {number} x
 * @property {number} y
 * @property {boolean} grips whether it has hold of the start
 * @property {boolean} hasMoved
 */

/**
 * @param {Session} session
 * @param {HTMLElement} plot
 * @param {HTMLCanvasElement} canvas of the picture's size
 * @param {Relief} relief
 */
export function watchHands(session, plot, canvas, relief) {
  /** @type {Map<number, Hand>} */
  const hands = new Map();
  let thrown = { right: 0, down: 0, at: 0 };
  let throwing = 0;

  /**
   * @param {number} right
   * @param {number} down
   */
  const turn = (right, down) => {
    relief.turn(right, down);
    publish('turn');
  };
  const reset = () => {
    cancelAnimationFrame(throwing);
    relief.reset();
    publish('turn');
  };
  /** @param {ArrayLike<number>} place */
  const setStart = ({ 0: x, 1: y }) => {
    if (x !== undefined) attempt(() => session.setStart(x, y));
  };
  /** @param {PointerEvent} event */
  const isNearMarks = (event) => {
    const { x, y } = pixelAt(canvas, event);
    const reach = (event.pointerType === 'touch' ? FINGERTIP : REACH) * devicePixelRatio;
    return [relief.ball(), relief.start()].some(
      ([left, top]) => left !== undefined && top !== undefined && Math.hypot(left - x, top - y) <= reach,
    );
  };
  const goOn = () => {
    thrown.right *= FADES;
    thrown.down *= FADES;
    if (Math.hypot(thrown.right, thrown.down) < 0.1 || !session.isRelief) return;
    turn(thrown.right, thrown.down);
    throwing = requestAnimationFrame(goOn);
  };

  plot.addEventListener('pointerdown', (event) => {
    if (!session.isRelief || event.button !== 0) return;
    cancelAnimationFrame(throwing);
    plot.setPointerCapture(event.pointerId);
    const grips = hands.size === 0 && isNearMarks(event);
    hands.set(event.pointerId, { x: event.clientX, y: event.clientY, grips, hasMoved: false });
    thrown = { right: 0, down: 0, at: 0 };
    plot.toggleAttribute(grips ? 'data-dragging' : 'data-moving', true);
  });
  plot.addEventListener('pointermove', (event) => {
    const hand = hands.get(event.pointerId);
    if (!hand) {
      if (session.isRelief) plot.toggleAttribute('data-grip', isNearMarks(event));
      return;
    }
    const right = event.clientX - hand.x;
    const down = event.clientY - hand.y;
    if (!hand.hasMoved && Math.hypot(right, down) <= TREMBLE) return;
    const before = apart(hands);
    const next = { ...hand, x: event.clientX, y: event.clientY, hasMoved: true };
    hands.set(event.pointerId, next);
    if (hand.grips) {
      const { x, y } = pixelAt(canvas, event);
      setStart(relief.reached_at(x, y));
      return;
    }
    const after = apart(hands);
    if (before && after) relief.zoom(after / before);
    // Two fingers turn by what is between them.
    turn(right / hands.size, down / hands.size);
    thrown = { right, down, at: event.timeStamp };
  });
  /** @param {PointerEvent} event */
  const end = (event) => {
    const hand = hands.get(event.pointerId);
    if (!hand) return;
    hands.delete(event.pointerId);
    plot.toggleAttribute('data-dragging', false);
    plot.toggleAttribute('data-moving', false);
    if (event.type !== 'pointerup') return;
    if (!hand.hasMoved) {
      const { x, y } = pixelAt(canvas, event);
      setStart(relief.place_at(x, y));
    } else if (!hand.grips && !wantsCalm.matches && event.timeStamp - thrown.at < REST) {
      goOn();
    }
  };
  for (const type of /** @type {const} */ (['pointerup', 'pointercancel', 'lostpointercapture'])) {
    plot.addEventListener(type, end);
  }
  plot.addEventListener('dblclick', (event) => {
    if (!session.isRelief) return;
    const { x, y } = pixelAt(canvas, event);
    // On the ground each of its clicks has moved the start.
    if (relief.place_at(x, y).length === 0) reset();
  });
  plot.addEventListener('wheel', (event) => {
    const scrolls = document.documentElement.scrollHeight > innerHeight + 1;
    if (!session.isRelief || (scrolls && !event.ctrlKey)) return;
    event.preventDefault();
    const turned = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE);
    const notches = ((event.ctrlKey ? 5 : 1) * turned) / NOTCH;
    relief.zoom(NEARER ** -Math.max(-3, Math.min(3, notches)));
    publish('turn');
  }, { passive: false });
  plot.addEventListener('keydown', (event) => {
    if (!session.isRelief || event.ctrlKey || event.metaKey) return;
    const arrow = event.altKey ? ARROWS.get(event.key) : undefined;
    if (arrow) turn(KEY_TURN * (arrow[0] ?? 0), KEY_TURN * (arrow[1] ?? 0));
    else if (event.key === 'Home' || event.key === '0') reset();
    else if (event.key === '-') relief.zoom(1 / NEARER);
    else if (event.key === '+' || event.key === '=') relief.zoom(NEARER);
    else return;
    event.preventDefault();
    publish('turn');
  });
}

/**
 * How far two fingers are apart.
 *
 * @param {Map<number, Hand>} hands
 */
function apart(hands) {
  const [one, other] = hands.values();
  return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : undefined;
}
