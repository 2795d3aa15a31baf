// How initial values are drawn: as the document says, else as was last chosen.

import { documentOf } from './change.js';

/** @import { Session } from '../session.js' */
/** @import { Draw } from './change.js' */

/** @type {Draw} */
let chosen = { scheme: 'uniform', scale: 1, seed: 1 };

/**
 * @param {Session} session
 * @returns {Draw}
 */
export function drawOf(session) {
  chosen = documentOf(session).init ?? chosen;
  return chosen;
}
