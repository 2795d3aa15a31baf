// What is told of each way in which a run can end, with the evidence that it rests on. A cause has
// its place here, and its words.

import { limits } from './limits.js';

/** @import { Key } from '../locale.js' */
/** @import { RowName } from './rows.js' */
/** @import { Verdict, VerdictCause, VerdictKind } from '../../pkg/downhill_web.js' */

/**
 * @typedef {object} Story
 * @property {Key} [cause] what the cause is called
 * @property {Key} sentence what has happened, and what would help
 * @property {(verdict: Verdict) => (Key | false)[]} why sentences with numbers, one after another
 * @property {(verdict: Verdict) => (RowName | false)[]} rows
 */

/**
 * A kind that always has a cause is told by it.
 *
 * @typedef {Exclude<VerdictKind, 'oscillating' | 'vanishing-gradient'>
 *   | VerdictCause | 'explains-little' | 'dead'} Name
 */

/** From this share of its bound on ε λ_max is near enough to be worth showing. */
const NEAR = 0.75;

/** @type {RowName[]} */
const ERRORS = ['error', 'best', 'goal'];

/** @param {Verdict} verdict */
const nearsBound = ({ rate_curvature: product }) =>
  product !== null && product >= NEAR * limits().rate_curvature;

/** @param {Verdict} verdict */
const exceedsBound = ({ rate_curvature: product }) =>
  product !== null && product >= limits().rate_curvature;

/**
 * Whether there is room for a larger rate.
 *
 * @param {Verdict} verdict
 */
const isFarBelowBound = ({ rate_curvature: product }) =>
  product !== null && product > 0 && product < limits().rate_curvature / 2;

/** @param {Verdict} verdict */
const isAllLeft = ({ descent_left: left }) => left !== null && left >= 1;

/** @param {Verdict} verdict */
const isAllLost = ({ lost_again: lost }) => lost !== null && lost.rises >= lost.falls;

/** @param {Verdict} verdict */
const hasFlatDirection = ({ flat_directions: flat }) => flat !== null && flat > 0;

/** @type {(verdict: Verdict) => (RowName | false)[]} */
const ofConverged = (verdict) => [
  'error',
  'best',
  'baseline',
  'goal',
  hasFlatDirection(verdict) && 'free-eigenvalues',
  nearsBound(verdict) && 'stability',
];

/** @type {Omit<Story, 'cause' | 'sentence'>} */
const SATURATION = {
  why: ({ relative_slope, pull, smallest_factor }) => [
    'why.vanishing-gradient',
    relative_slope !== null && 'why.relative',
    pull !== null && 'why.saturation',
    smallest_factor !== null && 'why.smallest-factor',
  ],
  rows: () => [...ERRORS, 'gradient', 'relative', 'pull', 'factor'],
};

/** @type {Record<Name, Story>} */
const STORIES = {
  converged: {
    sentence: 'verdict.converged.sentence',
    why: () => ['why.converged'],
    rows: ofConverged,
  },
  'explains-little': {
    cause: 'cause.explains-little',
    sentence: 'verdict.explains-little.sentence',
    why: () => ['why.converged', 'why.explains-little'],
    rows: ofConverged,
  },
  'local-minimum': {
    sentence: 'verdict.local-minimum.sentence',
    why: () => ['why.local-minimum'],
    rows: () => [...ERRORS, 'gradient', 'fall', 'turns', 'eigenvalues'],
  },
  saturation: { cause: 'cause.saturation', sentence: 'verdict.saturation.sentence', ...SATURATION },
  // Smaller weights would not wake a rectifier.
  dead: { cause: 'cause.dead', sentence: 'verdict.dead.sentence', ...SATURATION },
  'balance-and-saturation': {
    cause: 'cause.balance-and-saturation',
    sentence: 'verdict.balance-and-saturation.sentence',
    why: ({ relative_slope, balance, smallest_factor }) => [
      'why.vanishing-gradient',
      relative_slope !== null && 'why.relative',
      balance !== null && 'why.balance',
      smallest_factor !== null && 'why.closed',
    ],
    rows: () => [
      ...ERRORS,
      'gradient',
      'relative',
      'eigenvalues',
      'pull',
      'deltas',
      'pull-left',
      'factor',
    ],
  },
  'still-descending': {
    sentence: 'verdict.still-descending.sentence',
    why: (verdict) => [isAllLeft(verdict) ? 'why.still-descending.all' : 'why.still-descending'],
    rows: () => [...ERRORS, 'gradient', 'left'],
  },
  'narrow-valley': {
    cause: 'cause.narrow-valley',
    sentence: 'verdict.narrow-valley.sentence',
    why: () => ['why.bottom-ahead', 'why.narrow-valley'],
    rows: () => [...ERRORS, 'fall', 'condition', 'stability'],
  },
  'small-rate': {
    cause: 'cause.small-rate',
    sentence: 'verdict.small-rate.sentence',
    why: (verdict) => [
      verdict.bottom !== null && 'why.bottom-ahead',
      verdict.relative_slope !== null && 'why.small-rate',
      'why.short',
      isFarBelowBound(verdict) && 'why.room',
    ],
    rows: (verdict) => [
      ...ERRORS,
      'gradient',
      'relative',
      'fall',
      isFarBelowBound(verdict) && 'stability',
    ],
  },
  plateau: {
    cause: 'cause.plateau',
    sentence: 'verdict.plateau.sentence',
    why: () => ['why.plateau'],
    rows: () => [...ERRORS, 'gradient', 'gathering', 'leaving'],
  },
  saddle: {
    sentence: 'verdict.saddle.sentence',
    why: () => ['why.saddle'],
    rows: () => [...ERRORS, 'gradient', 'eigenvalues', 'growth'],
  },
  wandering: {
    cause: 'cause.wandering',
    sentence: 'verdict.wandering.sentence',
    why: (verdict) => [
      isAllLost(verdict) ? 'why.wandering.all' : 'why.wandering',
      exceedsBound(verdict) && 'why.bound',
    ],
    rows: (verdict) => [
      ...ERRORS,
      'lost',
      'highest',
      exceedsBound(verdict) && 'stability',
    ],
  },
  swinging: {
    cause: 'cause.swinging',
    sentence: 'verdict.swinging.sentence',
    why: (verdict) => ['why.swinging', exceedsBound(verdict) && 'why.bound'],
    rows: () => [...ERRORS, 'turning', 'stability'],
  },
  diverged: {
    sentence: 'verdict.diverged.sentence',
    why: () => ['why.diverged'],
    rows: () => ['error', 'gradient'],
  },
};

/**
 * @param {Verdict} verdict
 * @returns {Story}
 */
export function storyOf({ kind, cause, explains_little: little, smallest_factor: smallest }) {
  if (cause === 'saturation' && smallest?.is_dead) return STORIES.dead;
  const name = cause ?? (kind === 'converged' && little ? 'explains-little' : kind);
  return STORIES[/** @type {Name} */ (name)];
}
