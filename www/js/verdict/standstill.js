// The lecture's line at a standstill: ∂E/∂w = 0 ∴ w_new = w_old, and yet there is an error.

import { byId } from '../dom.js';
import { language, t } from '../locale.js';
import { math, number, operator, slope, value, variable, weight } from '../mathml.js';
import { format } from '../numbers.js';

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
   * @param {string} [name] of the weight
   */
  show(verdict, steps, name = 'w') {
    this.#box.hidden = !STANDSTILLS.has(verdict.kind);
    if (this.#box.hidden) return;
    // Honest signs: only a gradient that is exactly zero makes an equation, and holds for ever.
    const isExact = verdict.gradient_norm === 0;
    const sign = isExact ? '=' : '≈';
    // A saddle is left in the end.
    const still =
      isExact || verdict.kind === 'saddle'
        ? t('standstill.error')
        : t('standstill.horizon', { steps });
    const key = `${name} ${sign} ${format(verdict.error)} ${still} ${language()}`;
    if (key === this.#key) return;
    this.#key = key;
    const [before = '', after = ''] = still.split('{error}');
    const error = math(variable('E'), operator('='), number(verdict.error));
    this.#still.replaceChildren(before, error, after);
    this.#equation.replaceChildren(
      math(slope(name), operator(sign), value('0')),
      math(operator('∴')),
      math(weight(name, 'new'), operator(sign), weight(name, 'old')),
    );
  }
}
