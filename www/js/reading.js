// The shown step in numbers: the error, its gradient, and the update that follows from it.

import { byId, setText, showNumber } from './dom.js';
import { Figure, write } from './figures.js';
import { on } from './frames.js';
import { t } from './locale.js';
import { math, operator, row, slope, symbol, table, value, variable } from './mathml.js';
import { updateChains } from './network/updates.js';
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
    /** @param {string} [mark] */
    const any = (mark) => {
      if (axes.count === 1) return axes.symbol(0, mark);
      return symbol(session.plane === 'view' ? 'w' : 'u', mark);
    };
    const isSteepest = lab.is_steepest_descent;
    if (!isSteepest && session.plane === 'view' && lab.is_update_quick()) {
      shown = '';
      update.replaceChildren(math(table(byRule(session, axes, any))));
      return;
    }
    const codes = [isSteepest, ...info.axes.map((_, index) => axes.code(index))].join();
    if (codes !== shown) {
      shown = codes;
      // One line of symbols, then for each axis of the picture the numbers and what they come to.
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

/**
 * The update by a rule that is not the lecture's: a line of symbols, then for each axis what the rule
 * remembers, the numbers, and what they come to.
 *
 * @param {Session} session
 * @param {Axes} axes
 * @param {(mark?: string) => Node} any symbol of whichever weight
 */
function byRule(session, axes, any) {
  const { lab, info, shown: state, step } = session;
  const rule = lab.rule();
  const lines = info.view.flatMap(({ weight }, index) => {
    const update = lab.weight_update(step, weight);
    const chains = updateChains(rule, {
      w: () => any(),
      slope: () => slope(any(), info.batch !== null),
      before: state.weights[index] ?? 0,
      gradient: update.gradient,
      rate: lab.rate,
      update,
      left: axes.symbol(index, 'new'),
      after: state.next[index] ?? null,
    });
    const last = chains.at(-1) ?? [];
    const [left = row(), symbols = row(), numbers = row(), result = row()] = last;
    const head = index === 0 ? [[any('new'), operator('='), symbols]] : [];
    // How it comes about stands in the network.
    const remembered = chains.slice(0, -1).map((chain) => [chain[0], operator('='), chain.at(-1) ?? row()]);
    return [...head, ...remembered, [left, operator('='), numbers], [row(), operator('='), result]];
  });
  return lines;
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
