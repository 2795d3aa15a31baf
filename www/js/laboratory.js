// Fetches and compiles the laboratory, and what workers compute when they are first wanted: they are
// handed what the page has compiled.

import init from '../pkg/downhill_web.js';
import { placeOf } from './carried.js';

/** What every gzipped file begins with; a module begins with zero. */
const GZIPPED = 0x1f;

/** @type {Promise<WebAssembly.Module> | undefined} */
let ofWorkers;

/**
 * What workers compute, compiled once. One that could not be fetched is tried again.
 *
 * @returns {Promise<WebAssembly.Module>}
 */
export function workersModule() {
  ofWorkers ??= compiledModule('worker/downhill_worker_bg.wasm').catch((reason) => {
    ofWorkers = undefined;
    throw reason;
  });
  return ofWorkers;
}

/** @type {WebAssembly.Module | undefined} */
let compiled;

/** The compiled laboratory, once it has started: whole runs beside the present one are its work, too. */
export const laboratory = () => compiled;

/** Makes all that `downhill_web.js` offers ready for use. */
export async function startLaboratory() {
  compiled = await compiledModule('pkg/downhill_web_bg.wasm');
  await init({ module_or_path: compiled });
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
