// What the picture of two axes lies on: the weights of the view, two random directions, or the
// principal directions of the run's path. A plane stays where it is while its starts are explored.

import { byId, setAttribute, setHidden, setText } from './dom.js';
import { on, publish } from './frames.js';
import { t } from './locale.js';
import { math, operator, row } from './mathml.js';
import { format } from './numbers.js';
import { read } from './settings.js';
import { watchTyping } from './typing.js';

/** @import { PlaneName } from '../pkg/downhill_web.js' */
/** @import { Axes } from './network/axes.js' */
/** @import { Session } from './session.js' */

/** The laboratory's seeds are whole numbers below this. */
const SEEDS = 2 ** 32;

/**
 * @param {Session} session
 * @param {Axes} axes
 */
export function mountPlanes(session, axes) {
  const group = byId('planes', HTMLElement);
  const seed = byId('plane-seed', HTMLInputElement);
  const next = byId('plane-next', HTMLButtonElement);
  const isTyping = watchTyping(seed);
  const refusal = byId('plane-error', HTMLElement);
  /** @type {(() => string) | null} why what was asked for is not shown */
  let refused = null;
  /** What was typed in place of a seed. */
  let typed = '';

  /**
   * @param {PlaneName} plane
   * @param {number} [number] the seed of a random one
   */
  const choose = (plane, number) => {
    typed = '';
    session.isAwaitingPath = plane === 'path' && !session.verdict;
    const isRefused = !session.isAwaitingPath && !session.setPlane(plane, number);
    refused = isRefused ? () => t('plane.none') : null;
    publish('axes');
  };
  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (group.querySelectorAll('button[value]'));
  for (const button of buttons) {
    button.addEventListener('click', () => choose(/** @type {PlaneName} */ (button.value)));
  }
  next.addEventListener('click', () => {
    if (session.plane === 'random') choose('random', (session.seed + 1) % SEEDS);
    else if (session.isPlaneOld) choose('path');
  });
  seed.addEventListener('change', () => {
    const found = read(seed.value.trim());
    if (found !== null && Number.isInteger(found) && found >= 0 && found < SEEDS) {
      choose('random', found);
      return;
    }
    typed = seed.value;
    refused = () => t('plane.seed.refused', { found: seed.value, most: SEEDS - 1 });
    publish('axes');
  });

  const [view] = buttons;
  const note = byId('projection', HTMLElement);
  on(['lesson', 'run'], () => {
    typed = '';
    refused = null;
    if (session.isAwaitingPath && session.verdict) choose('path');
  });
  on(['lesson', 'axes', 'words'], () => {
    if (!view || axes.count < 2) return;
    view.replaceChildren(math(row(axes.weight(0), operator(','), axes.weight(1))));
    setAttribute(view, 'aria-label', `${axes.words(0)}, ${axes.words(1)}`);
  });
  on(['lesson', 'axes', 'run', 'words'], () => {
    const { info, plane } = session;
    const isPlane = plane !== 'view';
    // Two free weights on the axes are all there is: any other plane of theirs is the same one.
    setHidden(group, !info.projection || info.view.length === 1 || info.free.length < 2);
    setHidden(note, !info.projection);
    if (note.hidden) return;

    for (const button of buttons) {
      setAttribute(button, 'aria-pressed', String(button.value === plane));
    }
    seed.parentElement?.toggleAttribute('hidden', plane !== 'random');
    setHidden(next, !isPlane);
    setText(next, t(plane === 'random' ? 'plane.another' : 'plane.renew'));
    setAttribute(next, 'aria-disabled', String(plane === 'path' && !session.isPlaneOld));
    setText(refusal, session.isAwaitingPath ? t('plane.wait') : (refused?.() ?? ''));
    setAttribute(seed, 'aria-invalid', String(typed !== ''));
    if (!typed && !isTyping() && seed.value !== String(session.seed)) seed.value = String(session.seed);
    setText(note, about(session));
  });
}

/**
 * What the axes of a plane across weights are.
 *
 * @param {Session} session
 * @returns {[string, string]} to the right, upwards
 */
export function axisWords({ info, plane, seed }) {
  const key = plane === 'random' ? 'plane.random.axis' : 'plane.path.axis';
  /** @param {number} index */
  const words = (index) => {
    const share = (100 * (info.axes[index]?.share ?? 0)).toFixed(1);
    return t(key, { number: index + 1, seed: String(seed), share });
  };
  return [words(0), words(1)];
}

/**
 * What has to be known about a picture that does not show all that moves.
 *
 * @param {Session} session
 */
function about({ lab, info, plane, isPlaneOld }) {
  const values = { free: info.free.length, shown: info.view.length };
  if (plane === 'view') return t('surface.projection', values);
  const note = t('plane.note', values);
  if (plane === 'path' && isPlaneOld) return note + t('plane.old');
  const distance = lab.start_off_plane();
  return distance > 0 ? note + t('plane.off', { distance: format(distance) }) : note;
}
