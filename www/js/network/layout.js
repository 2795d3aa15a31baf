// Where the diagram's things stand. Pixels of the page throughout.

/** @import { WeightInfo } from '../../pkg/downhill_web.js' */

/** Room for the names above, and below with and without biases, in type sizes. */
const ABOVE = 3;
const ABOVE_CHAIN = 2;
const BELOW = 2.5;
const BELOW_UNBIASED = 0.5;
/** Room for targets and error at the right; where the page is narrow, for targets alone. */
const RIGHT = 8.25;
const RIGHT_NARROW = 4.75;
/** A diagram less wide than this is narrow. */
const NARROW = 34;
/** Radius of a unit at most and at least, in type sizes. */
const LARGEST = 2.1;
const SMALLEST = 0.4;
/** Labels of edges stand here between source and unit. */
const LABEL = 0.3;
/** Half the width of a label, and the length of an edge that has no room for one. */
const CLEAR = 3;
const TIGHT = 3.5;

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
    const right = (this.narrow ? RIGHT_NARROW : RIGHT) * em;
    const across = width - left - right;
    const byGap = across / (columns * 2.7 + 1.5);
    const byPitch = this.pitch * (bias ? 0.29 : 0.34);
    this.radius = Math.max(SMALLEST * em, Math.min(LARGEST * em, byGap, byPitch));
    const first = left + Math.max(this.radius, Math.min(1.5 * em, byGap * 1.5));
    this.gap = (width - right - this.radius - first) / columns;
    this.first = first;
    this.middle = above + usable / 2;
    /** Whether words fit above each column. */
    this.roomForWords = this.gap >= 7 * em;
    /** Whether the first and the last column have room for a name. */
    this.roomForEnds = this.gap >= 4 * em;
    /** Whether numbers fit on the edges. */
    this.roomForNumbers = this.gap >= 6 * em && this.pitch >= 3 * em;
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

  /** @param {WeightInfo} weight */
  weight({ layer, unit, source }) {
    const to = this.unit(layer, unit);
    const { radius, em } = this;
    if (source === null) {
      // A bias comes from a small source of its own, below its unit.
      const from = { x: to.x, y: to.y + radius + Math.min(1.6 * em, this.pitch * 0.2) };
      return {
        line: edge(from, to, 0, radius),
        label: { x: from.x + 0.7 * em, y: from.y + 0.1 * em },
        anchor: 'start',
        dot: { cx: from.x, cy: from.y, r: Math.min(0.32 * em, radius * 0.4) },
      };
    }
    const from = this.unit(layer - 1, source);
    const line = edge(from, to, radius, radius);
    const length = Math.hypot(line.x2 - line.x1, line.y2 - line.y1) || 1;
    // Clear of the source, and short of the middle where other edges cross.
    const at = Math.min(0.5, Math.max(LABEL, (CLEAR * em) / length));
    const y = line.y1 + at * (line.y2 - line.y1) - 0.35 * em;
    return {
      line,
      label: {
        x: line.x1 + at * (line.x2 - line.x1),
        // In a narrow gap the label stands above the units beside it.
        y: length < TIGHT * em ? Math.min(y, from.y - radius) : y,
      },
      anchor: 'middle',
      dot: null,
    };
  }
}

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
