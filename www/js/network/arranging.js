// Where each thing of the diagram stands.

import { setAttribute } from '../dom.js';
import { place } from './item.js';

/** @import { Item, Parts } from './item.js' */
/** @import { Layout } from './layout.js' */
/** @import { Watch } from './watch.js' */

/** A unit of this radius, in type sizes, holds a number. */
export const ROOMY = 1.6;

/**
 * All but the weights.
 *
 * @param {Parts} parts
 * @param {Layout} layout
 * @param {Watch} watch
 */
export function arrange(parts, layout, watch) {
  const { radius, em } = layout;
  for (const item of parts.units) {
    if (item.chosen.kind !== 'unit') continue;
    const { x, y } = layout.unit(item.chosen.layer, item.chosen.unit);
    item.place('body', { cx: x, cy: y, r: radius });
    item.place('output', { x, y });
    // Where nothing stands beside the output unit, numbers end at the edge.
    const atEdge = item.chosen.layer === watch.last && layout.targetBelow;
    item.place('input', { x: atEdge ? layout.width - 2 : x, y: y - radius - (radius < ROOMY * em ? 0.5 : 1.6) * em });
    if (item.shapes.input) setAttribute(item.shapes.input, 'text-anchor', atEdge ? 'end' : 'middle');
    item.place('delta', { x: atEdge ? layout.width - 2 : x + layout.delta.x, y: y + layout.delta.y });
    if (item.shapes.delta) setAttribute(item.shapes.delta, 'text-anchor', atEdge ? 'end' : layout.delta.anchor);
  }
  parts.heads.forEach((head, layer) => {
    // Where the columns are narrow only the ends have names, written towards where there is room.
    const named = layer === 0 || layer === watch.last;
    const tight = layer === 0 && layout.column(0) < 3 * em;
    const start = named && layout.roomForEnds && (tight || !layout.roomForWords);
    // Where nothing stands beside the output unit, its name ends at the edge.
    const end = layer === watch.last && layout.targetBelow;
    setAttribute(head, 'text-anchor', end ? 'end' : start ? 'start' : 'middle');
    const x = layout.column(layer) - (start ? radius : 0);
    place(head, { x: end ? layout.width - 2 : x, y: em });
  });
  parts.targets.forEach((target, unit) => {
    const { x, y } = layout.unit(watch.last, unit);
    const isBelow = layout.targetBelow;
    setAttribute(target, 'text-anchor', isBelow ? 'end' : 'start');
    const beside = { x: x + radius + 0.75 * em, y };
    const below = { x: layout.width - 2, y: y + radius + 3 * em };
    place(target, isBelow ? below : beside);
  });
}

/**
 * @param {Item} item of a weight
 * @param {ReturnType<Layout['weights']>[number]} place
 * @param {number} em
 */
export function arrangeWeight(item, { line, label, anchor, dot }, em) {
  item.place('hit', line);
  item.place('line', line);
  item.place('value', label);
  item.place('slope', { x: label.x, y: label.y + 1.25 * em });
  for (const name of ['value', 'slope']) {
    if (item.shapes[name]) setAttribute(item.shapes[name], 'text-anchor', anchor);
  }
  if (dot) item.place('dot', dot);
}
