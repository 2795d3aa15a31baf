// Has runs done by a worker, one after the other.

import { startWorker } from '../carried.js';
import { busyWhile } from '../frames.js';
import { laboratoryModules } from '../laboratory.js';

/** @import { Ended } from './company.js' */
/** @import { News, Order, Race } from './run-worker.js' */

/** @typedef {(news: { run: Float64Array, ended: Ended }) => void} Take */

export class Runner {
  /** @type {Worker | undefined} */
  #worker;
  /** Done when the worker has what it computes with. */
  #equipped = Promise.resolve();
  #last = 0;
  /** Runs that are under way, with what ends the waiting for each. @type {Map<number, { take: (news: News) => void, end: () => void }>} */
  #orders = new Map();

  /** @param {() => void} failed what to do where no more will come */
  constructor(failed) {
    this.failed = failed;
  }

  /**
   * @param {Omit<Order, 'id'>} order
   * @param {Take} take
   */
  run(order, take) {
    this.#order(order, (news) => {
      if ('run' in news) take(news);
    });
  }

  /**
   * @param {object} order
   * @param {(news: News) => void} take
   */
  #order(order, take) {
    const worker = (this.#worker ??= this.#hire());
    const id = ++this.#last;
    busyWhile(new Promise((end) => this.#orders.set(id, { take, end })));
    this.#equipped.then(
      () => worker.postMessage({ ...order, id }),
      () => {
        if (worker === this.#worker) this.#fail();
      },
    );
  }

  /**
   * Has the best of many rates found for every rule.
   *
   * @param {Omit<Race, 'id'>['race']} race
   * @param {(racers: object[]) => void} take documents
   */
  race(race, take) {
    this.#order({ race }, (news) => take('racers' in news ? news.racers : []));
  }

  /** Forgets what is under way. */
  callOff() {
    if (this.#orders.size === 0) return;
    this.#worker?.terminate();
    this.#worker = undefined;
    const orders = [...this.#orders.values()];
    this.#orders.clear();
    for (const { end } of orders) end();
  }

  #hire() {
    const worker = startWorker(new URL('./run-worker.js', import.meta.url));
    this.#equipped = laboratoryModules().then((modules) => worker.postMessage({ modules }));
    worker.addEventListener('message', (/** @type {MessageEvent<News>} */ { data }) => {
      const order = this.#orders.get(data.id);
      // One that was called off may have spoken before.
      if (worker !== this.#worker || !order) return;
      this.#orders.delete(data.id);
      order.take(data);
      order.end();
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#fail();
    });
    return worker;
  }

  #fail() {
    this.callOff();
    this.failed();
  }
}
