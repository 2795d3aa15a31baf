// Numbers in MathML that change while they stand: a frame of a drag writes their digits, and builds
// nothing anew unless a number gets a sign or a power that it did not have.

import { math, operator, parenthesis, row, superscript, value } from './mathml.js';
import { parts } from './numbers.js';

/** @import { Axes } from './network/axes.js' */

export class Figure {
  /** What stands in a formula. */
  element = row();
  #inParentheses;
  #shape = '';
  #digits = new Text();
  #power = new Text();

  /** @param {{ factor?: boolean }} [kind] a factor stands in parentheses where it is negative */
  constructor({ factor = false } = {}) {
    this.#inParentheses = factor;
  }

  /** @param {number | null | undefined} number to as many significant digits as the page shows */
  show(number) {
    const { negative, digits, exponent } = parts(number ?? null);
    const shape = `${negative} ${exponent === null ? '' : Math.sign(exponent)}`;
    if (shape !== this.#shape) {
      this.#shape = shape;
      this.#build(negative, exponent);
    }
    write(this.#digits, digits);
    if (exponent !== null) write(this.#power, String(Math.abs(exponent)));
  }

  /**
   * @param {boolean} negative
   * @param {number | null} exponent
   */
  #build(negative, exponent) {
    const shown = negative ? [operator('−')] : [];
    shown.push(value(this.#digits));
    if (exponent !== null) {
      const power = value(this.#power);
      const raised = exponent < 0 ? row(operator('−'), power) : power;
      shown.push(operator('×'), superscript(value('10'), raised));
    }
    const closed = this.#inParentheses && negative;
    const all = closed ? [parenthesis('('), row(...shown), parenthesis(')')] : shown;
    this.element.replaceChildren(...all);
  }
}

/** w₁ = 2.252, w₂ = −0.1548, in an element of the page. */
export class Assignments {
  #box;
  #names = '';
  /** @type {Figure[]} */
  #figures = [];

  /** @param {HTMLElement} box */
  constructor(box) {
    this.#box = box;
  }

  /**
   * @param {Axes} axes
   * @param {ArrayLike<number>} values along them
   */
  show(axes, values) {
    const all = Array.from(values, (_, index) => index);
    const names = all.map((index) => axes.code(index)).join();
    if (names !== this.#names) {
      this.#names = names;
      this.#figures = all.map(() => new Figure());
      const list = this.#figures.flatMap(({ element }, index) => {
        const assignment = row(axes.symbol(index), operator('='), element);
        return index === 0 ? [assignment] : [operator(','), assignment];
      });
      this.#box.replaceChildren(math(...list));
    }
    this.#figures.forEach((figure, index) => figure.show(values[index]));
  }
}

/**
 * @param {Text} text
 * @param {string} written
 */
export function write(text, written) {
  if (text.data !== written) text.data = written;
}
