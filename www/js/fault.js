// A fault of the program itself. After a trap in compiled code the laboratory cannot be trusted: each
// later call would throw, too. So the page says it once, asks the laboratory for nothing more, and starts
// anew when the reader wants it.

import { byId } from './dom.js';
import { halt } from './frames.js';
import { t } from './locale.js';
import { isRefusal, tell, tellLast, words } from './notice.js';

/** @type {(() => void)[]} */
const stops = [];
let isOver = false;

/** @param {() => void} stop what ends the work of a part of the page that goes on by itself */
export function whenOver(stop) {
  stops.push(stop);
}

export function mountFault() {
  addEventListener('error', (event) => fail(event, event.error));
  addEventListener('unhandledrejection', (event) => fail(event, event.reason));
  byId('notice-anew', HTMLButtonElement).addEventListener('click', () => {
    // The address says the last state in which nothing had failed.
    location.reload();
  });
}

/**
 * @param {Event} event
 * @param {unknown} thrown nothing where it is a browser's own warning
 */
function fail(event, thrown) {
  // The console has the trap; what follows from it says nothing more.
  if (isOver) {
    event.preventDefault();
  } else if (isTrap(thrown)) {
    isOver = true;
    halt();
    // What fails while a fault is reported is reported to nobody: the rest comes after that.
    setTimeout(end);
  } else if (thrown) {
    tell(() => (isRefusal(thrown) ? words(thrown) : t('notice.failed')));
  }
}

/**
 * Whether compiled code has stopped in the middle: what it was about to change is half changed.
 *
 * @param {unknown} thrown
 */
function isTrap(thrown) {
  if (thrown instanceof WebAssembly.RuntimeError) return true;
  // What a call throws after a trap that nobody has seen.
  return thrown instanceof Error && thrown.message.startsWith('recursive use of an object');
}

function end() {
  for (const stop of stops) stop();
  const notice = byId('notice', HTMLElement);
  for (const dialog of document.querySelectorAll('dialog')) dialog.close();
  for (const part of document.body.children) {
    if (part instanceof HTMLElement) part.inert = part !== notice;
  }
  tellLast(() => t('notice.over'));
  const anew = byId('notice-anew', HTMLButtonElement);
  anew.hidden = false;
  anew.focus();
}
