// The lecture's symbols with their indices. The lecture counts layers from the output: o⁰ is the
// output, and x, δ and the weights that make it carry a 1. The usual way counts from the input.

import { t } from '../locale.js';
import { indexed, variable } from '../mathml.js';

/** @import { WeightInfo } from '../../pkg/downhill_web.js' */
/** @import { Watch } from './watch.js' */

export class Notation {
  /** @param {Watch} watch */
  constructor(watch) {
    this.watch = watch;
  }

  /**
   * The number of a layer.
   *
   * @param {number} layer
   * @param {number} [shift] 1 for what belongs to the weights before the layer
   */
  number(layer, shift = 0) {
    const { countsFromOutput, last } = this.watch;
    return countsFromOutput ? last - layer + shift : layer;
  }

  /** @param {number} layer */
  name(layer) {
    const { last } = this.watch;
    if (layer === 0) return t('layer.input');
    if (layer === last) return t('layer.output');
    return last === 2 ? t('layer.hidden') : t('layer.number', { layer: this.number(layer) });
  }

  /**
   * The same in a sentence.
   *
   * @param {number} layer
   */
  inSentence(layer) {
    const name = this.name(layer);
    const named = layer === 0 || layer === this.watch.last || this.watch.last === 2;
    return named ? t('layer.the', { layer: name }) : name;
  }

  /**
   * A unit in a sentence.
   *
   * @param {number} layer
   * @param {number} unit
   */
  unitName(layer, unit) {
    const name = this.inSentence(layer);
    return this.watch.layers[layer] === 1 ? name : t('unit.name', { layer: name, unit: unit + 1 });
  }

  /**
   * A unit as a heading.
   *
   * @param {number} layer
   * @param {number} unit
   */
  title(layer, unit) {
    return this.watch.layers[layer] === 1 ? this.name(layer) : this.unitName(layer, unit);
  }

  /** @param {WeightInfo} weight */
  weightPlace({ layer, unit, source }) {
    const to = this.unitName(layer, unit);
    if (source === null) return t('weight.bias', { to });
    return t('weight.place', { from: this.unitName(layer - 1, source), to });
  }

  /**
   * @param {'o' | 'x' | 'δ'} letter
   * @param {number} layer
   * @param {number | string} [unit]
   */
  unit(letter, layer, unit = 0) {
    const above = this.number(layer, letter === 'o' ? 0 : 1);
    const parts = this.#indices(letter, above, [layer, unit]);
    return set(letter, parts.below, parts.above);
  }

  /**
   * The output of a unit for pictures, which set type themselves: o1^2. With its layer in any network:
   * the input is the o of the input layer.
   *
   * @param {number} layer
   * @param {number} unit
   */
  unitCode(layer, unit) {
    const above = this.number(layer);
    return `o${this.#indices('o', above, [layer, unit]).below}^${above}`;
  }

  /**
   * @param {{ layer: number, unit: number | string, source: number | string | null }} weight
   * @param {string} [mark] a word that goes into the index, such as `new`
   */
  weight(weight, mark = '') {
    const { letter, below, above } = this.#parts(weight);
    return set(letter, below, above, mark);
  }

  /**
   * The same for pictures, which set type themselves: w11^2.
   *
   * @param {WeightInfo} weight
   */
  code(weight) {
    const { letter, below, above } = this.#parts(weight);
    return letter + below + (above && `^${above}`);
  }

  /**
   * The same for sentences with formulas: w_11^(2).
   *
   * @param {WeightInfo} weight
   */
  prose(weight) {
    const { letter, below, above } = this.#parts(weight);
    return letter + (below && `_${below}`) + (above && `^(${above})`);
  }

  /**
   * The same in plain text: w₁₁⁽²⁾.
   *
   * @param {WeightInfo} weight
   */
  words(weight) {
    const { letter, below, above } = this.#parts(weight);
    return letter + turned(below, LOWERED) + (above && `⁽${turned(above, RAISED)}⁾`);
  }

  /** @param {{ layer: number, unit: number | string, source: number | string | null }} weight */
  #parts({ layer, unit, source }) {
    const above = this.number(layer, 1);
    if (source === null) return this.#indices('b', above, [layer, unit]);
    return this.#indices('w', above, [layer - 1, source], [layer, unit]);
  }

  /**
   * A target of the sample.
   *
   * @param {number} unit
   */
  target(unit) {
    return set('d', this.#indices('d', null, [this.watch.last, unit]).below, '');
  }

  /**
   * Where there is but one, an index says nothing.
   *
   * @param {string} letter
   * @param {number | null} above
   * @param {...[number, number | string]} indices layer and unit
   */
  #indices(letter, above, ...indices) {
    const { layers, last } = this.watch;
    const matter = indices.some(([layer]) => layers[layer] !== 1);
    const below = indices.map(([, unit]) => (typeof unit === 'number' ? String(unit + 1) : unit));
    const wide = below.some((index) => index.length > 1);
    return {
      letter,
      below: matter ? below.join(wide ? ',' : '') : '',
      above: above === null || last === 1 ? '' : String(above),
    };
  }
}

/**
 * @param {string} letter
 * @param {string} below
 * @param {string} above
 * @param {string} [mark] a word that goes into the lower index
 */
const set = (letter, below, above, mark = '') =>
  indexed(variable(letter), [below, mark].filter((part) => part !== '').join(','), above);

const LOWERED = '₀₁₂₃₄₅₆₇₈₉';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * @param {string} digits
 * @param {string} shapes of the ten digits
 */
const turned = (digits, shapes) => digits.replace(/\d/g, (digit) => shapes[Number(digit)] ?? digit);
