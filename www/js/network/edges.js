// The edges of a network of many weights: a few paths for each layer in place of thousands of elements,
// which no browser lays out in a frame. Out of them stands, as things of their own, what is chosen and
// the few that a stage lights up.

import { setAttribute } from '../dom.js';
import { svg } from './item.js';

/** @import { WeightInfo } from '../../pkg/downhill_web.js' */
/** @import { Layout } from './layout.js' */
/** @import { lights } from './lights.js' */
/** @import { Watch } from './watch.js' */

/** @typedef {ReturnType<Layout['weights']>} Places */

/** Of at most so many weights each is a thing of its own. */
const MANY = 200;
/** Of a layer's weights at most so many stand out; where more are lit, all are. */
const MOST = 40;
/** The thickest edge. */
const THICKEST = 7;
/** Where units are closer than this, in type sizes, edges are thinner: they would hide each other. */
const ROOMY = 4;

/** @param {number} weight */
const grade = (weight) => Math.min(THICKEST, 0.75 + 1.1 * Math.abs(weight));

/**
 * How thick an edge is, in type sizes.
 *
 * @param {number} weight its value
 */
export const thickness = (weight) => grade(weight) / 16;

/** @param {Places[number]} place */
function segment({ line: { x1, y1, x2, y2 } }) {
  return `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`;
}

export class Edges {
  /** @type {Bundle[]} */
  #bundles = [];
  /** @type {string[]} a piece of a path for each weight */
  #segments = [];
  #thinness = 0;

  /** @param {WeightInfo[]} weights of the network */
  constructor(weights) {
    this.weights = weights;
    this.group = svg('g', 'edges');
    // What stands out has a name.
    this.group.setAttribute('aria-hidden', 'true');
    if (weights.length <= MANY) return;
    for (const { layer, source } of weights) {
      const isBias = source === null;
      if (this.#bundles.some((bundle) => bundle.layer === layer && bundle.isBias === isBias)) continue;
      const bundle = new Bundle(weights, layer, isBias);
      this.#bundles.push(bundle);
      this.group.append(bundle.group);
    }
  }

  /**
   * The weights that are things of their own.
   *
   * @param {Watch} watch
   * @param {ReturnType<typeof lights>} lit
   * @returns {number[]}
   */
  standingOut({ chosen }, lit) {
    if (!this.#bundles.length) return this.weights.map(({ index }) => index);
    const few = this.#bundles.map((bundle) => bundle.lit(lit)).filter((lit) => lit.length <= MOST);
    return [...new Set([...few.flat(), ...(chosen.kind === 'weight' ? [chosen.index] : [])])];
  }

  /**
   * @param {Layout} layout
   * @param {Places} places of all weights
   */
  arrange({ em, pitch }, places) {
    if (!this.#bundles.length) return;
    this.#segments = places.map(segment);
    this.#thinness = em * Math.min(1, pitch / (ROOMY * em));
    for (const bundle of this.#bundles) bundle.dot(places);
  }

  /**
   * Draws all but those that stand out.
   *
   * @param {Float64Array} values of all weights
   * @param {ReturnType<typeof lights>} lit
   * @param {{ has(index: number): boolean }} standingOut
   */
  write(values, lit, standingOut) {
    for (const bundle of this.#bundles) {
      bundle.group.toggleAttribute('data-quiet', lit.quiet && bundle.lit(lit).length <= MOST);
      bundle.write(this.#thinness, (index) => {
        return standingOut.has(index) ? undefined : { value: values[index] ?? 0, segment: this.#segments[index] ?? '' };
      });
    }
  }
}

/** A layer's weights from the units before it, or its biases. */
class Bundle {
  #dots = svg('path', 'dots');
  /** Above 0 and below. */
  #signs = [svg('g', ''), svg('g', '')];

  /**
   * @param {WeightInfo[]} weights of the network
   * @param {number} layer
   * @param {boolean} isBias
   */
  constructor(weights, layer, isBias) {
    this.layer = layer;
    this.isBias = isBias;
    const own = weights.filter((weight) => weight.layer === layer && (weight.source === null) === isBias);
    this.indices = own.map(({ index }) => index);
    this.#signs[1]?.setAttribute('data-negative', '');
    this.group = svg('g', 'bundle', ...this.#signs);
    if (isBias) this.group.append(this.#dots);
  }

  /** @param {ReturnType<typeof lights>} lit */
  lit({ weights }) {
    return this.indices.filter((index) => weights.has(index));
  }

  /**
   * Biases begin at a dot: a stroke without length that has round ends.
   *
   * @param {Places} places of all weights
   */
  dot(places) {
    const dots = this.indices.flatMap((index) => places[index]?.dot ?? []);
    const [first] = dots;
    if (!first) return;
    setAttribute(this.#dots, 'd', dots.map(({ cx, cy }) => `M${cx.toFixed(1)} ${cy.toFixed(1)}h0`).join(''));
    setAttribute(this.#dots, 'stroke-width', (2 * first.r).toFixed(1));
  }

  /**
   * @param {number} thinness pixels of an edge of thickness 1
   * @param {(index: number) => { value: number, segment: string } | undefined} edge none: it stands out
   */
  write(thinness, edge) {
    /** A path for each thickness, from the thinnest that there is to the thickest. */
    const pieces = this.#signs.map(() => /** @type {Map<number, string[]>} */ (new Map()));
    for (const index of this.indices) {
      const found = edge(index);
      if (!found) continue;
      const thick = Math.round(grade(found.value));
      const path = pieces[found.value < 0 ? 1 : 0];
      if (path?.has(thick)) path.get(thick)?.push(found.segment);
      else path?.set(thick, [found.segment]);
    }
    this.#signs.forEach((group, sign) => {
      const paths = [...(pieces[sign] ?? [])].sort(([one], [other]) => one - other);
      while (group.children.length > paths.length) group.lastElementChild?.remove();
      while (group.children.length < paths.length) group.append(svg('path', 'line'));
      paths.forEach(([thick, segments], index) => {
        const path = /** @type {Element} */ (group.children[index]);
        setAttribute(path, 'd', segments.join(''));
        setAttribute(path, 'stroke-width', ((thick / 16) * thinness).toFixed(2));
      });
    });
  }
}
