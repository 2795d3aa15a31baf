// How many guesses were right, and how many wrong. It is kept on this device alone.

import { remember, remembered } from '../storage.js';

const STORED = 'downhill.guesses';

/** @returns {{ right: number, wrong: number }} */
export function tally() {
  const [right = 0, wrong = 0] = (remembered(STORED) ?? '').split(' ').map(Number);
  return { right: right || 0, wrong: wrong || 0 };
}

/** @param {boolean} isRight */
export function count(isRight) {
  const { right, wrong } = tally();
  keep(right + Number(isRight), wrong + Number(!isRight));
}

export const reset = () => keep(0, 0);

/**
 * @param {number} right
 * @param {number} wrong
 */
const keep = (right, wrong) => remember(STORED, `${right} ${wrong}`);
