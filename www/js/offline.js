// Has the site kept on the device, so that it opens again without a network.

import { isSite } from './carried.js';

/** `service-worker.js` stands beside the document: it answers for what stands beside or below it. */
export function mountOffline() {
  // A page in a course's page leaves the reader's device alone.
  if (!isSite() || window !== window.top || !('serviceWorker' in navigator)) return;
  // A device that has no room for it, or a browser that keeps nothing: the site works as before.
  navigator.serviceWorker.register('service-worker.js').catch(() => {});
}
