// The page's own compiled facade, in Node.

import { readFileSync } from 'node:fs';

export async function facade() {
  const folder = process.env.DOWNHILL_PAGE;
  const module = await import(`${folder}/downhill_web.js`);
  module.initSync({ module: readFileSync(`${folder}/downhill_web_bg.wasm`) });
  return module;
}

/** Computes the map of an experiment over its view, as a worker of the page does. */
export async function fateWorker(document, side) {
  const { FateWorker, Lab } = await facade();
  const request = new Lab(document).map_request(side, side);
  const { columns, rows, best_error, sides } = request;
  return new FateWorker(request.document, best_error, columns, rows, new Float64Array(sides));
}
