// The page's end of the line to the speaker's notes: it says where the lecture stands, and does what the
// notes ask for.

import { byId } from '../dom.js';
import { on } from '../frames.js';
import { keptAsked } from '../guess/kept.js';
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
  let said = '';
  const tell = () => {
    const now = told(session);
    said = JSON.stringify(now);
    say({ from: 'page', told: now });
  };
  on(['lesson', 'words', 'view'], tell);
  // Most of what a run does changes nothing here.
  on(['run', 'cursor', 'mode'], () => {
    if (JSON.stringify(told(session)) !== said) tell();
  });
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
function told({ lesson, beat, isSecret, verdict }) {
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
    asked: isSecret ? keptAsked() : undefined,
    ends: isSecret ? verdict?.kind : undefined,
    language: language(),
    theme: document.documentElement.dataset.theme ?? 'auto',
  };
}
