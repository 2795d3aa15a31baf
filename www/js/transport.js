// First, back, play, step, last: over the steps of a run, or in the network over the stages of its
// updates. The same five buttons, so that each key means one thing.

import { byId, setAttribute, setText } from './dom.js';
import { on } from './frames.js';
import { t } from './locale.js';
import { walkCourse } from './network/course.js';
import { calm, runCourse } from './playing.js';

/** @import { Course } from './playing.js' */
/** @import { Session } from './session.js' */
/** @import { Watch } from './network/watch.js' */

/**
 * @param {Session} session
 * @param {Watch} watch
 * @returns {{ pause(): void, restart(): void }}
 */
export function mountTransport(session, watch) {
  const first = byId('first', HTMLButtonElement);
  const back = byId('back', HTMLButtonElement);
  const play = byId('play', HTMLButtonElement);
  const forward = byId('forward', HTMLButtonElement);
  const last = byId('last', HTMLButtonElement);
  const speed = byId('speed', HTMLSelectElement);
  const run = runCourse(session, () => Number(speed.value));
  const walk = walkCourse(session, watch);

  const isWalk = () => watch.view === 'network';
  const course = () => (isWalk() ? walk : run);
  /** @type {Course | undefined} the one that plays */
  let playing;

  /** @param {Course} [wanted] */
  const set = (wanted) => {
    if (playing === wanted) return;
    playing?.pause();
    playing = wanted;
    playing?.play(() => set());
    label();
  };
  const label = () => {
    play.toggleAttribute('data-playing', playing !== undefined);
    if (isWalk()) {
      name(back, t('walk.back'));
      name(play, playing ? t('walk.pause') : t('walk.play'));
      name(forward, t('walk.next'));
    } else {
      name(back, t('transport.back'));
      name(play, playing ? t('transport.pause') : t('transport.play'));
      name(forward, t('transport.forward'));
    }
  };

  /** @param {'first' | 'back' | 'forward' | 'last'} where */
  const move = (where) => () => {
    set();
    course()[where]();
  };
  first.addEventListener('click', move('first'));
  back.addEventListener('click', move('back'));
  forward.addEventListener('click', move('forward'));
  last.addEventListener('click', move('last'));
  play.addEventListener('click', () => set(playing ? undefined : course()));

  const count = byId('step', HTMLElement);
  const main = byId('main', HTMLElement);
  on(['lesson', 'run', 'cursor', 'watch', 'words'], () => {
    setText(count, t('transport.step', { step: session.step, last: session.last }));
    setAttribute(main, 'data-step', String(session.step));
    setAttribute(main, 'data-steps', String(session.last));
    // A button that has nothing to do stays focusable: the keyboard must not lose its place.
    const { isAtStart, isAtEnd } = course();
    for (const button of [first, back]) setAttribute(button, 'aria-disabled', String(isAtStart));
    for (const button of [forward, last]) setAttribute(button, 'aria-disabled', String(isAtEnd));
  });
  on(['watch', 'words'], label);
  on(['lesson'], () => set());
  // What plays is what is seen.
  on(['view'], () => {
    if (playing !== course()) set();
  });
  label();
  const restart = () => {
    if (isWalk()) return;
    set();
    // Whoever asks for less motion sees the ends.
    if (calm.matches) run.last();
    else {
      run.first();
      set(run);
    }
  };
  return { pause: () => set(), restart };
}

/**
 * @param {HTMLButtonElement} button
 * @param {string} words
 */
function name(button, words) {
  setAttribute(button, 'aria-label', words);
  button.title = words;
}
