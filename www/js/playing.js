// Moving the cursor over a finished run, and playing it.

/** @import { Session } from './session.js' */

/**
 * What the transport's buttons move along. `play` goes on by itself until `pause`, and tells when it has come to
 * the end.
 *
 * @typedef {{
 *   readonly isAtStart: boolean, readonly isAtEnd: boolean,
 *   first(): void, back(): void, forward(): void, last(): void,
 *   play(ended: () => void): void, pause(): void,
 * }} Course
 */

/** Whoever asks for less motion sees playing as a few still pictures a second. */
export const calm = matchMedia('(prefers-reduced-motion: reduce)');
const CALM_INTERVAL = 0.5;
/**
 * Most of a descent happens in its first steps: playing takes its time for these and gets faster
 * with every step, twice as fast at this one.
 */
const DOUBLING = 50;
/**
 * Where a run is that is played from its start to its end in a given time.
 *
 * @param {number} part of that time, from 0 to 1
 * @param {number} last step
 * @param {number} doubling the step at which it goes twice as fast as at first; Infinity for an even pace
 */
export const playedStep = (part, last, doubling) =>
  doubling === Infinity ? part * last : doubling * Math.expm1(part * Math.log1p(last / doubling));

/** A frame that comes late (a tab in the background) counts for no more than this, in seconds. */
const LONGEST_FRAME = 0.25;

/**
 * A run, step by step.
 *
 * @param {Session} session
 * @param {() => number} speed steps a second at the beginning of a run
 * @returns {Course}
 */
export function runCourse(session, speed) {
  let playing = false;
  /** The step that playing has come to, with the fraction that a frame leaves over. */
  let position = 0;
  let previous = 0;

  return {
    get isAtStart() {
      return session.step === 0;
    },
    get isAtEnd() {
      return session.step === session.last;
    },
    first: () => session.show(0),
    back: () => session.show(session.step - 1),
    forward: () => session.show(session.step + 1),
    last: () => session.show(session.last),
    play(ended) {
      playing = true;
      if (session.step >= session.last) session.show(0);
      position = session.step;
      previous = performance.now();
      /** @param {number} now */
      const tick = (now) => {
        if (!playing) return;
        const passed = (now - previous) / 1000;
        if (!calm.matches || passed >= CALM_INTERVAL) {
          previous = now;
          // The cursor may have been moved by hand meanwhile: go on from there.
          if (Math.floor(position) !== session.step) position = session.step;
          const limit = calm.matches ? CALM_INTERVAL : LONGEST_FRAME;
          const pace = speed() * (1 + position / DOUBLING);
          position += pace * Math.min(passed, limit);
          session.show(Math.floor(position));
          if (position >= session.last && session.verdict) ended();
        }
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    },
    pause() {
      playing = false;
    },
  };
}
