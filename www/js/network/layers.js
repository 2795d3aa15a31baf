// How the gradient fares from layer to layer, and which layers move.

import { activations, chain } from '../../pkg/downhill_web.js';
import { byId, element, setText, showNumber } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import {
  derivative,
  fraction,
  head,
  math,
  norm,
  operator,
  parenthesis,
  row,
  shortNumber,
  slash,
  value as digits,
  variable,
} from '../mathml.js';
import { attempt } from '../notice.js';
import { format } from '../numbers.js';
import { Notation } from './notation.js';

/** @import { Key } from '../locale.js' */
/** @import { WeightInfo } from '../../pkg/downhill_web.js' */
/** @import { Watch } from './watch.js' */

/** @param {Watch} watch */
export function mountLayers(watch) {
  const { session } = watch;
  const notation = new Notation(watch);
  const depth = byId('depth', HTMLInputElement);
  const activation = byId('activation', HTMLSelectElement);
  const count = byId('depth-value', HTMLElement);
  const controls = byId('chain-controls', HTMLElement);
  const ratio = byId('chain-ratio', HTMLElement);
  const body = byId('layer-rows', HTMLElement);
  const scale = byId('layer-scale', HTMLElement);
  const moved = [parenthesis('‖'), digits('Δ'), variable('w'), parenthesis('‖')];
  byId('layer-norm', HTMLElement).append(...head('‖g‖', norm()));
  byId('layer-factor', HTMLElement).append(...head('f′(x)w', derivative(), variable('w')));
  byId('layer-moved', HTMLElement).append(...head('‖Δw‖', ...moved));

  for (const { name } of activations()) {
    const option = document.createElement('option');
    option.value = name;
    activation.append(option);
  }
  const rebuild = () => {
    attempt(() => session.replace(chain(activation.value, Number(depth.value)), 0));
  };
  depth.addEventListener('input', rebuild);
  activation.addEventListener('change', rebuild);

  on(['lesson', 'run', 'cursor', 'axes', 'watch', 'words'], () => {
    if (watch.view !== 'layers') return;
    const { info, lab, step } = session;
    const isChain = info.layers.every((units) => units === 1) && !info.bias;
    controls.hidden = !isChain || info.layers.length < 3;
    depth.value = String(info.layers.length - 2);
    setText(count, depth.value);
    for (const option of activation.options) setText(option, activationName(option.value));
    activation.value = info.activations[0]?.name ?? '';

    const layers = lab.layers(step, watch.sample ?? 0);
    const ends = [watch.weights.at(0), watch.weights.at(-1)];
    ratio.replaceChildren(
      math(quotient(notation, ends), operator('='), shortNumber(layers.first_to_last)),
    );
    while (body.children.length > layers.norms.length) body.lastElementChild?.remove();
    while (body.children.length < layers.norms.length) body.append(line());
    layers.norms.forEach((value, index) => {
      const cells = body.children[index]?.children ?? [];
      const [name, bar, size, factor, moved] = cells;
      if (!name || !bar || !size || !factor || !moved) return;
      setText(name, notation.name(index + 1));
      width(bar.firstElementChild, layers.norm_shares[index]);
      showNumber(size, format(value, 3));
      const passed = layers.factors?.[index];
      showNumber(factor, passed === undefined ? '' : format(passed, 3));
      width(moved.firstElementChild, layers.moved_shares[index]);
      const way = moved.lastElementChild;
      if (way) showNumber(way, format(layers.moved[index] ?? null, 2));
    });
    const [from, to] = [scale.firstElementChild, scale.lastElementChild];
    if (from && to) {
      showNumber(from, `10^${String(layers.from).replace('-', '−')}`);
      showNumber(to, layers.to === 0 ? '1' : `10^${layers.to}`);
    }
    body.style.setProperty('--decades', String(layers.to - layers.from));
  });
}

/**
 * |∂E/∂w| of the first weight over that of the last
 *
 * @param {Notation} notation
 * @param {(WeightInfo | undefined)[]} weights
 */
function quotient(notation, weights) {
  const [first, last] = weights.map((weight) => {
    const w = weight ? notation.weight(weight) : variable('w');
    return row(parenthesis('|'), variable('∂'), variable('E'), slash(), variable('∂'), w, parenthesis('|'));
  });
  return fraction(first ?? row(), last ?? row());
}

/** @param {string} name in a document; a test sees that each has its word */
const activationName = (name) => t(/** @type {Key} */ (`activation.${name}`));

function line() {
  const made = element('tr', '', element('th', 'layer-name'));
  const bar = element('td', 'layer-bar', element('span', 'bar'));
  const moved = element('td', 'layer-moved', element('span', 'bar moved'), element('span', 'way'));
  made.append(bar, element('td', 'layer-number'), element('td', 'layer-number factor'), moved);
  return made;
}

/**
 * @param {Element | null | undefined} bar
 * @param {number} [share] of the whole length
 */
function width(bar, share = 0) {
  if (bar instanceof HTMLElement) bar.style.setProperty('--share', String(share));
}
