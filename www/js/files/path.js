// The path of a run as CSV: a line for each step.

/** @import { Session } from '../session.js' */
/** @import { WeightInfo } from '../../pkg/downhill_web.js' */

/** Numbers that are written before others have their turn: some milliseconds. */
const PORTION = 20_000;

/**
 * @param {Session} session
 * @param {WeightInfo[]} weights
 * @param {(weight: WeightInfo) => string} name
 * @param {() => boolean} isCurrent whether the run still is the one that was asked for
 * @returns {Promise<Blob | undefined>}
 */
export async function pathTable({ lab, last }, weights, name, isCurrent) {
  const header = ['step', 'error', 'gradient_norm', ...weights.map(name)];
  const parts = [`${header.map(quoted).join(',')}\n`];
  const lines = Math.max(1, Math.floor(PORTION / header.length));
  for (let first = 0; first <= last; first += lines) {
    if (!isCurrent()) return undefined;
    let part = '';
    for (let step = first; step <= Math.min(last, first + lines - 1); step += 1) {
      part += `${step},${lab.record_at(step).join(',')}\n`;
    }
    parts.push(part);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob(parts, { type: 'text/csv' });
}

/** @param {string} field */
const quoted = (field) => (field.includes(',') ? `"${field}"` : field);
