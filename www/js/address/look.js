// What is looked at in the network, as a link says it: the sample, the stage of the update, and a unit or
// a weight, where they are not what the beat lights up.

import { chosenAt } from '../network/look.js';

/** @import { LinkParts } from '../../pkg/downhill_web.js' */
/** @import { Chosen, Look, Stage } from '../network/look.js' */
/** @import { Watch } from '../network/watch.js' */

/**
 * @param {Watch} watch
 * @returns {LinkParts}
 */
export function lookParts({ view, showsNetwork, sample, stage, now, chosen, beginning }) {
  /** @type {LinkParts} */
  const parts = {};
  const isSampleSeen = showsNetwork || view === 'outputs';
  if (isSampleSeen && sample !== beginning.sample) parts.sample = sample === null ? 'sum' : sample + 1;
  if (!showsNetwork) return parts;
  if (stage !== beginning.stage) parts.stage = stage + 1;
  const usual = stage === beginning.stage ? beginning.chosen : chosenAt(now, -1);
  if (same(chosen, usual)) return parts;
  if (chosen.kind === 'unit') parts.unit = [[chosen.layer, chosen.unit]];
  if (chosen.kind === 'weight') parts.weight = chosen.index;
  return parts;
}

/**
 * What a link looks at, once its experiment is there.
 *
 * @param {Watch} watch
 * @param {LinkParts} parts
 * @returns {Look}
 */
export function lookOf({ beginning, stages }, { sample, stage, unit, weight }) {
  /** @type {Look} */
  const look = { ...beginning };
  if (sample !== undefined) look.sample = sample === 'sum' ? null : sample - 1;
  if (stage !== undefined && stage - 1 !== look.stage) {
    look.stage = stage - 1;
    look.chosen = chosenAt(/** @type {Stage} */ (stages[look.stage]), weight ?? 0);
  }
  const [layer, place] = unit?.[0] ?? [];
  if (weight !== undefined) look.chosen = { kind: 'weight', index: weight };
  else if (layer !== undefined && place !== undefined) look.chosen = { kind: 'unit', layer, unit: place };
  return look;
}

/**
 * @param {Chosen} a
 * @param {Chosen} b
 */
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
