// Has runs judged by a worker, one at a time. Who changes the experiment calls the judgement off: the
// worker is ended, and another one takes the next run.

import { startWorker } from '../carried.js';
import { busyWhile } from '../frames.js';
import { laboratoryModules } from '../laboratory.js';

/** @import { Judgement } from '../../pkg/downhill_web.js' */
/** @import { News, Order } from './judge-worker.js' */

export class Judge {
  /** @type {Worker | undefined} */
  #worker;
  /** Done when the worker has what it computes with. */
  #equipped = Promise.resolve();
  /** Ends the waiting for the run that is being judged; undefined where there is none. */
  #settle = /** @type {(() => void) | undefined} */ (undefined);

  /**
   * @param {object} told of the run that is being judged
   * @param {(share: number) => void} told.share how far it is, from 0 to 1
   * @param {(bestError: number) => void} told.bestError the smallest error, as soon as it is known
   * @param {(judgement: Judgement) => void} told.judgement what comes last
   * @param {() => void} told.failure that no judgement will come
   */
  constructor(told) {
    this.told = told;
  }

  /** @param {Order} order */
  judge(order) {
    this.callOff();
    const worker = (this.#worker ??= this.#hire());
    busyWhile(new Promise((resolve) => (this.#settle = resolve)));
    this.#equipped.then(
      () => worker.postMessage(order),
      () => {
        if (worker === this.#worker) this.#fail();
      },
    );
  }

  /** Forgets the run that is being judged, if there is one. */
  callOff() {
    if (!this.#settle) return;
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#end();
  }

  #hire() {
    const worker = startWorker(new URL('./judge-worker.js', import.meta.url));
    this.#equipped = laboratoryModules().then((modules) => worker.postMessage({ modules }));
    worker.addEventListener('message', (/** @type {MessageEvent<News>} */ { data }) => {
      // One that was ended may have spoken before.
      if (worker !== this.#worker) return;
      if ('share' in data) this.told.share(data.share);
      else if ('bestError' in data) this.told.bestError(data.bestError);
      else {
        this.told.judgement(data.judgement);
        this.#end();
      }
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#fail();
    });
    return worker;
  }

  #fail() {
    this.callOff();
    this.told.failure();
  }

  #end() {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.();
  }
}
