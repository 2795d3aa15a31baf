// What mouse and keys do, and what help says of it. A shortcut is a row here and its words.

import { isProjector } from './appearance.js';
import { byId, element } from './dom.js';
import { on } from './frames.js';
import { t } from './locale.js';
import { prose } from './prose.js';

/** @import { Key } from './locale.js' */

/**
 * - `help`: the words
 * - `press`: keys of the whole page, as `KeyboardEvent.key`, each with the id of the button that it
 *   presses; none where a part of the page has the keys while it has the focus
 * - `when`: where these keys mean this; everywhere if absent
 *
 * @typedef {{ help: Key, press?: Record<string, string>, when?: (event: Event) => boolean }} Row
 */

/**
 * In the order of the help.
 *
 * @type {Row[]}
 */
const ROWS = [
  { help: 'help.drag' },
  { help: 'help.surface' },
  { help: 'help.zoom' },
  { help: 'help.move' },
  { help: 'help.timeline' },
  { help: 'help.pin' },
  { help: 'help.network' },
  { help: 'help.space', press: { ' ': 'play' }, when: isSpaceFree },
  // The keys that a presenter's remote control sends.
  { help: 'help.beats', press: { PageDown: 'beat-forward', PageUp: 'beat-back' }, when: isProjector },
  { help: 'help.projector', press: { Escape: 'projector' }, when: isProjector },
];

/** Whether Space is held, and whether it has moved a picture meanwhile. */
let space = { isHeld: false, isUsed: false };

export const isSpaceHeld = () => space.isHeld;

/** Space has had its meaning: let go, it plays nothing. */
export function useSpace() {
  space.isUsed = true;
}

export function mountKeys() {
  const shortcuts = ROWS.flatMap(({ press = {}, when = () => true }) =>
    Object.entries(press).map(([key, id]) => ({ key, when, button: byId(id, HTMLButtonElement) })),
  );
  /** The key that is held and has had its meaning. */
  let held = '';
  addEventListener('keydown', (event) => {
    // A part of the page that has used the key has had it.
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const shortcut = shortcuts.find(({ key, when }) => key === event.key && when(event));
    if (!shortcut) return;
    event.preventDefault();
    held = event.key;
    if (event.repeat) return;
    // Held down, Space takes hold of the picture: what it presses is known when it is let go.
    if (event.key === ' ') space = { isHeld: true, isUsed: false };
    else shortcut.button.click();
  });
  // Some browsers press a button that has the focus when Space is let go.
  addEventListener('keyup', (event) => {
    if (event.key === held) event.preventDefault();
    held = '';
    if (event.key !== ' ' || !space.isHeld) return;
    const pressed = shortcuts.find(({ key }) => key === event.key);
    if (!space.isUsed) pressed?.button.click();
    space = { isHeld: false, isUsed: false };
  });
  addEventListener('blur', () => {
    space = { isHeld: false, isUsed: false };
  });

  const help = byId('help', HTMLElement);
  const tell = () => {
    help.replaceChildren(...ROWS.map((row) => element('li', '', ...prose(t(row.help)))));
  };
  on(['words'], tell);
  tell();
}

/**
 * Whether Space is no letter where it is pressed, and opens no list. It presses no button: that is
 * Enter's, so that a presenter who has clicked one still plays with it.
 *
 * @param {Event} event
 */
function isSpaceFree({ target }) {
  return !(target instanceof HTMLElement && target.closest('input:not([type=range]), select'));
}
