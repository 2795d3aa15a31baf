// What the network computes, as a picture and in rows.

import { mountOutputPlot } from './plot.js';
import { mountSampleTable } from './table.js';

/** @import { Watch } from '../network/watch.js' */

/** @param {Watch} watch */
export function mountOutputs(watch) {
  mountOutputPlot(watch);
  mountSampleTable(watch);
}
