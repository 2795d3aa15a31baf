// Keeps one release of the site on the device, so that it opens without a network.
//
// Releases are never mixed: all files of one stand in a folder named after their contents, a document
// names that folder alone, and each release has a cache of its own. A document comes from the network
// while there is one, so that nobody waits for an update; its files come from the cache of its release,
// or from the network.

const scope = /** @type {ServiceWorkerGlobalScope & typeof globalThis} */ (/** @type {unknown} */ (self));

/** `cargo xtask dist` writes the release in place of these very words: its folder, and all its files. */
const { release, files } = /** @type {ImportMeta & { site: { release: string, files: string[] } }} */ (
  import.meta
).site;

/** A host may have several sites, and a browser keeps the caches of all of them in one place. */
const PREFIX = `downhill ${scope.registration.scope} `;
const CACHE = PREFIX + release;
/** What answers for the site's address, also where that is written out. */
const DOCUMENT = './';
const WRITTEN_OUT = 'index.html';
/** Milliseconds that a document may take to come from a network that hardly works. */
const PATIENCE = 3000;

scope.addEventListener('install', (event) => event.waitUntil(keep()));
scope.addEventListener('activate', (event) => event.waitUntil(forget()));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  event.respondWith(request.mode === 'navigate' ? documentFor(request) : fileFor(request));
});

/** Takes in the whole release, or nothing of it. */
async function keep() {
  const cache = await caches.open(CACHE);
  const page = await fetch(DOCUMENT, { cache: 'no-cache' });
  // The host may have another release by now, whose own worker keeps that.
  if (!page.ok || !(await page.clone().text()).includes(`"${release}/`)) {
    await caches.delete(CACHE);
    throw new Error(`the document of release ${release} is not there`);
  }
  await cache.put(DOCUMENT, page);
  await cache.addAll(files);
}

/** Drops older releases. It happens when no page is open that began with one of them. */
async function forget() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function documentFor(request) {
  try {
    // A document that a browser kept may be of a release that the host has no more.
    const page = await fetch(request.url, { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE) });
    if (page.ok && !page.redirected) return page;
  } catch {
    // There is no network.
  }
  const cache = await caches.open(CACHE);
  const { origin, pathname } = new URL(request.url);
  const isMain = `${origin}${pathname}` === new URL(WRITTEN_OUT, scope.registration.scope).href;
  const kept = await cache.match(isMain ? DOCUMENT : request, { ignoreSearch: true });
  return kept ?? fetch(request);
}

/** @param {Request} request */
async function fileFor(request) {
  return (await caches.match(request)) ?? fetch(request);
}
