// What verdicts are called.

import { t } from '../locale.js';

/** @import { Key } from '../locale.js' */
/** @import { Verdict, VerdictKind } from '../../pkg/downhill_web.js' */

/** @type {Record<VerdictKind, Key>} */
const NAMES = {
  converged: 'verdict.converged',
  'local-minimum': 'verdict.local-minimum',
  'vanishing-gradient': 'verdict.vanishing-gradient',
  'still-descending': 'verdict.still-descending',
  saddle: 'verdict.saddle',
  oscillating: 'verdict.oscillating',
  diverged: 'verdict.diverged',
};

/**
 * @param {VerdictKind} kind
 * @returns {string} its name in the present language
 */
export const kindName = (kind) => t(NAMES[kind]);

/**
 * @param {Verdict | undefined} verdict
 * @returns {string} its name in the present language
 */
export const verdictName = (verdict) =>
  verdict ? kindName(verdict.kind) : t('verdict.computing');
