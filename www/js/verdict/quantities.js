// A verdict's quantities, for the places in words.

import { t } from '../locale.js';
import { brief, format, plain } from '../numbers.js';
import { limits, limitWords } from './limits.js';

/** @import { Notation } from '../network/notation.js' */
/** @import { Verdict } from '../../pkg/downhill_web.js' */
/** @typedef {Record<string, string | number>} Quantities */

/** Digits of what is small, large or a guess. */
const FEW = 3;
/** From here on a ratio is written with its power of ten. */
const VAST = 1e6;
/** Of a share: nobody reads more of it. */
const LEAST = 1e-5;
/** A share that differs from all by less differs by rounding. */
const ALL = 1 - 1e-9;

/**
 * What the verdict has no evidence of is not among them.
 *
 * @param {Verdict} verdict
 * @param {{ steps: number, rate: number }} experiment the horizon is as many steps again
 * @param {Notation} notation
 * @returns {Quantities}
 */
export function quantities(verdict, { steps, rate }, notation) {
  const { balance, bottom, lost_again: lost, smallest_factor: smallest, swing } = verdict;
  return {
    ...limitWords(),
    steps,
    rate: brief(rate),
    done: verdict.steps,
    error: format(verdict.error),
    best: format(verdict.best_error),
    baseline: format(verdict.baseline),
    goal: format(verdict.goal),
    least: format(limits().goal_at_least * (1 + verdict.best_error)),
    explained: percents(verdict.best_error / verdict.baseline),
    gradient: format(verdict.gradient_norm, FEW),
    ...given(verdict.descent_left, (left) => ({ left: percents(left) })),
    ...given(lost, ({ rises, falls, highest }) => ({
      lost: percents(rises / falls),
      highest: format(highest),
    })),
    ...given(swing, ({ pairs, turning_back }) => ({ pairs, turning: percents(turning_back) })),
    ...given(verdict.eigenvalues, (eigenvalues) => ({
      count: verdict.eigenvalue_count ?? eigenvalues.length,
      smallest: format(Math.min(...eigenvalues), FEW),
      largest: format(Math.max(...eigenvalues), FEW),
    })),
    ...given(verdict.rate_curvature, (product) => ({ curvature: format(product, FEW) })),
    ...given(verdict.nudge_growth, (growth) => ({ growth: Math.round(growth) })),
    ...given(verdict.condition, (condition) => ({
      condition: condition < VAST ? Number(condition.toPrecision(FEW)) : format(condition, FEW),
    })),
    ...given(verdict.gathering, (gathering) => ({ gathering: format(gathering, FEW) })),
    ...given(verdict.steps_to_leave, (leaving) => ({ leaving: about(leaving) })),
    ...given(verdict.steps_at_this_speed, (needed) => ({ needed: about(needed) })),
    ...given(bottom, ({ turns, error, fall }) => ({
      turns,
      bottom: format(error),
      // The bottom may lie beyond the best error known, or the run beyond the bottom: by rounding.
      fall: percents(Math.min(1, Math.max(0, fall))),
    })),
    ...given(verdict.relative_slope, (relative) => ({ relative: percents(relative) })),
    ...given(verdict.pull, (pull) => ({ pull: percents(pull) })),
    ...given(verdict.pull_left, (left) => ({ pull_left: percents(left) })),
    ...given(balance, ({ sample, other_sample, unit, deltas }) => ({
      sample: sample + 1,
      other_sample: other_sample + 1,
      output: notation.unitName(notation.watch.last, unit),
      delta: format(deltas[0] ?? null, FEW),
      other_delta: format(deltas[1] ?? null, FEW),
    })),
    ...given(smallest, ({ layer, unit, sample, derivative, greatest_derivative }) => ({
      unit: notation.unitName(layer, unit),
      saturated_sample: sample + 1,
      factor: format(derivative, FEW),
      greatest: format(greatest_derivative, FEW),
    })),
  };
}

/**
 * @template T
 * @param {T | null} evidence
 * @param {(evidence: T) => Quantities} told
 */
const given = (evidence, told) => (evidence === null ? {} : told(evidence));

/**
 * Two digits of a number of steps, and never none of them.
 *
 * @param {number} steps
 */
const about = (steps) => Math.max(1, Math.round(Number(steps.toPrecision(2))));

/**
 * A share in per cent, with two digits however small it is, so that it is told from its threshold. A
 * part is never called nothing, and never all.
 *
 * @param {number} share
 */
export function percents(share) {
  if (share > 0 && share < LEAST) return t('evidence.less', { limit: `${plain(100 * LEAST)}\u00a0%` });
  if (share >= ALL) return `${Math.round(100 * share)}\u00a0%`;
  const digits = share < 0.99 ? Number((100 * share).toPrecision(2)) : Math.floor(1000 * share) / 10;
  return `${digits}\u00a0%`;
}
