// What a worker computes with.

import { initSync } from '../pkg/downhill_web.js';

/**
 * The compiled laboratory. There is no `later` where the first module has all of it.
 *
 * @typedef {{ first: WebAssembly.Module, later: WebAssembly.Module | undefined }} Modules
 */

/**
 * Makes all that `downhill_web.js` offers ready for use.
 *
 * @param {Modules} modules that the page has compiled
 */
export function equip({ first, later }) {
  const exports = initSync({ module: first });
  if (later) new WebAssembly.Instance(later, { first: { ...exports } });
}
