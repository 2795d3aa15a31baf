// The network as a diagram: units with what they put out and send back, edges as thick as their
// weights. Everything in it can be chosen, by pointer or keys.

import { byId, setAttribute } from '../dom.js';
import { on, publish } from '../frames.js';
import { arrange, arrangeWeight } from './arranging.js';
import { Item, svg } from './item.js';
import { Layout } from './layout.js';
import { Notation } from './notation.js';
import { turnLock } from './weight.js';
import { writeDiagram, writeWeights } from './writing.js';

/** @import { WeightInfo } from '../../pkg/downhill_web.js' */
/** @import { Parts } from './item.js' */
/** @import { Watch } from './watch.js' */

/** Weights whose elements are made in one frame, or put in their places, or written anew: each has six. */
const PORTION = 250;

/** @param {Watch} watch */
export function mountDiagram(watch) {
  const root = byId('diagram', SVGSVGElement);
  const box = /** @type {HTMLElement} */ (root.parentElement);
  const diagram = new Diagram(root, watch);
  new ResizeObserver(() => diagram.arrange()).observe(box);
  on(['lesson', 'axes', 'watch'], () => diagram.build());
  on(['diagram'], () => diagram.grow());
  on(['view'], () => diagram.arrange());
  on(['lesson', 'run', 'cursor', 'axes', 'watch', 'words', 'view'], () => diagram.show());
}

class Diagram {
  /** @type {Item[][]} columns from left to right: units, weights, units, … */
  #columns = [];
  /** @type {Parts} */
  #parts = { units: [], weights: [], heads: [], targets: [], error: svg('text', 'total') };
  #shape = '';
  /** For what everything was last put in its place. */
  #arrangement = '';
  /** @type {Layout | undefined} */
  #layout;
  /** @type {ReturnType<Layout['weights']>} where the weights belong */
  #places = [];
  /** Weights that are in their places, from the first on. */
  #placed = 0;
  /** Weights that are still to be written, and the first of them; after the last comes the first. */
  #unwritten = 0;
  #next = 0;

  /**
   * @param {SVGSVGElement} root
   * @param {Watch} watch
   */
  constructor(root, watch) {
    this.root = root;
    this.watch = watch;
    this.notation = new Notation(watch);
    root.addEventListener('keydown', (event) => this.#key(event));
    root.addEventListener('click', ({ target }) => {
      const lock = target instanceof Element ? target.closest('.lock') : null;
      const locked = lock && this.#parts.weights.find(({ shapes }) => shapes.lock === lock);
      if (locked) this.#turn(locked);
      const item = this.#item(target);
      if (item) this.#choose(item);
    });
  }

  /** @param {EventTarget | null} target */
  #item(target) {
    const button = target instanceof Element ? target.closest('[role="button"]') : null;
    return this.#columns.flat().find((item) => item.button === button);
  }

  /** @param {Item} item */
  #choose(item) {
    this.watch.choose(item.chosen);
    this.#rove(item);
  }

  /** @param {Item} item of a weight that is kept from now on, or moves */
  #turn({ chosen }) {
    const weight = chosen.kind === 'weight' ? this.watch.weights[chosen.index] : undefined;
    if (weight) turnLock(this.watch, weight);
  }

  /** @param {Item} item that Tab comes to */
  #rove(item) {
    for (const { button } of this.#columns.flat()) {
      setAttribute(button, 'tabindex', button === item.button ? '0' : '-1');
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const item = this.#item(event.target);
    if (!item || event.ctrlKey || event.altKey || event.metaKey) return;
    const column = this.#columns.findIndex((items) => items.includes(item));
    const items = this.#columns[column] ?? [];
    const at = items.indexOf(item);
    /** @type {Item | undefined} */
    let next;
    if (event.key === 'ArrowUp') next = items[at - 1];
    else if (event.key === 'ArrowDown') next = items[at + 1];
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const side = this.#columns[column + (event.key === 'ArrowLeft' ? -1 : 1)];
      next = side?.[Math.min(side.length - 1, Math.floor((at * side.length) / items.length))];
    } else if (event.key === 'Enter') this.#choose(item);
    else if (event.key === 'l' && item.chosen.kind === 'weight') this.#turn(item);
    else return;
    event.preventDefault();
    event.stopPropagation();
    if (!next) return;
    this.#rove(next);
    /** @type {SVGElement} */ (next.button).focus();
  }

  /** Makes the elements of another network, when they are to be seen. */
  build() {
    const { layers, weights, last, showsNetwork } = this.watch;
    if (!showsNetwork) {
      this.#leave();
      return;
    }
    const shape = `${layers} ${weights.length}`;
    if (shape === this.#shape) return;
    this.#shape = shape;
    this.#arrangement = '';
    /** @type {Item[][]} */
    const units = layers.map((count, layer) =>
      Array.from({ length: count }, (_, unit) => this.#unit(layer, unit)),
    );
    this.#parts.units = units.flat();
    this.#parts.weights = [];
    this.#unwritten = 0;
    this.#places = [];
    this.#columns = units.flatMap((column, layer) => (layer === 0 ? [column] : [[], column]));
    this.#parts.heads = layers.map(() => svg('text', 'head'));
    this.#parts.targets = Array.from({ length: layers[last] ?? 0 }, () => svg('text', 'target'));
    const groups = this.#parts.units.map(({ group }) => group);
    this.root.replaceChildren(...this.#parts.heads, ...groups, ...this.#parts.targets, this.#parts.error);
    const [first] = this.#parts.units;
    if (first) this.#rove(first);
    this.grow();
  }

  /**
   * A browser lays out all elements of what it shows again in one piece: those of more weights than a
   * frame has time for are made anew, in portions.
   */
  #leave() {
    if (this.#parts.weights.length <= PORTION) return;
    this.#shape = '';
    this.#parts = { units: [], weights: [], heads: [], targets: [], error: this.#parts.error };
    this.#columns = [];
    this.root.replaceChildren();
  }

  /** Goes on with the elements of the weights: some now, and the rest in the frames that follow. */
  grow() {
    if (!this.watch.showsNetwork) return;
    const { length } = this.watch.weights;
    if (this.#parts.weights.length < length) {
      this.#make();
      if (this.#parts.weights.length === length) this.arrange();
    } else if (this.#placed < this.#places.length) this.#put();
    else this.#write();
    if (this.#isBehind) publish('diagram');
  }

  /** Whether some weights are still to be made, put in their places, or written. */
  get #isBehind() {
    const isMade = this.#parts.weights.length === this.watch.weights.length;
    return !isMade || this.#placed < this.#places.length || this.#unwritten > 0;
  }

  /** Makes the elements of some more weights. */
  #make() {
    const { weights } = this.watch;
    const begun = this.#parts.weights.length;
    const [behind = this.#parts.error] = this.#parts.targets;
    for (const weight of weights.slice(begun, begun + PORTION)) {
      const item = this.#weight(weight);
      this.#parts.weights.push(item);
      this.#columns[2 * weight.layer - 1]?.push(item);
      behind.before(item.group);
    }
  }

  /**
   * @param {number} layer
   * @param {number} unit
   */
  #unit(layer, unit) {
    return new Item('unit', `unit-${layer}-${unit}`, { kind: 'unit', layer, unit }, {
      body: svg('circle', 'body'),
      output: svg('text', 'output'),
      input: svg('text', 'input'),
      delta: svg('text', 'delta'),
    });
  }

  /** @param {WeightInfo} weight */
  #weight(weight) {
    const shapes = {
      hit: svg('line', 'hit'),
      line: svg('line', 'line'),
      value: svg('text', 'value'),
      slope: svg('text', 'slope'),
    };
    const bias = { ...shapes, dot: svg('circle', 'dot') };
    const chosen = { kind: /** @type {const} */ ('weight'), index: weight.index };
    const id = `weight-${weight.index}`;
    return new Item('weight', id, chosen, weight.source === null ? bias : shapes);
  }

  /** Puts everything in its place. */
  arrange() {
    const { root, watch } = this;
    const { width, height } = root.getBoundingClientRect();
    if (!width || !height || !this.#parts.units.length) return;
    const em = parseFloat(getComputedStyle(root).fontSize);
    const isMade = this.#parts.weights.length === watch.weights.length;
    const arrangement = `${this.#shape} ${watch.session.info.bias} ${width} ${height} ${em} ${isMade}`;
    if (arrangement === this.#arrangement) {
      this.show();
      return;
    }
    this.#arrangement = arrangement;
    this.#layout = new Layout(watch.layers, watch.session.info.bias, width, height, em);
    setAttribute(root, 'viewBox', `0 0 ${width} ${height}`);
    arrange(this.#parts, this.#layout, watch);
    this.#places = isMade ? this.#layout.weights(watch.weights) : [];
    this.#placed = 0;
    this.#put();
    this.show();
  }

  /** Puts some more weights in their places. */
  #put() {
    const em = this.#layout?.em ?? 0;
    const end = this.#placed + PORTION;
    this.#places.slice(this.#placed, end).forEach((place, index) => {
      const item = this.#parts.weights[this.#placed + index];
      if (item) arrangeWeight(item, place, em);
    });
    this.#placed = Math.min(end, this.#places.length);
  }

  /** Writes the numbers of the shown step and lights what the stage uses. */
  show() {
    const { watch, notation } = this;
    if (!this.#layout || !watch.showsNetwork) return;
    writeDiagram(this.#parts, { layout: this.#layout, watch, notation });
    this.#unwritten = this.#parts.weights.length;
    this.#write();
    if (this.#isBehind) publish('diagram');
  }

  /** Writes some more weights. */
  #write() {
    const { watch, notation } = this;
    if (!this.#layout || !watch.showsNetwork) return;
    const { length } = this.#parts.weights;
    const count = Math.min(PORTION, this.#unwritten);
    const indices = Array.from({ length: count }, (_, index) => (this.#next + index) % length);
    writeWeights(this.#parts, { layout: this.#layout, watch, notation }, indices);
    this.#next = (this.#next + count) % Math.max(1, length);
    this.#unwritten -= count;
  }
}
