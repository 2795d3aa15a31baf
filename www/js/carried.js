// Files that the document may carry itself: `cargo xtask dist` writes all of them into
// `downhill.html`, which opens without a server and from where a browser would let it read no file.

/** `cargo xtask dist` packs compiled modules and writes `true` in place of these very words. */
const isPacked = /** @type {ImportMeta & { packed?: boolean }} */ (import.meta).packed === true;
/** What this page is called where it is one file, beside the site. */
const ALONE = 'downhill.html';

/** @type {Map<string, string>} workers' scripts that the document carries, by name: their addresses */
const scripts = new Map();

/** Whether this is the one file. */
export const isOneFile = () => document.querySelector('script[data-file]') !== null;

/** Whether this is the finished site on some host: neither the page's sources nor the one file. */
export const isSite = () => isPacked && !isOneFile();

/** The file that this page can be taken along as, if there is one. */
export const alone = () => (isSite() ? ALONE : undefined);

/**
 * Where to fetch a compiled module, packed or not.
 *
 * @param {string} path in the page: `pkg/downhill_web_bg.wasm`
 */
export function placeOf(path) {
  const file = isPacked ? `${path}.gz` : path;
  const packed = carried(file);
  return packed ? `data:application/gzip;base64,${packed}` : new URL(`../${file}`, import.meta.url);
}

/**
 * Starts one of the page's workers.
 *
 * @param {URL} script where it stands when the document does not carry it
 */
export function startWorker(script) {
  const own = carriedScript(script);
  // No browser but Firefox starts a module that comes from a file.
  return own ? new Worker(own) : new Worker(script, { type: 'module' });
}

/** @param {URL} script */
function carriedScript({ pathname }) {
  const name = pathname.split('/').at(-1) ?? '';
  const known = scripts.get(name);
  if (known) return known;
  const text = carried(`js/${name}`);
  if (!text) return undefined;
  const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  scripts.set(name, address);
  return address;
}

/** @param {string} path */
function carried(path) {
  return document.querySelector(`script[data-file="${path}"]`)?.textContent;
}
