// What runs along the axes of the picture, under the names of the equations: weights, or the
// directions of a plane across them.

import { assignments, symbol, variable } from '../mathml.js';
import { Notation } from './notation.js';

/** @import { Watch } from './watch.js' */

/** The learning rate, where it runs upwards. */
const RATE = 'ε';

export class Axes {
  #notation;

  /** @param {Watch} watch */
  constructor(watch) {
    this.watch = watch;
    this.#notation = new Notation(watch);
  }

  /** How many there are: one or two. */
  get count() {
    return this.watch.session.info.view.length;
  }

  /** @param {number} index */
  #weight(index) {
    const { session, weights } = this.watch;
    const axis = session.info.view[index];
    return axis && weights[axis.weight];
  }

  /** Whether the rate runs upwards, beside the one weight. */
  get #hasRate() {
    return this.watch.session.isOfRates;
  }

  get #isPlane() {
    return this.watch.session.plane !== 'view';
  }

  /**
   * @param {number} index of the axis
   * @param {string} [mark] a word that goes into the index, such as `new`
   */
  symbol(index, mark) {
    if (index >= this.count && this.#hasRate) return variable(RATE);
    return this.#isPlane ? symbol('u', String(index + 1), mark) : this.weight(index, mark);
  }

  /**
   * The weight on an axis of the view, whatever the picture lies on.
   *
   * @param {number} index
   * @param {string} [mark]
   */
  weight(index, mark) {
    const weight = this.#weight(index);
    return weight ? this.#notation.weight(weight, mark) : symbol('w', mark);
  }

  /**
   * For pictures, which set type themselves: w11^2.
   *
   * @param {number} index
   */
  code(index) {
    if (index >= this.count) return this.#hasRate ? RATE : '';
    if (this.#isPlane) return `u${index + 1}`;
    const weight = this.#weight(index);
    return weight ? this.#notation.code(weight) : 'w';
  }

  /**
   * In plain text, of the view.
   *
   * @param {number} index
   */
  words(index) {
    if (index >= this.count && this.#hasRate) return RATE;
    const weight = this.#weight(index);
    return weight ? this.#notation.words(weight) : 'w';
  }

  /**
   * The symbols with their values.
   *
   * @param {ArrayLike<number>} values
   */
  assignments(values) {
    return assignments(Array.from(values, (_, index) => this.symbol(index)), values);
  }
}
