// What links are read and written by: compiled apart from the laboratory, and fetched when the address
// says something, or is to say it.

import { compiledModule } from '../laboratory.js';

/** @typedef {typeof import('../../address/downhill_address.js')} Links */

/** @type {Promise<Links> | undefined} */
let coming;

/**
 * What could not be fetched is tried again.
 *
 * @returns {Promise<Links>}
 */
export function links() {
  coming ??= fetched().catch((reason) => {
    coming = undefined;
    throw reason;
  });
  return coming;
}

async function fetched() {
  const [links, module] = await Promise.all([
    import('../../address/downhill_address.js'),
    compiledModule('address/downhill_address_bg.wasm'),
  ]);
  await links.default({ module_or_path: module });
  return links;
}
