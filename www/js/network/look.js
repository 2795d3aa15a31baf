// What is looked at in the network where nobody has chosen otherwise: what a beat lights up.

/** @import { WeightInfo } from '../../pkg/downhill_web.js' */
/** @import { Focus } from '../lessons.js' */

/**
 * Layers are counted from the input, which is 0; units, samples and weights from 0.
 *
 * @typedef {'picture' | 'problem' | 'network' | 'layers' | 'outputs'} View
 * @typedef {{ kind: 'forward' | 'delta', layer: number } | { kind: 'error' | 'update', layer: null }} Stage
 * @typedef {{ kind: 'unit', layer: number, unit: number }} ChosenUnit
 * @typedef {{ kind: 'weight', index: number }} ChosenWeight
 * @typedef {ChosenUnit | ChosenWeight | { kind: 'error' }} Chosen
 *
 * `sample`: null for the sum over all samples.
 * @typedef {{ sample: number | null, stage: number, chosen: Chosen }} Look
 */

/**
 * Where what a beat lights up is seen.
 *
 * @param {Focus | undefined} focus
 * @returns {View}
 */
export function focusView(focus) {
  if (!focus || focus.on === 'picture' || focus.on === 'rates') return 'picture';
  return focus.on === 'layers' ? 'layers' : 'network';
}

/**
 * What a beat's picture shows.
 *
 * @param {Focus | undefined} focus
 */
export const focusPicture = (focus) => (focus?.on === 'rates' ? 'rates' : 'surface');

/**
 * The stages of an update.
 *
 * @param {number[]} layers their units
 * @returns {Stage[]}
 */
export function stagesOf(layers) {
  /** @param {'forward' | 'delta'} kind */
  const each = (kind) => layers.map((_, layer) => ({ kind, layer }));
  return [
    ...each('forward'),
    { kind: 'error', layer: null },
    ...each('delta').slice(1).reverse(),
    { kind: 'update', layer: null },
  ];
}

/**
 * What a stage begins with.
 *
 * @param {Stage} stage
 * @param {number} weight the one that is seen when weights change
 * @returns {Chosen}
 */
export function chosenAt({ kind, layer }, weight) {
  if (layer !== null) return { kind: 'unit', layer, unit: 0 };
  return kind === 'update' ? { kind: 'weight', index: weight } : { kind: 'error' };
}

/**
 * What a beat lights up.
 *
 * @param {Focus | undefined} focus
 * @param {{ stages: Stage[], weights: WeightInfo[], axis: number }} network `axis`: the weight on the
 *   picture's first axis
 * @returns {Look}
 */
export function focusLook(focus, { stages, weights, axis }) {
  /** @param {(stage: Stage) => boolean} isIt */
  const at = (isIt) => Math.max(0, stages.findIndex(isIt));
  let sample = /** @type {number | null} */ (0);
  let stage = 0;
  if (focus?.on === 'layers') stage = stages.length - 1;
  else if (focus?.on === 'walk') {
    stage = at(({ kind, layer }) => kind === focus.stage && layer === focus.layer);
    // The new weights need every sample's slope.
    sample = focus.stage === 'update' ? null : focus.sample;
  } else if (focus?.on === 'chain') {
    const layer = weights[focus.weight]?.layer ?? 1;
    stage = at((each) => each.kind === 'delta' && each.layer === layer);
    return { sample: focus.sample, stage, chosen: { kind: 'weight', index: focus.weight } };
  }
  return { sample, stage, chosen: chosenAt(/** @type {Stage} */ (stages[stage]), axis) };
}
