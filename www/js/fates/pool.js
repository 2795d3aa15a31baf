// Hands out the parts of a map to workers, one a core, the coarse ones first. A change starts a new
// map at once: what workers still bring of the old one is dropped. A worker that dies is replaced,
// and its part is done again.

import { Hand } from './hand.js';

/** @import { Job, MapRequest, Tile } from './hand.js' */

/** Every 16th pixel first, then the ones between, to the last. */
const STRIDES = [16, 8, 4, 2, 1];
/** What a part may take, in milliseconds: short, so that a change does not wait for long. */
const PART = 40;
/** Parts that a worker has: the page may be late with the next one, and the worker goes on. */
const AHEAD = 2;
/**
 * A worker that is longer than this at a part of an old map, in milliseconds, is replaced: the parts of a
 * large experiment take minutes.
 */
const LATE = 500;
/** A map that kills this many workers is given up. */
const MOST_DEATHS = 3;
/** How often a look is taken at workers that say nothing, in milliseconds. */
const SECOND = 1000;

export class FatePool {
  /** @type {Hand[]} */
  #hands = [];
  /** @type {Job[]} */
  #jobs = [];
  #generation = 0;
  #deaths = 0;
  #isPaused = false;
  /** Pixels that have not come yet. */
  #left = 0;
  /** @type {MapRequest | undefined} */
  #request;
  /** Milliseconds that a pixel took of late. */
  #pixelTime = 1;
  /** The clock of the present map. */
  #clock = 0;

  /**
   * @param {(job: Job, tile: Tile) => boolean} onTile says whether that is what the job asks for
   * @param {(left: number) => void} onProgress told how many pixels are still to come
   * @param {() => void} onFailure told that the rest of the map will not come
   */
  constructor(onTile, onProgress, onFailure) {
    this.onTile = onTile;
    this.onProgress = onProgress;
    this.onFailure = onFailure;
  }

  /**
   * Starts a map, in place of the one that is under way.
   *
   * @param {MapRequest} request
   */
  start(request) {
    this.#request = request;
    this.#generation += 1;
    this.#deaths = 0;
    this.#pixelTime = 1;
    this.#isPaused = false;
    this.#left = request.rows * request.columns;
    this.#jobs = STRIDES.map((stride) => ({ stride, from: 0, to: request.rows }));
    const cores = Math.max(1, Math.min(16, navigator.hardwareConcurrency || 2));
    while (this.#hands.length < cores) this.#hire();
    for (const hand of this.#hands) this.#next(hand);
    clearInterval(this.#clock);
    this.#clock = window.setInterval(() => {
      for (const hand of [...this.#hands]) hand.tick();
    }, SECOND);
    this.#leaveLate();
  }

  /** Hands out no more parts of the map that is under way, until it is to go on. */
  pause() {
    this.#isPaused = true;
  }

  /** Goes on with the map. */
  resume() {
    this.#isPaused = false;
    for (const hand of this.#hands) this.#next(hand);
  }

  /** Gives up the map that is under way. */
  stop() {
    // A drag stops in each of its frames what may have stopped long ago.
    if (!this.#request) return;
    this.#request = undefined;
    this.#jobs = [];
    this.#generation += 1;
    clearInterval(this.#clock);
    this.#leaveLate();
  }

  /** Replaces workers that are still at an old map a little later, unless that is left by then, too. */
  #leaveLate() {
    const generation = this.#generation;
    setTimeout(() => {
      if (generation !== this.#generation) return;
      const late = this.#hands.filter(({ orders: [at] }) => at && at.generation !== generation);
      for (const hand of late) hand.dismiss();
      this.#hands = this.#hands.filter((hand) => !late.includes(hand));
      this.#jobs.unshift(...this.#under(late));
      if (this.#request) for (const _ of late) this.#next(this.#hire());
    }, LATE);
  }

  #hire() {
    /** @type {Hand} */
    const hand = new Hand(
      ({ job, generation }, tile) => {
        const isOld = generation !== this.#generation;
        const isTaken = isOld || this.onTile(job, tile);
        if (!isOld && isTaken) {
          const pixels = Math.max(1, tile.kinds.length);
          this.#pixelTime = 0.5 * (this.#pixelTime + tile.milliseconds / pixels);
          this.#left -= tile.kinds.length;
          this.onProgress(this.#left);
        }
        if (isTaken) this.#next(hand);
        return isTaken;
      },
      () => this.#bury(hand),
    );
    this.#hands.push(hand);
    return hand;
  }

  /** @param {Hand} hand */
  #bury(hand) {
    this.#hands = this.#hands.filter((other) => other !== hand);
    this.#deaths += 1;
    this.#jobs.unshift(...this.#under([hand]));
    if (this.#deaths < MOST_DEATHS) {
      this.#next(this.#hire());
    } else if (this.#request) {
      this.stop();
      // The others may be at the same: the next map has workers of its own.
      for (const other of this.#hands) other.dismiss();
      this.#hands = [];
      this.onFailure();
    }
  }

  /** @param {Hand} hand that may have parts of an old map yet, which it finishes first */
  #next(hand) {
    const generation = this.#generation;
    while (this.#request && !this.#isPaused && hand.orders.length < AHEAD) {
      const job = this.#take(this.#request);
      if (!job) return;
      const request = hand.generation === generation ? undefined : this.#request;
      hand.generation = generation;
      const { columns, work } = this.#request;
      hand.give({ job, generation, pixels: pixels(job, columns), work }, request);
    }
  }

  /**
   * Parts of the present map that hands are at.
   *
   * @param {Hand[]} hands
   */
  #under(hands) {
    const orders = hands.flatMap((hand) => hand.orders);
    return orders.filter((order) => order.generation === this.#generation).map(({ job }) => job);
  }

  /**
   * The next part: as many rows as fit into its time.
   *
   * @param {MapRequest} request
   */
  #take({ columns }) {
    const [pass] = this.#jobs;
    if (!pass) return undefined;
    const inRow = Math.ceil(columns / pass.stride);
    const rows = Math.max(1, Math.floor(PART / this.#pixelTime / inRow));
    const to = Math.min(pass.to, pass.from + rows * pass.stride);
    const job = { ...pass, to };
    pass.from = to;
    if (to >= pass.to) this.#jobs.shift();
    return job;
  }
}

/**
 * Pixels of a job, with those that a coarser stride has.
 *
 * @param {Job} job
 * @param {number} columns of the map
 */
function pixels({ stride, from, to }, columns) {
  return Math.ceil((to - from) / stride) * Math.ceil(columns / stride);
}
