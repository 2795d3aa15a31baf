// Computes parts of maps of fates, away from the page. One map at a time: a new one replaces it.

import { FateWorker } from '../../pkg/downhill_web.js';
import { equip } from '../equipment.js';

/**
 * @typedef {import('../../pkg/downhill_web.js').MapRequest} MapRequest
 * @typedef {import('./hand.js').Job} Job
 * @typedef {{ generation: number, request?: MapRequest, job: Job }} Order
 * @typedef {{ modules: import('../equipment.js').Modules }} Equipment what comes first
 */

let generation = -1;
/** @type {FateWorker | undefined} */
let map;

addEventListener('message', (/** @type {MessageEvent<Order | Equipment>} */ { data }) => {
  if ('modules' in data) {
    equip(data.modules);
    return;
  }
  if (data.request) {
    map?.free();
    const { document, best_error, columns, rows, sides, rates, sensitivity } = data.request;
    const [along, upwards] = [new Float64Array(sides), new Float64Array(rates)];
    map = new FateWorker(document, best_error, columns, rows, along, upwards, sensitivity);
    generation = data.generation;
  }
  if (!map || data.generation !== generation) return;
  const { stride, from, to } = data.job;
  const begin = performance.now();
  const tile = map.compute(stride, from, to);
  const { kinds, numbers, sensitivities, ends, minima } = tile;
  tile.free();
  const milliseconds = performance.now() - begin;
  const lists = { kinds, numbers, sensitivities, ends, minima };
  const transfer = Object.values(lists).map(({ buffer }) => buffer);
  postMessage({ ...lists, milliseconds }, { transfer });
});
