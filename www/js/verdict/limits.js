// Where one verdict ends and the next begins, as words ask for it: `{limit_pull}` is the number,
// `{percent_pull}` the same in per cent.

import { plain } from '../numbers.js';
import { thresholds } from '../../pkg/downhill_web.js';

/** @import { Thresholds } from '../../pkg/downhill_web.js' */

/** @type {Thresholds | undefined} */
let known;

/** The thresholds; they are the laboratory's, which has to be there. */
export const limits = () => (known ??= thresholds());

/** @type {Record<string, string> | undefined} */
let words;

/** The thresholds for the places in words. */
export const limitWords = () =>
  (words ??= Object.fromEntries(
    Object.entries(limits()).flatMap(([name, value]) => [
      [`limit_${name}`, round(value)],
      [`percent_${name}`, `${plain(100 * value)}\u00a0%`],
    ]),
  ));

/**
 * 10^8 rather than 100000000.
 *
 * @param {number} value
 */
function round(value) {
  const power = Math.log10(Math.abs(value));
  return Number.isInteger(power) && Math.abs(power) > 3
    ? `10^${String(power).replace('-', '−')}`
    : plain(value).replace('-', '−');
}
