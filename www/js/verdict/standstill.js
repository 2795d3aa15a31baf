// The lecture's line at a standstill: ∂E/∂w = 0 ∴ w_new = w_old, and yet there is an error.

import { byId, setHidden } from '../dom.js';
import { language, t } from '../locale.js';
import { math, number, operator, slope, symbol, value, variable } from '../mathml.js';
import { format } from '../numbers.js';

/** @import { Axes } from '../network/axes.js' */
/** @import { Verdict } from '../../pkg/downhill_web.js' */

/** Verdicts of runs that stand still although the error is not the best one. */
const STANDSTILLS = new Set(['local-minimum', 'vanishing-gradient', 'saddle']);

export class Standstill {
  #box = byId('standstill', HTMLElement);
  #equation = byId('standstill-equation', HTMLElement);
  #still = byId('standstill-error', HTMLElement);
  #key = '';

  /**
   * @param {Verdict} verdict
   * @param {number} steps of the experiment
   * @param {Axes} axes where there is but one, its weight is meant
   */
  show(verdict, steps, axes) {
    setHidden(this.#box, !STANDSTILLS.has(verdict.kind));
    if (this.#box.hidden) return;
    // Honest signs: only a gradient that is exactly zero makes an equation, and holds for ever.
    const isExact = verdict.gradient_norm === 0;
    const sign = isExact ? '=' : '≈';
    // A saddle is left in the end.
    const still =
      isExact || verdict.kind === 'saddle'
        ? t('standstill.error')
        : t('standstill.horizon', { steps });
    /** @param {string} [mark] */
    const w = (mark) => (axes.count === 1 ? axes.weight(0, mark) : symbol('w', mark));
    const name = axes.count === 1 ? axes.words(0) : '';
    const key = `${name} ${sign} ${format(verdict.error)} ${still} ${language()}`;
    if (key === this.#key) return;
    this.#key = key;
    const [before = '', after = ''] = still.split('{error}');
    const error = math(variable('E'), operator('='), number(verdict.error));
    this.#still.replaceChildren(before, error, after);
    this.#equation.replaceChildren(
      math(slope(w()), operator(sign), value('0')),
      math(operator('∴')),
      math(w('new'), operator(sign), w('old')),
    );
  }
}
