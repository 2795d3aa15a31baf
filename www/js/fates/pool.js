// Hands out the parts of a map to workers, one a core, the coarse ones first. A change starts a new
// map at once: what workers still bring of the old one is dropped. A worker that dies is replaced,
// and its part is done again.

import { laboratory } from '../laboratory.js';

/**
 * @typedef {import('../../pkg/downhill_web.js').MapRequest} MapRequest
 * @typedef {{ kinds: Uint8Array, numbers: Float64Array }} Tile as FateTile says
 *
 * A band of rows at a stride: every stride-th pixel that no coarser stride has.
 * @typedef {{ stride: number, from: number, to: number }} Job
 *
 * @typedef {object} Hand
 * @property {Worker} worker
 * @property {{ job: Job, generation: number }[]} orders that it has, the one that it is at first
 * @property {number} generation of the map that it knows
 */

/** Every 16th pixel first, then the ones between, to the last. */
const STRIDES = [16, 8, 4, 2, 1];
/** What a part may take, in milliseconds: short, so that a change does not wait for long. */
const PART = 40;
/** Parts that a worker has: the page may be late with the next one, and the worker goes on. */
const AHEAD = 2;
/** A map that kills this many workers is given up. */
const MOST_DEATHS = 3;

export class FatePool {
  /** @type {Hand[]} */
  #hands = [];
  /** @type {Job[]} */
  #jobs = [];
  #generation = 0;
  #deaths = 0;
  /** @type {MapRequest | undefined} */
  #request;
  /** Milliseconds that a pixel took of late. */
  #pixelTime = 1;

  /**
   * @param {(job: Job, tile: Tile) => void} onTile
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
    this.#jobs = STRIDES.map((stride) => ({ stride, from: 0, to: request.rows }));
    const cores = Math.max(1, Math.min(16, navigator.hardwareConcurrency || 2));
    while (this.#hands.length < cores) this.#hire();
    for (const hand of this.#hands) this.#next(hand);
  }

  /** Stops the map that is under way. */
  stop() {
    this.#request = undefined;
    this.#jobs = [];
    this.#generation += 1;
  }

  #hire() {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    /** @type {Hand} */
    const hand = { worker, orders: [], generation: -1 };
    // Compiled already: each worker would take as long for it as the page did.
    worker.postMessage({ laboratory: laboratory() });
    worker.addEventListener('message', ({ data }) => {
      hand.orders.shift();
      if (data.generation === this.#generation) {
        const pixels = Math.max(1, data.kinds.length);
        this.#pixelTime = 0.5 * (this.#pixelTime + data.milliseconds / pixels);
        this.onTile(data.job, data);
        this.onProgress(this.#left());
      }
      this.#next(hand);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      worker.terminate();
      this.#hands = this.#hands.filter((other) => other !== hand);
      this.#deaths += 1;
      this.#jobs.unshift(...this.#under([hand]));
      if (this.#deaths < MOST_DEATHS) {
        this.#next(this.#hire());
      } else if (this.#request) {
        this.stop();
        this.onFailure();
      }
    });
    this.#hands.push(hand);
    return hand;
  }

  /** @param {Hand} hand that may have parts of an old map yet, which it finishes first */
  #next(hand) {
    const generation = this.#generation;
    while (this.#request && hand.orders.length < AHEAD) {
      const job = this.#take(this.#request);
      if (!job) return;
      const request = hand.generation === generation ? undefined : this.#request;
      hand.generation = generation;
      hand.orders.push({ job, generation });
      hand.worker.postMessage({ generation, request, job });
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

  #left() {
    const columns = this.#request?.columns ?? 0;
    return [...this.#jobs, ...this.#under(this.#hands)].reduce(
      (sum, { stride, from, to }) =>
        sum + Math.ceil((to - from) / stride) * Math.ceil(columns / stride),
      0,
    );
  }
}
