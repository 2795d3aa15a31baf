// Fetches and compiles the laboratory: what the first picture needs, and the rest behind it, which surfaces,
// maps and links need, and what workers compute. Both have one memory; workers are handed what the page has
// compiled.

import init from '../pkg/downhill_web.js';
import { placeOf } from './carried.js';

/** @import { Modules } from './equipment.js' */

/** What every gzipped file begins with; a module begins with zero. */
const GZIPPED = 0x1f;

/** Makes what the first picture needs ready for use. */
export const startLaboratory = once(async () => {
  const first = await compiledModule('pkg/downhill_web_bg.wasm');
  return { first, exports: await init({ module_or_path: first }) };
});

/** The compiled laboratory, for workers. */
export const laboratoryModules = once(async () => {
  const { first } = await startLaboratory();
  // Whoever compiles the page by other means has all of it in one module.
  const isSplit = WebAssembly.Module.exports(first).some(({ name }) => name === 'memory0');
  const later = isSplit ? await compiledModule('pkg/downhill_web_later.wasm') : undefined;
  return /** @type {Modules} */ ({ first, later });
});

let isComplete = false;

/** Whether all that `downhill_web.js` offers is ready. */
export const isLaboratoryComplete = () => isComplete;

/** Makes all that `downhill_web.js` offers ready for use. */
export const completeLaboratory = once(async () => {
  const { exports } = await startLaboratory();
  const { later } = await laboratoryModules();
  if (later) await WebAssembly.instantiate(later, { first: { ...exports } });
  isComplete = true;
});

/**
 * What is made when it is first asked for, and again where that has failed.
 *
 * @template T
 * @param {() => Promise<T>} make
 */
function once(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () => {
    made ??= make().catch((reason) => {
      made = undefined;
      throw reason;
    });
    return made;
  };
}

/**
 * @param {string} path of a module, in the page
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compiledModule(path) {
  const response = await fetch(placeOf(path));
  if (!response.ok || !response.body) throw new Error(`${response.status} ${response.url}`);
  const bytes = await unpacked(response.body);
  // Whatever type the host gives to the file, this one lets the module be compiled as it comes in.
  const headers = { 'Content-Type': 'application/wasm' };
  return WebAssembly.compileStreaming(new Response(bytes, { headers }));
}

/**
 * Some hosts declare a packed file to be packed for the journey, and the browser has unpacked it:
 * its bytes tell, and not its name.
 *
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 */
async function unpacked(body) {
  const [look, whole] = body.tee();
  const reader = look.getReader();
  const { value } = await reader.read();
  reader.cancel();
  return value?.[0] === GZIPPED ? whole.pipeThrough(new DecompressionStream('gzip')) : whole;
}
