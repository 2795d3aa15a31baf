// What mouse and keys do, and what help says of it. A shortcut is a row here and its words.

import { isProjector } from './appearance.js';
import { byId, element } from './dom.js';
import { busyWhile, on } from './frames.js';
import { t } from './locale.js';
import { tell } from './notice.js';
import { prose } from './prose.js';
import { remember, remembered } from './storage.js';

/** @import { Key } from './locale.js' */
/** @import { Letters } from './hall/sheet.js' */

/**
 * - `help`: the words
 * - `press`: keys of the whole page, as `KeyboardEvent.key`, each with the id of the button that it
 *   presses, or what it does where there is no such button; none where a part of the page has the keys
 *   while it has the focus
 * - `when`: where these keys mean this; wherever no text is typed if absent
 *
 * @typedef {{ help: Key, press?: Record<string, string | (() => void)>, when?: (event: KeyboardEvent) => boolean }} Row
 */

/** The first of several buttons, the second, and so on. */
const DIGITS = ['1', '2', '3', '4', '5', '6', '7'];

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
  { help: 'help.relief' },
  { help: 'help.timeline' },
  { help: 'help.pin' },
  { help: 'help.network' },
  { help: 'help.space', press: { ' ': 'play' }, when: isSpaceFree },
  {
    help: 'help.beats',
    // What presenters' remote controls send.
    press: {
      PageDown: 'beat-forward',
      PageUp: 'beat-back',
      ArrowRight: 'beat-forward',
      ArrowLeft: 'beat-back',
      ArrowDown: 'beat-forward',
      ArrowUp: 'beat-back',
    },
    when: (event) => isProjector() && isTurn(event),
  },
  { help: 'help.focus', press: { d: togglePicture } },
  { help: 'help.guess', press: { g: 'guess' } },
  {
    help: 'help.answers',
    press: each(DIGITS, (digit) => pressNth('#guess-answers button', digit)),
    when: () => byId('main', HTMLElement).dataset.guess === 'asked',
  },
  { help: 'help.modes', press: each(DIGITS, (digit) => pressNth('#map-modes button', digit)) },
  { help: 'help.views', press: { v: nextView } },
  { help: 'help.notes', press: { n: 'notes' } },
  { help: 'help.black', press: { b: goBlack, '.': goBlack } },
  { help: 'help.dot', press: { p: () => inHall(({ toggleDot }) => toggleDot()) } },
  {
    help: 'help.screen',
    press: { f: fillScreen, F5: fillScreen },
    when: ({ key }) => key !== 'F5' || isProjector(),
  },
  {
    help: 'help.projector',
    press: { m: 'projector', Escape: 'projector' },
    when: ({ key }) => key !== 'Escape' || isProjector(),
  },
  { help: 'help.sheet', press: { '?': 'sheet' } },
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
    Object.entries(press).map(([key, what]) => ({
      key,
      when: (/** @type {KeyboardEvent} */ event) => mayMean(event) && when(event),
      press: typeof what === 'string' ? presses(byId(what, HTMLButtonElement)) : what,
    })),
  );
  /** The key that is held and has had its meaning. */
  let held = '';
  addEventListener('keydown', (event) => {
    // A part of the page that has used the key has had it.
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const pressed = keyOf(event);
    const shortcut = shortcuts.find(({ key, when }) => key === pressed && when(event));
    if (!shortcut) return;
    event.preventDefault();
    held = event.key;
    if (event.repeat) return;
    // Held down, Space takes hold of the picture: what it presses is known when it is let go.
    if (event.key === ' ') space = { isHeld: true, isUsed: false };
    else shortcut.press();
  });
  // Some browsers press a button that has the focus when Space is let go.
  addEventListener('keyup', (event) => {
    if (event.key === held) event.preventDefault();
    held = '';
    if (event.key !== ' ' || !space.isHeld) return;
    const pressed = shortcuts.find(({ key }) => key === event.key);
    if (!space.isUsed) pressed?.press();
    space = { isHeld: false, isUsed: false };
  });
  addEventListener('blur', () => {
    space = { isHeld: false, isUsed: false };
  });

  byId('sheet', HTMLButtonElement).addEventListener('click', () => {
    inHall(({ openSheet }) => openSheet(ROWS.map(({ help }) => help), letters));
  });
  const help = byId('help', HTMLElement);
  const write = () => {
    help.replaceChildren(...ROWS.map((row) => element('li', '', ...prose(t(row.help)))));
  };
  on(['words'], write);
  write();
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

/**
 * Whether a key turns the beats where it is pressed. Arrows do where nothing else has them: no slider,
 * no picture, no page that is longer than the screen.
 *
 * @param {KeyboardEvent} event
 */
function isTurn({ key, target }) {
  if (!key.startsWith('Arrow')) return true;
  if (target instanceof Element && target.closest('input, select, [tabindex]')) return false;
  const { scrollHeight } = document.documentElement;
  return key === 'ArrowRight' || key === 'ArrowLeft' || scrollHeight <= innerHeight;
}

const STORED = 'downhill.letters';

/**
 * Single letters may be switched off: who speaks to a computer, or presses keys by accident, would do
 * with every word what they do.
 *
 * @type {Letters}
 */
const letters = {
  isOn: remembered(STORED) !== 'off',
  set(isOn) {
    letters.isOn = isOn;
    remember(STORED, isOn ? 'on' : 'off');
  },
};

/** @param {KeyboardEvent} event */
function keyOf({ key }) {
  return key.length === 1 ? key.toLowerCase() : key;
}

/**
 * Whether a key may mean anything to the page as a whole: no panel lies over it, and the key writes
 * nothing.
 *
 * @param {KeyboardEvent} event
 */
function mayMean({ key, target }) {
  if (document.querySelector('dialog[open]')) return false;
  if (key.length > 1 || key === ' ') return true;
  const isTyped = target instanceof Element && target.closest('input:not([type=range]), select, textarea');
  return letters.isOn && !isTyped;
}

/** @param {HTMLButtonElement} button */
const presses = (button) => () => button.click();

/**
 * @param {string[]} keys
 * @param {(key: string) => void} press
 */
function each(keys, press) {
  return Object.fromEntries(keys.map((key) => [key, () => press(key)]));
}

/**
 * Presses the first, the second, … of the buttons that are seen.
 *
 * @param {string} selector
 * @param {string} digit
 */
function pressNth(selector, digit) {
  seen(selector)[Number(digit) - 1]?.click();
}

/**
 * @param {string} selector of buttons
 * @returns {HTMLButtonElement[]} those that are seen
 */
function seen(selector) {
  /** @type {NodeListOf<HTMLButtonElement>} */
  const buttons = document.querySelectorAll(selector);
  return [...buttons].filter((button) => button.getClientRects().length > 0);
}

function nextView() {
  const views = seen('#views button');
  const shown = views.findIndex((button) => button.getAttribute('aria-pressed') === 'true');
  views[(shown + 1) % views.length]?.click();
}

/** Gives the picture the arrow keys, or takes them back. One that was clicked has them as well. */
function togglePicture() {
  const plot = byId('plot', HTMLElement);
  if (document.activeElement === plot && 'givenKeys' in plot.dataset) {
    plot.blur();
    return;
  }
  pressNth('#views button', '1');
  // Where it was not shown, it is from the next frame on.
  requestAnimationFrame(() => {
    plot.focus();
    plot.dataset.givenKeys = '';
    plot.addEventListener('blur', () => delete plot.dataset.givenKeys, { once: true });
  });
}

function goBlack() {
  inHall(({ goBlack }) => goBlack());
}

function fillScreen() {
  inHall(({ fillScreen }) => fillScreen());
}

/**
 * What a lecture hall needs is fetched when it is first wanted.
 *
 * @param {(hall: typeof import('./hall/hall.js')) => void} act
 */
function inHall(act) {
  busyWhile(import('./hall/hall.js').then(act, () => tell(() => t('hall.failed'))));
}
