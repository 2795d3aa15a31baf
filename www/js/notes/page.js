// The page's end of the line to the speaker's notes: it says where the lecture stands, and does what the
// notes ask for.

import { byId } from '../dom.js';
import { on } from '../frames.js';
import { lessons } from '../lessons.js';
import { language } from '../locale.js';
import { openLine } from './line.js';

/** @import { Session } from '../session.js' */
/** @import { Place, Told, Wish } from './line.js' */

let isConnected = false;

/**
 * @param {Session} session
 * @param {string} line
 */
export function connect(session, line) {
  if (isConnected) return;
  isConnected = true;
  const say = openLine(line, (message) => {
    if (message.from === 'notes') grant(message.wish, tell);
  });
  const tell = () => say({ from: 'page', told: told(session) });
  on(['lesson', 'words', 'view'], tell);
  addEventListener('pagehide', () => say({ from: 'page', told: undefined }));
  addEventListener('pageshow', tell);
  tell();
}

/**
 * @param {Wish} wish
 * @param {() => void} tell
 */
function grant(wish, tell) {
  if (wish === 'where') {
    tell();
    return;
  }
  const black = document.querySelector('dialog.black');
  if (black instanceof HTMLDialogElement) black.close();
  else if (wish === 'black') import('../hall/hall.js').then(({ goBlack }) => goBlack());
  if (wish === 'forward') byId('beat-forward', HTMLButtonElement).click();
  if (wish === 'back') byId('beat-back', HTMLButtonElement).click();
  if (wish === 'play') byId('play', HTMLButtonElement).click();
}

/**
 * @param {Session} session
 * @returns {Told}
 */
function told({ lesson, beat }) {
  const number = lessons.indexOf(lesson) + 1;
  const after = lessons[number];
  /** @type {Place | undefined} */
  let next;
  if (beat + 1 < lesson.beats.length) next = { lesson: lesson.id, number, beat: beat + 1 };
  else if (after) next = { lesson: after.id, number: number + 1, beat: -1 };
  return {
    at: { lesson: lesson.id, number, beat },
    count: lesson.beats.length,
    next,
    language: language(),
    theme: document.documentElement.dataset.theme ?? 'auto',
  };
}
