// What runs along the axes of the picture, under the names of the equations: weights, or the
// directions of a plane across them.

import { assignments, symbol } from '../mathml.js';
import { Notation } from './notation.js';

/** @import { Watch } from './watch.js' */

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

  get #isPlane() {
    return this.watch.session.plane !== 'view';
  }

  /**
   * @param {number} index of the axis
   * @param {string} [mark] a word that goes into the index, such as `new`
   */
  symbol(index, mark) {
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
    if (index >= this.count) return '';
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
    const weight = this.#weight(index);
    return weight ? this.#notation.words(weight) : 'w';
  }

  /**
   * The symbols with their values.
   *
   * @param {ArrayLike<number>} values
   */
  assignments(values) {
    return assignments(Array.from({ length: this.count }, (_, index) => this.symbol(index)), values);
  }
}
