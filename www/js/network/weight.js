// The chosen weight beside its equation: where it starts, typed in, and whether descent moves it.

import { read_number } from '../../pkg/downhill_web.js';
import { byId, setAttribute, setHidden, setText } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { isRefusal, tell, words } from '../notice.js';
import { watchTyping } from '../typing.js';
import { Notation } from './notation.js';

/** @import { WeightInfo } from '../../pkg/downhill_web.js' */
/** @import { Watch } from './watch.js' */

/**
 * Keeps a weight that moves, and lets one move that is kept.
 *
 * @param {Watch} watch
 * @param {WeightInfo} weight
 */
export function turnLock({ session, weights }, { index }) {
  const free = weights.filter((each) => each.free !== (each.index === index));
  if (free.length) session.make(session.lab.with_free(new Uint32Array(free.map((each) => each.index))));
  else tell(() => t('weight.last-free'));
}

/** @param {Watch} watch */
export function mountWeight(watch) {
  const { session } = watch;
  const notation = new Notation(watch);
  const box = byId('weight-edit', HTMLElement);
  const input = byId('weight-start', HTMLInputElement);
  const lock = byId('weight-lock', HTMLButtonElement);
  const error = byId('weight-start-error', HTMLElement);
  const isTyped = watchTyping(input);
  /** @type {(() => string) | null} */
  let wrong = null;
  let shown = -1;

  const show = () => {
    const { weight } = watch;
    setHidden(box, !weight || !watch.showsNetwork);
    if (!weight || !watch.showsNetwork) return;
    // What was refused was refused of another weight.
    if (weight.index !== shown) wrong = null;
    const isOther = weight.index !== shown;
    shown = weight.index;
    setText(error, wrong?.() ?? '');
    setAttribute(input, 'aria-invalid', String(wrong !== null));
    setAttribute(input, 'aria-label', `${t('weight.start')} ${notation.words(weight)}`);
    setText(lock, weight.free ? t('weight.keep') : t('weight.release'));
    setAttribute(lock, 'aria-pressed', String(!weight.free));
    if ((wrong || isTyped()) && !isOther) return;
    const start = String(session.lab.weights_at_step(0)[weight.index] ?? '');
    if (input.value !== start) input.value = start;
  };
  on(['lesson', 'run', 'axes', 'watch', 'words'], show);

  input.addEventListener('change', () => {
    const { weight } = watch;
    if (!weight) return;
    const { value: text } = input;
    const value = read_number(text);
    wrong = null;
    if (value === undefined) {
      wrong = () => (text.trim() ? t('field.number', { found: text }) : t('field.empty'));
    } else {
      const start = session.lab.weights_at_step(0);
      start[weight.index] = value;
      try {
        session.make(session.lab.with_start(start));
      } catch (thrown) {
        if (!isRefusal(thrown)) throw thrown;
        wrong = () => words(thrown);
      }
    }
    show();
  });
  input.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    wrong = null;
    shown = -1;
    show();
  });
  lock.addEventListener('click', () => {
    if (watch.weight) turnLock(watch, watch.weight);
  });
}
