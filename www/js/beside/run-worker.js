// Runs experiments from their start to their end, away from the page, and says what became of them.

import { Judge, Lab, race } from '../../pkg/downhill_web.js';
import { equip } from '../equipment.js';

/** @import { Verdict } from '../../pkg/downhill_web.js' */
/** @import { Modules } from '../equipment.js' */
/** @import { Ended, Starts } from './company.js' */

/**
 * @typedef {object} Order
 * @property {number} id
 * @property {object} document
 * @property {number | undefined} bestError the smallest error, if it is known
 * @property {Starts} [draw] from where it starts in place of its own start
 * @property {number} most weights that are kept of its path
 *
 * @typedef {{ modules: Modules }} Equipment what comes first
 * @typedef {{ id: number, race: { document: object, bestError: number | undefined } }} Race
 * @typedef {{ id: number, run: Float64Array, ended: Ended } | { id: number, racers: object[] }} News
 */

/** Steps of a run at a time. */
const PORTION = 1000;
/** Of a search for the smallest error, at a time. */
const EVALUATIONS = 1000;

addEventListener('message', (/** @type {MessageEvent<Order | Race | Equipment>} */ { data }) => {
  if ('modules' in data) {
    equip(data.modules);
    return;
  }
  if ('race' in data) {
    const { document, bestError } = data.race;
    postMessage({ id: data.id, racers: race(document, bestError) });
    return;
  }
  const { id, document, bestError, draw, most } = data;
  const lab = new Lab(document);
  if (bestError !== undefined) lab.set_best_error(bestError);
  if (draw) lab.draw_start(draw.scheme, draw.scale, draw.seed);
  while (!lab.advance(PORTION));
  const verdict = lab.judges_at_once ? lab.verdict() : judged(lab);
  if (!verdict) throw new Error('a run without an end');
  const run = lab.kept_run(most);
  /** @type {Ended} */
  const ended = {
    verdict,
    toGoal: lab.steps_to_goal(),
    start: [...lab.weights_at_step(0)],
    rule: lab.rule(),
    rate: lab.rate,
    loss: lab.loss,
    batch: lab.info().batch,
  };
  lab.free();
  postMessage({ id, run, ended }, { transfer: [run.buffer] });
});

/**
 * The verdict on a run that the laboratory leaves to a judge.
 *
 * @param {Lab} lab
 * @returns {Verdict | undefined}
 */
function judged(lab) {
  const ending = lab.ending();
  if (!ending) return undefined;
  const judge = new Judge(lab.document(), lab.best_error);
  while (!judge.search(EVALUATIONS));
  if (judge.best_error !== undefined) lab.set_best_error(judge.best_error);
  const judgement = judge.judge(ending, lab.steps_done, () => {});
  judge.free();
  return judgement?.verdict;
}
