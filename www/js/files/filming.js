// An animation of the run: its pictures, one after the other, handed to a worker that makes a file of them.

import { startWorker } from '../carried.js';
import { compiledModule } from '../laboratory.js';
import { playedStep } from '../playing.js';
import { Stills } from './stills.js';

/** @import { Watch } from '../network/watch.js' */
/** @import { Answer, Order } from './animation-worker.js' */
/** @import { Part } from './frame.js' */

/**
 * @typedef {object} Wish
 * @property {Part[]} parts what is seen
 * @property {number} width of a picture, in pixels
 * @property {number} height
 * @property {number} seconds how long it moves
 * @property {number} pace pictures a second
 * @property {boolean} isEven whether it goes at an even pace, and not slowly at first
 */

/** How long the last picture is seen, in hundredths of a second. */
const HOLD = 100;
/** Most of a descent happens in its first steps: it goes twice as fast at this one. */
const DOUBLING = 5;
/** Pictures at so many parts of the run show what colours there are. */
const SAMPLES = [0, 0.5, 1];

/** Why there is no animation: the reader does not want it any more, or the run has become another one. */
export class Ended extends Error {
  /** @param {'cancelled' | 'changed'} why */
  constructor(why) {
    super(why);
    this.why = why;
  }
}

/**
 * @param {Wish} wish
 * @returns {number} how many pictures it has
 */
export const pictureCount = ({ seconds, pace }) => seconds * pace;

/**
 * The file. The page stays what it is, and goes on.
 *
 * @param {Watch} watch
 * @param {Wish} wish
 * @param {{ signal: AbortSignal, tell: (share: number) => void }} beside `tell` hears how far it is, from 0 to 1
 * @returns {Promise<Blob>}
 * @throws {Ended}
 */
export async function film(watch, wish, { signal, tell }) {
  const { session } = watch;
  const { lab, restarts } = session;
  const check = () => {
    if (signal.aborted) throw new Ended('cancelled');
    if (session.lab !== lab || session.restarts !== restarts) throw new Ended('changed');
  };
  // A run is trained in the frames of the page.
  while (!session.verdict && session.judged === undefined) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    check();
  }
  const { last } = session;
  const doubling = wish.isEven ? Infinity : DOUBLING;
  const stepAt = (/** @type {number} */ part) => Math.round(playedStep(part, last, doubling));
  const count = pictureCount(wish);
  const { width, height } = wish;
  const stills = new Stills(watch, wish, check);
  const worker = new Encoder(signal);
  try {
    const samples = new Uint8ClampedArray(4 * width * height * SAMPLES.length);
    for (const [index, part] of SAMPLES.entries()) {
      samples.set(await stills.pixels(stepAt(part)), 4 * width * height * index);
      check();
    }
    const module = await compiledModule('animation/downhill_animation_bg.wasm');
    let ready = worker.ask({ module, width, height, samples }, samples);
    for (let index = 0; index < count; index += 1) {
      const pixels = await stills.pixels(stepAt(index / (count - 1)));
      await ready;
      check();
      tell(index / count);
      const isLast = index === count - 1;
      ready = worker.ask({ pixels, delay: isLast ? HOLD : Math.round(100 / wish.pace) }, pixels);
    }
    await ready;
    const { file } = await worker.ask({ ends: true });
    check();
    if (!file) throw new Error('no file');
    return new Blob([file], { type: 'image/gif' });
  } finally {
    worker.end();
    stills.end();
  }
}

/** The worker, asked one thing after the other. */
class Encoder {
  #worker = startWorker(new URL('./animation-worker.js', import.meta.url));
  /** @type {{ resolve: (answer: Answer) => void, reject: (reason: Error) => void } | undefined} */
  #asked;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.#worker.addEventListener('message', ({ data }) => this.#asked?.resolve(data));
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#asked?.reject(new Error(event.message));
    });
    signal.addEventListener('abort', () => this.#asked?.reject(new Ended('cancelled')));
  }

  /**
   * @param {Order} order
   * @param {Uint8ClampedArray} [pixels] that are handed over, and are here no more
   * @returns {Promise<Answer>}
   */
  ask(order, pixels) {
    const answer = new Promise((resolve, reject) => (this.#asked = { resolve, reject }));
    // It may fail before anybody waits for it.
    answer.catch(() => {});
    this.#worker.postMessage(order, pixels ? [pixels.buffer] : []);
    return answer;
  }

  end() {
    this.#worker.terminate();
  }
}
