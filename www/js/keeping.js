// The reader's state, kept beside the laboratory: in memory while all is well, and over a new start in
// the page's entry of the browser's history.

import { on } from './frames.js';
import { lessons } from './lessons.js';
import { attempt } from './notice.js';

/** @import { Session, State } from './session.js' */

/** How long nothing has to change, in milliseconds: a drag does not wait for it. */
const CALM = 250;

/** @type {State | undefined} */
let state;
let timer = 0;

/** The last state in which nothing had failed. */
export const keptState = () => state;

/** Puts that state where the next start finds it. */
export function keep() {
  history.replaceState({ kept: state }, '');
}

/** What comes now is no state to return to. */
export function keepNoMore() {
  clearTimeout(timer);
}

/**
 * Takes up the state of the start before, if there is one, and keeps each that is to come.
 *
 * @param {Session} session
 */
export function mountKeeping(session) {
  /** @type {State | undefined} */
  const kept = history.state?.kept;
  const lesson = lessons.find(({ id }) => id === kept?.lesson);
  history.replaceState(null, '');
  if (kept && lesson) attempt(() => session.resume(lesson, kept));
  on(['lesson', 'run', 'cursor', 'axes'], () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      state = session.snapshot();
    }, CALM);
  });
}
