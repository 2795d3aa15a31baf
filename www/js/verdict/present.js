// What the shown step is like, and what the update that follows it does.

import { t } from '../locale.js';
import { format } from '../numbers.js';
import { verdictName, waiting } from './names.js';
import { percents } from './quantities.js';

/** @import { Key } from '../locale.js' */
/** @import { StepState } from '../../pkg/downhill_web.js' */
/** @import { Session } from '../session.js' */

/** Digits of what an update changes. */
const FEW = 3;

/**
 * The sentences of the panel where the shown step is not the last one.
 *
 * @param {StepState} state
 * @returns {string}
 */
export function present(state) {
  const now = t('step.now', {
    error: format(state.error),
    gradient: format(state.gradient_norm),
  });
  return now + t(change(state), {
    fall: format(Math.abs(state.fall ?? NaN), FEW),
    share: percents(state.share ?? 0),
    next: format(state.next_error),
  });
}

/**
 * @param {StepState} state
 * @returns {Key}
 */
function change({ fall }) {
  if (fall === 0) return 'step.stays';
  return fall !== null && fall > 0 ? 'step.falls' : 'step.rises';
}

/**
 * How the run ends, for whoever is not there yet.
 *
 * @param {Session} session
 */
export function ending(session) {
  const { verdict, last } = session;
  if (!verdict) return waiting(session).sentence;
  return t('step.end', {
    done: last,
    verdict: verdictName(verdict),
    error: format(verdict.error),
  });
}
