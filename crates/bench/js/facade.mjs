// A compiled facade of the page, in Node: this checkout's, or that of an earlier revision.

import { readFileSync } from 'node:fs';

export async function facade() {
  const folder = process.env.DOWNHILL_PAGE;
  const module = await import(`${folder}/downhill_web.js`);
  module.initSync({ module: readFileSync(`${folder}/downhill_web_bg.wasm`) });
  return module;
}

/**
 * Begins the map of an experiment over its view, `side` starts to a side, in one row where that is
 * a line, as a worker of the page does. `compute` tells the fates of the rows from one to another.
 */
export async function fateMap(document, side) {
  const { FateWorker, Lab } = await facade();
  const request = open(Lab, document).map_request(side, side);
  const { columns, rows, best_error, sides } = request;
  const worker = new FateWorker(request.document, best_error, columns, rows, new Float64Array(sides));
  return { rows, compute: (from, to) => worker.compute(1, from, to) };
}

/** Earlier facades take a document as text, and refuse no value; later ones refuse text. */
function open(Lab, document) {
  try {
    return new Lab(JSON.stringify(document));
  } catch {
    return new Lab(document);
  }
}
