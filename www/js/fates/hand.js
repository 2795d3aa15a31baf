// A worker with the parts of maps that it has been given. It is dead when it says so, when what it
// sends cannot be read or is no part of a map, and when nothing has come of it for too long.

import { startWorker } from '../carried.js';
import { laboratoryModules } from '../laboratory.js';

/**
 * @typedef {import('../../pkg/downhill_web.js').MapRequest} MapRequest
 * @typedef {object} Tile as FateTile says
 * @property {Uint8Array} kinds
 * @property {Float64Array} numbers
 * @property {Float64Array} sensitivities
 * @property {Uint8Array} ends
 * @property {Float64Array} minima
 *
 * A band of rows at a stride: every stride-th pixel that no coarser stride has.
 * @typedef {{ stride: number, from: number, to: number }} Job
 *
 * @typedef {object} Order
 * @property {Job} job
 * @property {number} generation of the map that it is a part of
 * @property {number} pixels that it has, about
 * @property {number} work of a start: products to compute
 */

/** Seconds in which every part comes, also on a busy machine. */
const PATIENCE = 20;
/** And a second more for as many products: no machine is slower. */
const PRODUCTS = 1e7;

export class Hand {
  /** @type {Order[]} that it has, the one that it is at first */
  orders = [];
  /** Of the map that it knows. */
  generation = -1;
  /** Seconds since something came of it. */
  #silence = 0;
  #isDead = false;
  #worker = startWorker(new URL('./worker.js', import.meta.url));
  /** Done when the worker has what it computes with. */
  #equipped;

  /**
   * @param {(order: Order, tile: Tile & { milliseconds: number }) => boolean} onTile says whether it is
   *     a part of the map
   * @param {() => void} onDeath
   */
  constructor(onTile, onDeath) {
    this.onDeath = onDeath;
    // Compiled by the page, once: each worker would take as long for it.
    this.#equipped = laboratoryModules().then((modules) => this.#worker.postMessage({ modules }));
    this.#equipped.catch(() => this.#die());
    this.#worker.addEventListener('message', ({ data }) => {
      // What it has sent before it was given up is done by another.
      if (this.#isDead) return;
      const order = this.orders.shift();
      this.#silence = 0;
      if (order && isTile(data) && onTile(order, data)) return;
      if (order) this.orders.unshift(order);
      this.#die();
    });
    this.#worker.addEventListener('messageerror', () => this.#die());
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#die();
    });
  }

  /**
   * @param {Order} order
   * @param {MapRequest} [request] the map, where it does not know it
   */
  give(order, request) {
    if (this.orders.length === 0) this.#silence = 0;
    this.orders.push(order);
    const { generation, job } = order;
    this.#equipped.then(
      () => this.#worker.postMessage({ generation, request, job }),
      () => {},
    );
  }

  /** A second has passed. The time that a machine sleeps is none. */
  tick() {
    const [order] = this.orders;
    if (!order) return;
    this.#silence += 1;
    if (this.#silence > PATIENCE + (order.work * order.pixels) / PRODUCTS) this.#die();
  }

  /** Nothing more comes of it. */
  dismiss() {
    this.#isDead = true;
    this.#worker.terminate();
  }

  #die() {
    if (this.#isDead) return;
    this.dismiss();
    this.onDeath();
  }
}

/**
 * @param {unknown} data
 * @returns {data is Tile & { milliseconds: number }}
 */
function isTile(data) {
  if (typeof data !== 'object' || data === null) return false;
  const { kinds, numbers, sensitivities, ends, minima, milliseconds } =
    /** @type {Record<string, unknown>} */ (data);
  return (
    kinds instanceof Uint8Array &&
    numbers instanceof Float64Array &&
    sensitivities instanceof Float64Array &&
    ends instanceof Uint8Array &&
    minima instanceof Float64Array &&
    Number.isFinite(milliseconds)
  );
}
