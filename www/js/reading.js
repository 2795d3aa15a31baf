// The shown step in numbers: the error, its gradient, and the update that follows from it.

import { byId, setText, showNumber } from './dom.js';
import { Figure, write } from './figures.js';
import { on } from './frames.js';
import { t } from './locale.js';
import { math, operator, row, slope, symbol, table, value, variable } from './mathml.js';
import { format, plain } from './numbers.js';

/** @import { Axes } from './network/axes.js' */
/** @import { Session } from './session.js' */

/**
 * @param {Session} session
 * @param {Axes} axes
 */
export function mountReading(session, axes) {
  const heading = byId('reading-step', HTMLElement);
  const error = byId('reading-error', HTMLElement);
  const gradient = byId('reading-gradient', HTMLElement);
  const update = byId('reading-update', HTMLElement);
  let shown = '';
  /** @type {(Line | ChangeLine)[]} */
  let lines = [];

  on(['lesson', 'run', 'cursor', 'axes', 'words'], () => {
    const { lab, info, shown: state, step } = session;
    setText(heading, t('reading.heading', { step }));
    showNumber(error, format(state.error));
    showNumber(gradient, format(state.gradient_norm));
    const isSteepest = lab.is_steepest_descent;
    const codes = [isSteepest, ...info.axes.map((_, index) => axes.code(index))].join();
    if (codes !== shown) {
      shown = codes;
      // One line of symbols, then for each axis of the picture the numbers and what they come to.
      /** @param {string} [mark] */
      const any = (mark) => {
        if (axes.count === 1) return axes.symbol(0, mark);
        return symbol(session.plane === 'view' ? 'w' : 'u', mark);
      };
      const symbols = isSteepest
        ? row(any(), operator('−'), variable('ε'), slope(any()))
        : row(any(), operator('+'), variable('Δ'), any());
      const Kind = isSteepest ? Line : ChangeLine;
      lines = info.axes.map((_, index) => new Kind(axes.symbol(index, 'new')));
      const numbers = lines.flatMap((line) => line.cells);
      update.replaceChildren(math(table([[any('new'), operator('='), symbols], ...numbers])));
    }
    lines.forEach((line, index) => {
      const [before = 0, after = 0] = [state.weights[index], state.next[index]];
      line.show(before, state.gradient[index] ?? 0, after, lab.rate);
    });
  });
}

/** w_new = 2.252 − 0.5 × (−0.1548), and below it what that comes to. */
class Line {
  rate = new Text();
  before = new Figure();
  slope = new Figure({ factor: true });
  after = new Figure();
  cells;

  /** @param {Node} symbol of the new weight */
  constructor(symbol) {
    const numbers = row(
      this.before.element,
      operator('−'),
      value(this.rate),
      operator('×'),
      this.slope.element,
    );
    this.cells = [
      [symbol, operator('='), numbers],
      [row(), operator('='), this.after.element],
    ];
  }

  /**
   * @param {number} before
   * @param {number} slope
   * @param {number} after
   * @param {number} rate
   */
  show(before, slope, after, rate) {
    write(this.rate, plain(rate));
    this.before.show(before);
    this.slope.show(slope);
    this.after.show(after);
  }
}

/** w_new = 2.252 + 0.0774, and below it what that comes to: where a change is more than ε ∂E/∂w. */
class ChangeLine {
  before = new Figure();
  change = new Figure({ factor: true });
  after = new Figure();
  cells;

  /** @param {Node} symbol of the new weight */
  constructor(symbol) {
    const numbers = row(this.before.element, operator('+'), this.change.element);
    this.cells = [
      [symbol, operator('='), numbers],
      [row(), operator('='), this.after.element],
    ];
  }

  /**
   * @param {number} before
   * @param {number} _slope
   * @param {number} after
   */
  show(before, _slope, after) {
    this.before.show(before);
    this.change.show(after - before);
    this.after.show(after);
  }
}
