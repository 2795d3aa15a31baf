// The pieces of evidence, each as a row can show it.

import { derivative, norm, operator, raised, row, subscript, variable } from '../mathml.js';
import { t } from '../locale.js';
import { format } from '../numbers.js';

/** @import { Key } from '../locale.js' */
/** @import { Quantities } from './quantities.js' */
/** @import { Verdict } from '../../pkg/downhill_web.js' */

/**
 * @typedef {object} Piece
 * @property {() => Element} [symbol]
 * @property {Key} label
 * @property {(values: Quantities, verdict: Verdict) => string | number | undefined} value undefined
 *   where there is no such evidence
 * @property {Key} [note]
 *
 * @typedef {keyof typeof PIECES} RowName
 */

/** More eigenvalues than this are told by the smallest and the largest. */
const LISTED = 3;

const error = () => variable('E');
/** @param {string} which */
const eigenvalue = (which) => subscript(variable('λ'), variable(which));

/** @type {Piece['value']} */
const spectrum = (values, { eigenvalues, eigenvalue_count: count }) => {
  if (!eigenvalues) return undefined;
  if (eigenvalues.length !== count) return t('evidence.spectrum.ends', values);
  if (eigenvalues.length > LISTED) return t('evidence.spectrum', values);
  return eigenvalues.map((value) => format(value, 3)).join(', ');
};

export const PIECES = {
  error: piece('evidence.error', ({ error }) => error, { symbol: error }),
  best: piece('evidence.best', ({ best }) => best, { symbol: () => row(error(), raised('*')) }),
  baseline: piece('evidence.baseline', ({ baseline }) => baseline, {
    note: 'evidence.baseline.note',
  }),
  goal: piece('evidence.goal', ({ goal }) => goal, { symbol: () => row(error(), operator('≤')) }),
  gradient: piece('evidence.gradient', ({ gradient }) => gradient, { symbol: norm }),
  relative: piece('evidence.relative', ({ relative }) => relative, {
    note: 'evidence.relative.note',
  }),
  left: piece(
    'evidence.left',
    ({ left }, { descent_left }) => ((descent_left ?? 0) >= 1 ? t('evidence.all') : left),
    { note: 'evidence.left.note' },
  ),
  lost: piece(
    'evidence.lost',
    ({ lost }, { lost_again }) =>
      lost_again && lost_again.rises >= lost_again.falls ? t('evidence.all') : lost,
    { note: 'evidence.lost.note' },
  ),
  highest: piece('evidence.highest', ({ highest }) => highest),
  turning: piece('evidence.turning', ({ turning }) => turning, { note: 'evidence.turning.note' }),
  fall: piece('evidence.fall', ({ fall }) => fall, { note: 'evidence.fall.note' }),
  turns: piece('evidence.turns', ({ turns }) => turns),
  condition: piece(
    'evidence.condition',
    (values) => ('condition' in values ? t('evidence.condition.value', values) : undefined),
    { note: 'evidence.condition.note' },
  ),
  eigenvalues: piece('evidence.eigenvalues', spectrum, { symbol: () => variable('λ') }),
  'free-eigenvalues': piece('evidence.eigenvalues', spectrum, {
    symbol: () => variable('λ'),
    note: 'evidence.eigenvalues.flat',
  }),
  stability: piece('evidence.stability', ({ curvature }) => curvature, {
    symbol: () => row(variable('ε'), eigenvalue('max')),
    note: 'evidence.stability.note',
  }),
  growth: piece('evidence.growth', ({ growth }) => growth && `e^${growth}`, {
    note: 'evidence.growth.note',
  }),
  gathering: piece('evidence.gathering', ({ gathering }) => gathering && `e^${gathering}`, {
    note: 'evidence.gathering.note',
  }),
  leaving: piece(
    'evidence.leaving',
    (values) => ('leaving' in values ? t('evidence.leaving.value', values) : undefined),
  ),
  pull: piece('evidence.pull', ({ pull }) => pull, { note: 'evidence.pull.note' }),
  deltas: piece(
    'evidence.deltas',
    ({ delta, other_delta }) => delta && `${delta}, ${other_delta}`,
    { symbol: () => variable('δ'), note: 'evidence.deltas.note' },
  ),
  'pull-left': piece('evidence.pull-left', ({ pull_left }) => pull_left, {
    note: 'evidence.pull-left.note',
  }),
  factor: piece('evidence.factor', ({ factor }) => factor, {
    symbol: derivative,
    note: 'evidence.factor.note',
  }),
};

/**
 * @param {Key} label
 * @param {Piece['value']} value
 * @param {Pick<Piece, 'symbol' | 'note'>} [more]
 * @returns {Piece}
 */
function piece(label, value, more = {}) {
  return { label, value, ...more };
}
