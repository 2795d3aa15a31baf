// Trains a run, a portion of each frame.

/** @import { Lab } from '../pkg/downhill_web.js' */

/** Time that training may take of one frame, in milliseconds. */
export const PORTION = 8;
/** A frame, as most screens have them, in milliseconds. */
const FRAME = 1000 / 60;

/** The training of one run. */
export class Training {
  /** What it has taken so far, in milliseconds. */
  #time = 0;
  #steps = 0;

  /**
   * Trains for a portion.
   *
   * @param {Lab} lab
   * @returns {boolean} whether the run is over
   */
  advance(lab) {
    const begin = performance.now();
    let elapsed = 0;
    let isOver = false;
    // Nothing is known of a step's cost beforehand: begin with one, and double while that is quick.
    for (let steps = 1; !isOver && elapsed < PORTION; elapsed = performance.now() - begin) {
      isOver = lab.advance(steps);
      if (elapsed < PORTION / 4) steps *= 2;
    }
    this.#time += elapsed;
    this.#steps = lab.steps_done;
    return isOver;
  }

  /**
   * How long steps like those so far take in the page, in seconds.
   *
   * @param {number} steps
   */
  seconds(steps) {
    const took = (this.#time * steps) / Math.max(1, this.#steps);
    // What takes longer than a frame has a part of each.
    return (took <= PORTION ? took : (took * FRAME) / PORTION) / 1000;
  }
}
