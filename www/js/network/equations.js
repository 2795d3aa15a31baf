// The lecture's equations for a unit, a weight or the error: in symbols, then with the present
// numbers, then what they come to.

import {
  derivative,
  chosen,
  math,
  operator,
  parenthesis,
  row,
  shortFactor,
  shortNumber,
  slope,
  superscript,
  symbol,
  table,
  value,
  variable,
} from '../mathml.js';
import { formula } from './formula.js';
import { updateChains } from './updates.js';

/** @import { Pass, WeightInfo, WeightUpdate } from '../../pkg/downhill_web.js' */
/** @import { Notation } from './notation.js' */
/** @import { Watch } from './watch.js' */

/** Terms of a sum that are written out. */
const TERMS = 4;
/** Of products of two numbers, so many fit in a line. */
const PER_LINE = 3;

const equals = () => operator('=');
const times = () => operator('×');

/**
 * Terms with a plus between them, of many only the first, in lines of so many.
 *
 * @param {Node[]} terms
 * @param {number} [each] terms in a line
 * @returns {Node[]} the lines
 */
function series(terms, each = TERMS) {
  const shown = terms.length > TERMS ? [...terms.slice(0, TERMS - 1), operator('⋯')] : terms;
  const signed = shown.map((term, index) => (index ? [operator('+'), term] : [term]));
  const count = Math.ceil(signed.length / each);
  return Array.from({ length: count }, (_, line) =>
    row(...signed.slice(line * each, (line + 1) * each).flat()),
  );
}

/**
 * Lines with one left-hand side; a right-hand side may itself take several.
 *
 * @param {Node} left
 * @param {...(Node | Node[] | undefined)} rights those that are there
 */
const lines = (left, ...rights) =>
  rights
    .filter((right) => right !== undefined)
    .flatMap((right, index) =>
      [right].flat().map((part, line) => [
        index || line ? row() : left,
        line ? row() : equals(),
        part,
      ]),
    );

/** @param {...Node} inner */
const enclosed = (...inner) => row(parenthesis('('), ...inner, parenthesis(')'));

export class Equations {
  /**
   * @param {Watch} watch
   * @param {Notation} notation
   */
  constructor(watch, notation) {
    this.watch = watch;
    this.notation = notation;
  }

  /**
   * Forward: x and o, and the slope that the way back needs.
   *
   * @param {Pass} pass
   * @param {number} layer
   * @param {number} unit
   */
  forward(pass, layer, unit) {
    const { watch, notation } = this;
    const at = watch.place(layer, unit);
    const o = notation.unit('o', layer, unit);
    const output = shortNumber(pass.output[at] ?? null);
    if (layer === 0) return math(table(lines(o, output)));
    const { weights } = watch.numbers;
    const incoming = watch.incoming(layer, unit);
    const summed = row(
      operator('Σ'),
      notation.unit('o', layer - 1, watch.layers[layer - 1] === 1 ? 0 : 'j'),
      notation.weight({ layer, unit, source: watch.layers[layer - 1] === 1 ? 0 : 'j' }),
    );
    const symbols = incoming.map((weight) =>
      weight.source === null
        ? notation.weight(weight)
        : row(notation.unit('o', layer - 1, weight.source), notation.weight(weight)),
    );
    const numbers = incoming.map(({ index, source }) => {
      const w = weights[index] ?? null;
      if (source === null) return shortFactor(w);
      return row(shortFactor(pass.output[watch.place(layer - 1, source)] ?? null), times(), shortFactor(w));
    });
    const x = notation.unit('x', layer, unit);
    const f = row(variable('f'), enclosed(variable('x')));
    const definition = watch.session.info.activations[layer - 1]?.formula ?? '';
    return math(
      table([
        ...lines(
          x,
          incoming.length > TERMS ? summed : series(symbols, PER_LINE),
          series(numbers, incoming.length > PER_LINE ? PER_LINE - 1 : PER_LINE),
          shortNumber(pass.net_input[at] ?? null),
        ),
        ...lines(o, row(f, equals(), formula(definition), equals(), output)),
        ...this.#derivative(pass, layer, at),
      ]),
    );
  }

  /**
   * f′(x) as one computes it by hand, with numbers where it takes any.
   *
   * @param {Pass} pass
   * @param {number} layer
   * @param {number} at the unit's place
   */
  #derivative(pass, layer, at) {
    const [x, o] = [pass.net_input[at] ?? 0, pass.output[at] ?? null];
    const line = this.watch.session.lab.derivative_formula(layer, x);
    const isNumber = /^[\d.]+( \(|$)/.test(line);
    if (isNumber) return lines(derivative(), formula(line));
    const numbers = formula(line, { x: () => shortFactor(x), o: () => shortFactor(o) });
    return lines(derivative(), formula(line), numbers, shortNumber(pass.derivative[at] ?? null));
  }

  /**
   * Backward: δ.
   *
   * @param {Pass} pass
   * @param {number} layer
   * @param {number} unit
   */
  delta(pass, layer, unit) {
    const { watch, notation } = this;
    const at = watch.place(layer, unit);
    const slope = shortNumber(pass.derivative[at] ?? null);
    const left = notation.unit('δ', layer, unit);
    const result = shortNumber(pass.delta[at] ?? null);
    if (layer === watch.last) {
      if (!watch.session.lab.loss_has_derivative) return this.#plainMiss(pass, layer, unit);
      const miss = enclosed(notation.unit('o', layer, unit), operator('−'), notation.target(unit));
      const output = shortNumber(pass.output[at] ?? null);
      const target = shortFactor(pass.target[unit] ?? null);
      return math(
        table(
          lines(
            left,
            row(miss, derivative()),
            row(enclosed(output, operator('−'), target), times(), slope),
            row(shortFactor(pass.miss[unit] ?? null), times(), slope.cloneNode(true)),
            result,
          ),
        ),
      );
    }
    const { weights } = watch.numbers;
    const outgoing = watch.outgoing(layer, unit);
    const single = outgoing.length === 1;
    const symbols = row(
      derivative(),
      ...(single ? [] : [operator('Σ')]),
      notation.unit('δ', layer + 1, single ? 0 : 'k'),
      notation.weight({ layer: layer + 1, unit: single ? 0 : 'k', source: unit }),
    );
    const terms = outgoing.map(({ index, unit: next }) =>
      row(
        shortFactor(pass.delta[watch.place(layer + 1, next)] ?? null),
        times(),
        shortFactor(weights[index] ?? null),
      ),
    );
    if (single) return math(table(lines(left, symbols, row(slope, times(), ...series(terms)), result)));
    const back = series(terms, 1);
    const numbers = back.map((part, index) =>
      row(
        ...(index ? [] : [slope, times(), parenthesis('(')]),
        part,
        ...(index < back.length - 1 ? [] : [parenthesis(')')]),
      ),
    );
    return math(table(lines(left, symbols, numbers, result)));
  }

  /**
   * δ = o − d: with cross-entropy f′ cancels out.
   *
   * @param {Pass} pass
   * @param {number} layer
   * @param {number} unit
   */
  #plainMiss(pass, layer, unit) {
    const { watch, notation } = this;
    const at = watch.place(layer, unit);
    const numbers = row(
      shortNumber(pass.output[at] ?? null),
      operator('−'),
      shortFactor(pass.target[unit] ?? null),
    );
    const miss = row(notation.unit('o', layer, unit), operator('−'), notation.target(unit));
    const left = notation.unit('δ', layer, unit);
    return math(table(lines(left, miss, numbers, shortNumber(pass.delta[at] ?? null))));
  }

  /**
   * ∂E/∂w of the sample.
   *
   * @param {Pass} pass
   * @param {WeightInfo} weight
   */
  slope(pass, weight) {
    const { watch, notation } = this;
    const { layer, unit, source, index } = weight;
    const delta = shortFactor(pass.delta[watch.place(layer, unit)] ?? null);
    const output = source === null ? 1 : (pass.output[watch.place(layer - 1, source)] ?? null);
    const o = source === null ? [] : [notation.unit('o', layer - 1, source)];
    const numbers = source === null ? undefined : row(delta, times(), shortFactor(output));
    const result = shortNumber(pass.gradient[index] ?? null);
    return math(
      table(lines(this.partial(weight), row(notation.unit('δ', layer, unit), ...o), numbers, result)),
    );
  }

  /**
   * @param {WeightInfo} weight
   * @param {boolean} [isOfBatch]
   */
  partial(weight, isOfBatch) {
    return slope(this.notation.weight(weight), isOfBatch);
  }

  /**
   * w_new by the rule in force, with the slope summed over the samples of the step.
   *
   * @param {WeightInfo} weight
   * @param {WeightUpdate} update
   */
  update(weight, update) {
    const { numbers, session } = this.watch;
    const { index } = weight;
    const chains = updateChains(session.lab.rule(), {
      w: () => this.notation.weight(weight),
      slope: () => this.partial(weight, session.info.batch !== null),
      before: numbers.weights[index] ?? 0,
      gradient: update.gradient,
      rate: session.lab.rate,
      update,
      left: this.notation.weight(weight, 'new'),
      after: numbers.next[index] ?? null,
    });
    return chains.map(([left, ...rights]) => math(table(lines(left, ...rights))));
  }

  /** @param {Pass} pass */
  error(pass) {
    const { watch, notation } = this;
    if (watch.session.lab.loss === 'cross-entropy') return this.#crossEntropy(pass);
    const half = value('½');
    /** @param {Node} inner */
    const squared = (inner) => superscript(inner, value('2'));
    const units = pass.miss.map((miss, unit) => ({ miss, unit }));
    const symbols = units.map(({ unit }) =>
      squared(enclosed(notation.unit('o', watch.last, unit), operator('−'), notation.target(unit))),
    );
    const numbers = units.map(({ miss }) => squared(enclosed(shortNumber(miss))));
    /** @param {Node[]} terms */
    const sum = (terms) =>
      terms.length === 1 ? row(half.cloneNode(true), ...series(terms)) : row(half.cloneNode(true), enclosed(...series(terms)));
    return math(
      table(lines(variable('E'), sum(symbols), sum(numbers), shortNumber(pass.error))),
    );
  }

  /**
   * E = −d ln o − (1 − d) ln(1 − o), summed over the output units.
   *
   * @param {Pass} pass
   */
  #crossEntropy(pass) {
    const { watch, notation } = this;
    const ln = (/** @type {Node[]} */ ...inner) => row(operator('ln'), ...inner);
    const first = watch.place(watch.last, 0);
    const several = pass.target.length > 1;
    const [o, d] = [
      () => notation.unit('o', watch.last, several ? 'j' : 0),
      () => (several ? symbol('d', 'j') : notation.target(0)),
    ];
    const one = () => value('1');
    const symbols = row(
      operator('−'),
      ...(several ? [operator('Σ'), parenthesis('(')] : []),
      d(),
      ln(o()),
      operator(several ? '+' : '−'),
      enclosed(one(), operator('−'), d()),
      ln(enclosed(one(), operator('−'), o())),
      ...(several ? [parenthesis(')')] : []),
    );
    const [output, target] = [pass.output[first] ?? null, pass.target[0] ?? 0];
    const numbers = several
      ? undefined
      : row(
          operator('−'),
          chosen(target),
          ln(shortNumber(output)),
          operator('−'),
          chosen(Number((1 - target).toPrecision(12))),
          ln(enclosed(one(), operator('−'), shortNumber(output))),
        );
    return math(table(lines(variable('E'), symbols, numbers, shortNumber(pass.error))));
  }
}
