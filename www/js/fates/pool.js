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
 * @property {Job | undefined} job that it is at
 * @property {number} generation of the map that it knows
 */

/** Every 16th pixel first, then the ones between, to the last. */
const STRIDES = [16, 8, 4, 2, 1];
/** What a part may take, in milliseconds: short, so that a change does not wait for long. */
const PART = 40;
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
    const hand = { worker, job: undefined, generation: -1 };
    // Compiled already: each worker would take as long for it as the page did.
    worker.postMessage({ laboratory: laboratory() });
    worker.addEventListener('message', ({ data }) => {
      hand.job = undefined;
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
      if (hand.job && hand.generation === this.#generation) this.#jobs.unshift(hand.job);
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

  /** @param {Hand} hand that is free, or busy with an old map, which it finishes first */
  #next(hand) {
    if (hand.job || !this.#request) return;
    const job = this.#take(this.#request);
    if (!job) return;
    const isNew = hand.generation !== this.#generation;
    hand.job = job;
    hand.generation = this.#generation;
    const request = isNew ? this.#request : undefined;
    hand.worker.postMessage({ generation: this.#generation, request, job });
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
    const waiting = this.#hands.flatMap(({ job }) => (job ? [job] : []));
    const columns = this.#request?.columns ?? 0;
    return [...this.#jobs, ...waiting].reduce(
      (sum, { stride, from, to }) =>
        sum + Math.ceil((to - from) / stride) * Math.ceil(columns / stride),
      0,
    );
  }
}
