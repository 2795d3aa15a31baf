// A compiled facade of the page, in Node: this checkout's, or that of an earlier revision.

import { existsSync, readFileSync } from 'node:fs';

const folder = process.env.DOWNHILL_PAGE;

/** @param {string} name */
async function compiled(name) {
  const module = await import(`${folder}/${name}.js`);
  const exports = module.initSync({ module: readFileSync(`${folder}/${name}_bg.wasm`) });
  const later = `${folder}/${name}_later.wasm`;
  if (existsSync(later)) await WebAssembly.instantiate(readFileSync(later), { first: exports });
  return module;
}

export const facade = () => compiled('downhill_web');

/** What computes maps: earlier revisions have it in the facade. */
const worker = () =>
  existsSync(`${folder}/downhill_worker.js`) ? compiled('downhill_worker') : facade();

/**
 * Begins the map of an experiment over its view, `side` starts to a side, in one row where that is
 * a line, as a worker of the page does. `compute` tells the fates of the rows from one to another.
 */
export async function fateMap(document, side) {
  const { Lab } = await facade();
  const { FateWorker } = await worker();
  const request = open(Lab, document).map_request(side, side);
  const { columns, rows, best_error, sides } = request;
  const map = new FateWorker(
    request.document, best_error, columns, rows, new Float64Array(sides), new Float64Array(0),
  );
  return { rows, compute: (from, to) => map.compute(1, from, to) };
}

/** Earlier facades take a document as text, and refuse no value; later ones refuse text. */
function open(Lab, document) {
  try {
    return new Lab(JSON.stringify(document));
  } catch {
    return new Lab(document);
  }
}
