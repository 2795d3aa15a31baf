// Which question is asked. A page that is loaded again asks it again: else that would tell the answer.

import { keepHere, keptHere } from '../storage.js';

const STORED = 'downhill.asked';

/**
 * A question of a lesson by its index, or where the start is the reader's own one, the last that was asked.
 *
 * @typedef {{ lesson: string, index: number, isOwn: boolean }} Asked
 */

/** @param {Asked | undefined} asked */
export function keepAsked(asked) {
  keepHere(STORED, asked ? `${asked.lesson} ${asked.index} ${asked.isOwn}` : '');
}

/** @returns {Asked | undefined} */
export function keptAsked() {
  const [lesson, index, isOwn] = (keptHere(STORED) ?? '').split(' ');
  return lesson ? { lesson, index: Number(index), isOwn: isOwn === 'true' } : undefined;
}

/** Whether this is a page loaded again, and no other one in its window. */
export function isReload() {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
}
