// A document with another data set or another shape. Units are told apart by what they were, so that
// the laboratory can keep the weights between those that are still there.

/** @import { Session } from '../session.js' */

/**
 * Layers from the input; of each unit its number in the layer that this one was, or null for a new
 * one. `from` is null for a layer that is new; the input has no activation.
 *
 * @typedef {{ from: number | null, units: (number | null)[], activation: string }} PlannedLayer
 *
 * @typedef {object} Plan
 * @property {PlannedLayer[]} layers
 * @property {boolean} bias
 * @property {number[][]} inputs
 * @property {number[][]} targets
 *
 * @typedef {{ scheme: string, scale: number, seed: number }} Draw
 *
 * @typedef {object} Document the parts of an experiment's document that are changed here
 * @property {number[]} layers
 * @property {string[]} activations
 * @property {boolean} bias
 * @property {number[][]} inputs
 * @property {number[][]} targets
 * @property {number[]} [weights]
 * @property {Draw} [init]
 * @property {number[]} [free]
 * @property {number} steps
 * @property {number} [best_error]
 * @property {object[]} [view]
 */

/**
 * @param {Session} session
 * @returns {Document}
 */
export const documentOf = (session) => /** @type {Document} */ (session.lab.document());

/**
 * The present experiment as it is.
 *
 * @param {Session} session
 * @returns {Plan}
 */
export function present(session) {
  const { layers, activations, bias, inputs, targets } = documentOf(session);
  return {
    layers: layers.map((count, layer) => ({
      from: layer,
      units: Array.from({ length: count }, (_, unit) => unit),
      activation: layer === 0 ? '' : (activations[layer - 1] ?? ''),
    })),
    bias,
    inputs,
    targets,
  };
}

/**
 * Puts an experiment of this plan on the bench. Throws a refusal.
 *
 * @param {Session} session
 * @param {Plan} plan
 * @param {Draw} draw of what is new
 */
export function carryOut(session, plan, draw) {
  const { weights, free, view, best_error: _, ...kept } = documentOf(session);
  const { bias, inputs, targets } = plan;
  const layers = plan.layers.map(({ units }) => units.length);
  const activations = plan.layers.slice(1).map(({ activation }) => activation);
  const changed = { ...kept, layers, activations, bias, inputs, targets };
  const { lab } = session;
  if (keepsAll(session, plan)) {
    // Every weight is where it was, and was drawn or typed as it was.
    const same = { weights, free, view };
    session.make({ ...changed, ...withoutNothing(same) });
    return;
  }
  const present = session.info.layers;
  const first = present.map((_, layer) => present.slice(0, layer).reduce((sum, n) => sum + n, 0));
  const origins = plan.layers.flatMap(({ from, units }) =>
    units.map((unit) => (from === null || unit === null ? -1 : (first[from] ?? 0) + unit)),
  );
  session.make(lab.carried_over({ ...changed, init: draw }, new Int32Array(origins)));
}

/**
 * @param {Session} session
 * @param {Plan} plan
 */
function keepsAll({ info }, { layers, bias }) {
  const isSame = layers.every(
    ({ from, units }, layer) =>
      from === layer && units.length === info.layers[layer] && units.every((unit, at) => unit === at),
  );
  return isSame && layers.length === info.layers.length && bias === info.bias;
}

/** @param {Record<string, unknown>} entries of which some are undefined */
const withoutNothing = (entries) =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
