// Fetches and compiles the laboratory: what the first picture needs, and the rest behind it, which surfaces,
// maps and links need, and what workers compute. Both have one memory; workers are handed what the page has
// compiled.

import init from '../pkg/downhill_web.js';
import { placeOf } from './carried.js';

/** @import { InitOutput } from '../pkg/downhill_web.js' */
/** @import { Modules } from './equipment.js' */

/** What every gzipped file begins with; a module begins with zero. */
const GZIPPED = 0x1f;

/** @type {Promise<{ first: WebAssembly.Module, exports: InitOutput }> | undefined} */
let started;
/** @type {Promise<Modules> | undefined} */
let compiled;
/** @type {Promise<void> | undefined} */
let completed;
let isComplete = false;

/** Makes what the first picture needs ready for use. */
export function startLaboratory() {
  started ??= start();
  return started;
}

async function start() {
  const first = await compiledModule('pkg/downhill_web_bg.wasm');
  return { first, exports: await init({ module_or_path: first }) };
}

/** Whether all that `downhill_web.js` offers is ready. */
export const isLaboratoryComplete = () => isComplete;

/** Makes all that `downhill_web.js` offers ready for use. What could not be fetched is tried again. */
export function completeLaboratory() {
  completed ??= complete().catch((reason) => {
    completed = undefined;
    throw reason;
  });
  return completed;
}

async function complete() {
  const { exports } = await startLaboratory();
  const { later } = await laboratoryModules();
  if (later) await WebAssembly.instantiate(later, { first: { ...exports } });
  isComplete = true;
}

/** The compiled laboratory, for workers. What could not be fetched is tried again. */
export function laboratoryModules() {
  compiled ??= compile().catch((reason) => {
    compiled = undefined;
    throw reason;
  });
  return compiled;
}

/** @returns {Promise<Modules>} */
async function compile() {
  const { first } = await startLaboratory();
  // Whoever compiles the page by other means has all of it in one module.
  const isSplit = WebAssembly.Module.exports(first).some(({ name }) => name === 'memory0');
  return { first, later: isSplit ? await compiledModule('pkg/downhill_web_later.wasm') : undefined };
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
