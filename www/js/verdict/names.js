// What verdicts are called.

import { t } from '../locale.js';

/** @import { Key } from '../locale.js' */
/** @import { Session } from '../session.js' */
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

/** All verdicts, in the order of the legends. */
export const VERDICTS = /** @type {VerdictKind[]} */ (Object.keys(NAMES));

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

/**
 * What a run waits for as long as it has no verdict.
 *
 * @param {Session} session
 * @returns {{ name: string, sentence: string }}
 */
export function waiting({ judged }) {
  if (judged === undefined) {
    return { name: t('verdict.computing'), sentence: t('verdict.computing.sentence') };
  }
  const percent = Math.floor(100 * judged);
  return { name: t('judging'), sentence: t('judging.sentence', { percent }) };
}
