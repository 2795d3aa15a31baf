// The chain of dependence, as the lecture tells it: from the weight to the error, a sentence a link.

import { element } from '../dom.js';
import { t } from '../locale.js';
import { brief } from '../numbers.js';
import { prose } from '../prose.js';

/** @import { Pass, WeightInfo } from '../../pkg/downhill_web.js' */
/** @import { Notation } from './notation.js' */
/** @import { Watch } from './watch.js' */

/** Units of a layer, and terms of a sum, that are written out. */
const WRITTEN = 3;

/** @param {number | null | undefined} value as a factor */
const factor = (value) => ((value ?? 0) < 0 ? `(${brief(value ?? null)})` : brief(value ?? null));

/**
 * @param {Watch} watch
 * @param {Notation} notation
 * @param {Pass} pass
 * @param {WeightInfo} weight
 * @returns {HTMLElement[]} the links
 */
export function links(watch, notation, pass, weight) {
  const { layer, unit, source, index } = weight;
  const delta = pass.delta[watch.place(layer, unit)];
  const values = {
    name: notation.prose(weight),
    unit: notation.unitName(layer, unit),
    delta: factor(delta),
    output: factor(source === null ? 1 : pass.output[watch.place(layer - 1, source)]),
    slope: brief(pass.gradient[index] ?? null),
  };
  const sentences = [source === null ? t('chain.bias', values) : t('chain.weight', values)];
  for (let at = layer; at <= watch.last; at += 1) {
    const several = at > layer ? (watch.layers[at] ?? 1) : 1;
    const units = Array.from({ length: Math.min(several, WRITTEN) }, (_, k) => (at > layer ? k : unit));
    const formulas = units.map((k) => formula(watch, pass, at, k));
    if (several > WRITTEN) formulas.push('…');
    const place = {
      unit: several > 1 ? notation.inSentence(at) : notation.unitName(at, units[0] ?? 0),
      next: notation.inSentence(Math.min(at + 1, watch.last)),
      formula: formulas.join(t('chain.and')),
    };
    const output = watch.session.lab.loss_has_derivative ? 'chain.output' : 'chain.output.plain';
    sentences.push(at === watch.last ? t(output, place) : t('chain.hidden', place));
  }
  const slope = pass.gradient[index] ?? 0;
  // A step sums over the samples: what one of them says is of that one alone.
  const isOne = watch.session.info.samples > 1;
  let advice = t(isOne ? 'chain.still.sample' : 'chain.still');
  if (slope > 0) advice = t(isOne ? 'chain.lower.sample' : 'chain.lower');
  if (slope < 0) advice = t(isOne ? 'chain.raise.sample' : 'chain.raise');
  sentences.push(`${t('chain.error', { error: brief(pass.error) })}${advice}`);
  return sentences.map((sentence) => element('li', '', ...prose(sentence)));
}

/**
 * δ of a unit, with numbers.
 *
 * @param {Watch} watch
 * @param {Pass} pass
 * @param {number} layer
 * @param {number} unit
 */
function formula(watch, pass, layer, unit) {
  const at = watch.place(layer, unit);
  const [slope, delta] = [brief(pass.derivative[at] ?? null), brief(pass.delta[at] ?? null)];
  if (layer === watch.last && !watch.session.lab.loss_has_derivative) {
    const [output, target] = [brief(pass.output[at] ?? null), factor(pass.target[unit])];
    return pieces([`δ = o − d`, `${output} − ${target}`, delta]);
  }
  if (layer === watch.last) {
    return pieces([`δ = (o − d) × f′(x)`, `${factor(pass.miss[unit])} × ${slope}`, delta]);
  }
  const outgoing = watch.outgoing(layer, unit);
  const terms = outgoing.slice(0, WRITTEN).map(({ index, unit: next }) => {
    const back = factor(pass.delta[watch.place(layer + 1, next)]);
    return `${back} × ${factor(watch.numbers.weights[index])}`;
  });
  if (outgoing.length === 1) return pieces(['δ = f′(x) × δw', `${slope} × ${terms[0]}`, delta]);
  if (outgoing.length > WRITTEN) terms.push('⋯');
  return pieces(['δ = f′(x) × Σδw', `${slope} × (${terms.join('` `+ ')})`, delta]);
}

/**
 * A chain of equations as formulas between which a line may break.
 *
 * @param {string[]} sides
 */
const pieces = (sides) => sides.map((side, index) => `\`${index ? '= ' : ''}${side}\``).join(' ');
