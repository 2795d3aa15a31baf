// What becomes of the runs beside the present one, in a table, and of thirty starts, in shares.

import { byId } from '../dom.js';
import { on } from '../frames.js';
import { mountRunning } from './running.js';
import { mountStarts } from './starts.js';
import { Table } from './table.js';

/** @import { Axes } from '../network/axes.js' */
/** @import { Session } from '../session.js' */

/**
 * @param {Session} session
 * @param {Axes} axes
 * @param {{ restart(): void }} player
 */
export function mountPanel(session, axes, player) {
  mountRunning(session);
  const table = new Table(session, axes);
  byId('beside-table', HTMLElement).append(table.element);
  on(['beside', 'lesson', 'run', 'axes', 'view', 'words', 'cursor'], () => table.show());
  table.show();
  mountStarts(session, player);
}
