// First, back, play, step, last: moving the cursor over a finished run.

import { byId, setAttribute, setText } from './dom.js';
import { on } from './frames.js';
import { t } from './locale.js';

/** @import { Session } from './session.js' */

/** Whoever asks for less motion sees playing as a few still pictures a second. */
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const CALM_INTERVAL = 0.5;
/**
 * Most of a descent happens in its first steps: playing takes its time for these and gets faster
 * with every step, twice as fast at this one.
 */
const DOUBLING = 50;
/** A frame that comes late (a tab in the background) counts for no more than this, in seconds. */
const LONGEST_FRAME = 0.25;

/**
 * @param {Session} session
 * @returns {{ pause(): void }}
 */
export function mountTransport(session) {
  const first = byId('first', HTMLButtonElement);
  const back = byId('back', HTMLButtonElement);
  const play = byId('play', HTMLButtonElement);
  const forward = byId('forward', HTMLButtonElement);
  const last = byId('last', HTMLButtonElement);
  const speed = byId('speed', HTMLSelectElement);

  let playing = false;
  /** The step that playing has come to, with the fraction that a frame leaves over. */
  let position = 0;
  let previous = 0;

  /** @param {number} now */
  const tick = (now) => {
    if (!playing) return;
    const passed = (now - previous) / 1000;
    if (!calm.matches || passed >= CALM_INTERVAL) {
      previous = now;
      // The cursor may have been moved by hand meanwhile: go on from there.
      if (Math.floor(position) !== session.step) position = session.step;
      const limit = calm.matches ? CALM_INTERVAL : LONGEST_FRAME;
      const pace = Number(speed.value) * (1 + position / DOUBLING);
      position += pace * Math.min(passed, limit);
      session.show(Math.floor(position));
      if (position >= session.last && session.verdict) set(false);
    }
    requestAnimationFrame(tick);
  };

  /** @param {boolean} wanted */
  const set = (wanted) => {
    if (playing === wanted) return;
    playing = wanted;
    if (playing) {
      if (session.step >= session.last) session.show(0);
      position = session.step;
      previous = performance.now();
      requestAnimationFrame(tick);
    }
    label();
  };
  const label = () => {
    play.toggleAttribute('data-playing', playing);
    const name = playing ? t('transport.pause') : t('transport.play');
    setAttribute(play, 'aria-label', name);
    play.title = name;
  };

  /** @param {() => number} target */
  const move = (target) => () => {
    set(false);
    session.show(target());
  };
  first.addEventListener('click', move(() => 0));
  back.addEventListener('click', move(() => session.step - 1));
  forward.addEventListener('click', move(() => session.step + 1));
  last.addEventListener('click', move(() => session.last));
  play.addEventListener('click', () => set(!playing));

  const count = byId('step', HTMLElement);
  const main = byId('main', HTMLElement);
  on(['lesson', 'run', 'cursor', 'words'], () => {
    setText(count, t('transport.step', { step: session.step, last: session.last }));
    setAttribute(main, 'data-step', String(session.step));
    setAttribute(main, 'data-steps', String(session.last));
    // A button that has nothing to do stays focusable: the keyboard must not lose its place.
    setAttribute(first, 'aria-disabled', String(session.step === 0));
    setAttribute(back, 'aria-disabled', String(session.step === 0));
    setAttribute(forward, 'aria-disabled', String(session.step === session.last));
    setAttribute(last, 'aria-disabled', String(session.step === session.last));
  });
  on(['words'], label);
  on(['lesson'], () => set(false));
  label();
  return { pause: () => set(false) };
}
