// Every update rule from the present start, each at the best of many rates: pinned beside each other.

import { t } from '../locale.js';
import { tell } from '../notice.js';
import { Runner } from './runner.js';

/** @import { Session } from '../session.js' */

/** @type {Runner | undefined} */
let runner;

/** @param {Session} session */
export function race(session) {
  const { company, lab } = session;
  runner ??= new Runner(() => tell(() => t('beside.failed')));
  runner.callOff();
  runner.race({ document: lab.document(), bestError: lab.best_error }, (racers) => {
    // Another problem may have come meanwhile.
    if (session.lab === lab) company.race(racers);
  });
}
