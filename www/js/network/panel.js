// What is seen of the network: its diagram with the walk through one update, the inspector, its layers.

import { mountDiagram } from './diagram.js';
import { mountInspector } from './inspector.js';
import { mountLayers } from './layers.js';
import { mountWalk } from './walk.js';
import { mountWeight } from './weight.js';

/** @import { Watch } from './watch.js' */

/** @param {Watch} watch */
export function mountNetwork(watch) {
  mountWalk(watch);
  mountDiagram(watch);
  mountInspector(watch);
  mountWeight(watch);
  mountLayers(watch);
}
