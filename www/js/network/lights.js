// Which units and weights the present stage uses.

/** @import { Watch } from './watch.js' */

/**
 * @param {Watch} watch
 * @returns {{ units: Set<number>, weights: Set<number>, error: boolean, quiet: boolean }} places of
 *   units and weights; whether the error is used; whether the rest is to be quiet
 */
export function lights(watch) {
  const { chosen, now, last, layers } = watch;
  /** @type {Set<number>} */
  const units = new Set();
  /** @type {Set<number>} */
  const weights = new Set();
  /** @param {number} layer */
  const whole = (layer) => {
    for (let unit = 0; unit < (layers[layer] ?? 0); unit += 1) units.add(watch.place(layer, unit));
  };
  let error = false;

  const { weight } = watch;
  if (watch.view === 'layers') return { units, weights, error, quiet: false };
  if (weight && now.kind === 'update') {
    for (const { index } of watch.weights) weights.add(index);
    return { units, weights, error: true, quiet: false };
  }
  if (weight) {
    // The chain: the weight, its unit, and all that comes after it.
    weights.add(weight.index);
    if (weight.source !== null) units.add(watch.place(weight.layer - 1, weight.source));
    units.add(watch.place(weight.layer, weight.unit));
    for (const { index, layer, source } of watch.weights) {
      const onward = layer === weight.layer + 1 ? source === weight.unit : source !== null;
      if (layer > weight.layer && onward) weights.add(index);
    }
    for (let layer = weight.layer + 1; layer <= last; layer += 1) whole(layer);
    error = true;
  } else if (chosen.kind === 'unit') {
    const { layer, unit } = chosen;
    units.add(watch.place(layer, unit));
    if (now.kind === 'forward' || now.kind === 'error') {
      if (now.kind === 'forward' && layer === 0) whole(0);
      else if (layer > 0) {
        for (const { index } of watch.incoming(layer, unit)) weights.add(index);
        whole(layer - 1);
      }
    } else if (layer === last) error = true;
    else {
      for (const { index } of watch.outgoing(layer, unit)) weights.add(index);
      whole(layer + 1);
    }
  } else {
    whole(last);
    error = true;
  }
  return { units, weights, error, quiet: true };
}
