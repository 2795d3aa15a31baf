// Where the diagram's things stand. Pixels of the page throughout.

import { labelPlaces, usualPlace } from './labels.js';

/** @import { WeightInfo } from '../../pkg/downhill_web.js' */
/** @import { Box, Place } from './labels.js' */

/** Room for the names above, and below with and without biases, in type sizes. */
const ABOVE = 3;
const ABOVE_CHAIN = 2;
const BELOW = 2.5;
const BELOW_UNBIASED = 0.5;
/** Room for targets and error at the right; where the page is narrow, for targets, or if there is only
    one, for nothing: it stands with the error below its unit. */
const RIGHT = 8.25;
const RIGHT_NARROW = 4.75;
const RIGHT_SINGLE = 0.5;
/** A diagram less wide than this is narrow. */
const NARROW = 34;
/** Radius of a unit at most and at least, in type sizes. */
const LARGEST = 2.1;
const LARGEST_NARROW = 1.9;
const SMALLEST = 0.4;
/** Half the width of a delta, and its height. */
const DELTA = 3.6;
const LINE = 1.3;
/** The length of an edge that has no room for a label. */
const TIGHT = 3.5;
/** Edges of a layer that are looked at for where their labels stand best. */
const FEW = 16;
/** Of more, only the chosen one tells its number: they all stand at the same part of their edge. */
const CROWD = 64;
/** Where units are closer than this, a delta stands beside the bias of the unit above. */
const CLOSE = 7.5;

export class Layout {
  /**
   * @param {number[]} layers
   * @param {boolean} bias
   * @param {number} width
   * @param {number} height
   * @param {number} em size of the type
   */
  constructor(layers, bias, width, height, em) {
    this.em = em;
    this.width = width;
    this.height = height;
    this.layers = layers;
    const most = Math.max(...layers);
    const columns = layers.length - 1;
    const above = (most === 1 ? ABOVE_CHAIN : ABOVE) * em;
    const usable = height - above - (bias ? BELOW : BELOW_UNBIASED) * em;
    this.pitch = Math.min(usable / most, 11 * em);
    const left = 0.75 * em;
    this.narrow = width < NARROW * em;
    /** Whether target and error stand below their unit. */
    this.targetBelow = this.narrow && layers[columns] === 1;
    const narrow = this.targetBelow ? RIGHT_SINGLE : RIGHT_NARROW;
    const right = (this.narrow ? narrow : RIGHT) * em;
    const across = width - left - right;
    const byGap = across / (columns * 2.7 + 1.5);
    const byPitch = this.pitch * (bias ? 0.29 : 0.34);
    const largest = (this.narrow ? LARGEST_NARROW : LARGEST) * em;
    this.radius = Math.max(SMALLEST * em, Math.min(largest, byGap, byPitch));
    const first = left + Math.max(this.radius, Math.min(1.5 * em, byGap * 1.5));
    this.gap = (width - right - this.radius - first) / columns;
    this.first = first;
    this.middle = above + usable / 2;
    /** Whether words fit above each column. */
    this.roomForWords = this.gap >= 7 * em;
    /** Whether the first and the last column have room for a name. */
    this.roomForEnds = this.gap >= 5.5 * em;
    /** Whether numbers fit on the edges. */
    this.roomForNumbers = this.gap >= 6 * em && this.pitch >= 3 * em;
    const isClose = bias && this.pitch < CLOSE * em;
    /** How deltas stand over their units. */
    this.delta = isClose
      ? { anchor: 'start', x: 0.6 * em, y: -this.radius - 0.3 * em }
      : { anchor: 'middle', x: 0, y: -this.radius - 0.5 * em };
  }

  /** @param {number} layer */
  column(layer) {
    return this.first + layer * this.gap;
  }

  /**
   * @param {number} layer
   * @param {number} unit
   */
  unit(layer, unit) {
    const count = this.layers[layer] ?? 1;
    return { x: this.column(layer), y: this.middle + (unit - (count - 1) / 2) * this.pitch };
  }

  /**
   * Where the weights' lines and labels are.
   *
   * @param {WeightInfo[]} weights
   */
  weights(weights) {
    const lines = weights.map((weight) => this.#line(weight));
    /** @type {Place[]} */
    const labels = [];
    for (let layer = 1; layer < this.layers.length; layer += 1) {
      const at = weights.flatMap((weight, index) =>
        weight.layer === layer && weight.source !== null ? [index] : [],
      );
      const edges = at.map((index) => ends(lines[index]));
      const few = edges.length <= FEW;
      const places =
        edges.length > CROWD
          ? edges.map((edge) => usualPlace(edge))
          : labelPlaces(edges, few ? this.#taken(layer) : [], this.em);
      at.forEach((index, k) => (labels[index] = places[k] ?? { x: 0, y: 0 }));
    }
    return weights.map((weight, index) => this.#weight(weight, ends(lines[index]), labels[index]));
  }

  /**
   * Units on both sides of a layer's weights, and the deltas over them.
   *
   * @param {number} layer
   * @returns {Box[]}
   */
  #taken(layer) {
    const { radius, em, delta } = this;
    return [layer - 1, layer].flatMap((column) =>
      Array.from({ length: this.layers[column] ?? 0 }, (_, unit) => this.unit(column, unit)).flatMap(
        ({ x, y }) => {
          const left = delta.anchor === 'start' ? x + delta.x : x - DELTA * em;
          const over = y + delta.y;
          return [
            { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius },
            { left, top: over - LINE * em, right: left + 2 * DELTA * em, bottom: over + 0.3 * em },
          ];
        },
      ),
    );
  }

  /** @param {WeightInfo} weight */
  #line({ layer, unit, source }) {
    const to = this.unit(layer, unit);
    const { radius, em } = this;
    if (source !== null) return edge(this.unit(layer - 1, source), to, radius, radius);
    // A bias comes from a small source of its own, below its unit.
    const below = radius + Math.min(1.6 * em, this.pitch * 0.2);
    return edge({ x: to.x, y: to.y + below }, to, 0, radius);
  }

  /**
   * @param {WeightInfo} weight
   * @param {{ from: Place, to: Place }} line
   * @param {Place} [place] the middle of its label; none for a bias
   */
  #weight({ layer, source }, { from, to }, place) {
    const { radius, em } = this;
    const line = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
    if (source === null || !place) {
      return {
        line,
        label: { x: from.x + 0.7 * em, y: from.y + 0.1 * em },
        anchor: 'start',
        dot: { cx: from.x, cy: from.y, r: Math.min(0.32 * em, radius * 0.4) },
      };
    }
    const y = place.y - 0.35 * em;
    const isTight = Math.hypot(to.x - from.x, to.y - from.y) < TIGHT * em;
    return {
      line,
      // In a narrow gap the label stands above the units beside it.
      label: { x: place.x, y: isTight ? Math.min(y, this.unit(layer - 1, source).y - radius) : y },
      anchor: 'middle',
      dot: null,
    };
  }
}

/** @param {ReturnType<typeof edge> | undefined} line */
const ends = (line) => ({
  from: { x: line?.x1 ?? 0, y: line?.y1 ?? 0 },
  to: { x: line?.x2 ?? 0, y: line?.y2 ?? 0 },
});

/**
 * The line between two places, shorter by so much at its ends.
 *
 * @param {{ x: number, y: number }} from
 * @param {{ x: number, y: number }} to
 * @param {number} before
 * @param {number} after
 */
function edge(from, to, before, after) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return {
    x1: from.x + (dx * before) / length,
    y1: from.y + (dy * before) / length,
    x2: to.x - (dx * after) / length,
    y2: to.y - (dy * after) / length,
  };
}
