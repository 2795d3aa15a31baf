// The button that opens the speaker's notes in a window of their own. The page's end of the line to them
// is fetched when they are opened, and when a page that had them is loaded again.

import { isOneFile } from '../carried.js';
import { byId } from '../dom.js';
import { busyWhile } from '../frames.js';
import { t } from '../locale.js';
import { tell } from '../notice.js';
import { keepHere, keptHere } from '../storage.js';

/** @import { Session } from '../session.js' */

const STORED = 'downhill.notes';
const SIZE = 'popup,width=760,height=860';

/** @param {Session} session */
export function mountNotes(session) {
  let line = keptHere(STORED) ?? '';
  const connect = () => {
    const connected = import('./page.js').then(({ connect }) => connect(session, line));
    busyWhile(connected.catch(() => tell(() => t('hall.failed'))));
  };
  byId('notes', HTMLButtonElement).addEventListener('click', () => {
    if (isOneFile()) {
      tell(() => t('notes.file'));
      return;
    }
    line ||= drawn();
    keepHere(STORED, line);
    // Only at once: browsers open no window that comes later than the press of a key.
    if (window.open(`notes.html#${line}`, `notes-${line}`, SIZE)) connect();
    else tell(() => t('notes.blocked'));
  });
  if (line) connect();
}

/** The name of a line that no other pair of windows has. */
function drawn() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16)).join('');
}
