// Judges runs away from the page: searches for the smallest error where it is not known, then asks how
// the run ended. It tells how far it is.

import { Judge } from '../../pkg/downhill_web.js';
import { equip } from '../equipment.js';

/** @import { Judgement } from '../../pkg/downhill_web.js' */
/** @import { Modules } from '../equipment.js' */

/**
 * @typedef {object} Order
 * @property {object} document of the experiment
 * @property {number | undefined} bestError the smallest error, if it is known
 * @property {Float64Array} ending of the run, as the laboratory says it
 * @property {number} steps that were done
 *
 * @typedef {{ modules: Modules }} Equipment what comes first
 * @typedef {{ share: number } | { bestError: number } | { judgement: Judgement }} News
 */

/** It tells how far it is about this often, in milliseconds. */
const PACE = 100;
/** Evaluations between two looks at the clock. */
const PORTION = 4;

let told = 0;

/** @param {News} news */
const tell = (news) => postMessage(news);

/** @param {number} share */
const tellShare = (share) => {
  const now = performance.now();
  if (now - told < PACE) return;
  told = now;
  tell({ share });
};

addEventListener('message', (/** @type {MessageEvent<Order | Equipment>} */ { data }) => {
  if ('modules' in data) {
    equip(data.modules);
    return;
  }
  const { document, bestError, ending, steps } = data;
  const judge = new Judge(document, bestError);
  while (!judge.search(PORTION)) tellShare(judge.share);
  tell({ bestError: judge.best_error ?? NaN });
  const judgement = judge.judge(ending, steps, tellShare);
  judge.free();
  if (!judgement) throw new Error('a run of another experiment');
  tell({ judgement });
});
