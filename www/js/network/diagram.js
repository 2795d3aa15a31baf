// The network as a diagram: units with what they put out and send back, edges as thick as their
// weights. Everything in it can be chosen, by pointer or keys.

import { byId, setAttribute } from '../dom.js';
import { on } from '../frames.js';
import { arrange, arrangeWeight } from './arranging.js';
import { Edges } from './edges.js';
import { Item, svg } from './item.js';
import { Layout } from './layout.js';
import { lights } from './lights.js';
import { Notation } from './notation.js';
import { turnLock } from './weight.js';
import { writeDiagram } from './writing.js';

/** @import { WeightInfo } from '../../pkg/downhill_web.js' */
/** @import { Parts } from './item.js' */
/** @import { Watch } from './watch.js' */

/** @param {Watch} watch */
export function mountDiagram(watch) {
  const root = byId('diagram', SVGSVGElement);
  const box = /** @type {HTMLElement} */ (root.parentElement);
  const diagram = new Diagram(root, watch);
  new ResizeObserver(() => {
    diagram.arrange();
    diagram.show();
  }).observe(box);
  on(['lesson', 'run', 'cursor', 'axes', 'watch', 'words', 'view'], (published) => {
    if (diagram.build() || published.has('view')) diagram.arrange();
    diagram.show();
  });
}

export class Diagram {
  /** @type {Item[][]} columns from left to right: units, weights, units, … */
  #columns = [];
  /** @type {Parts} */
  #parts = { units: [], weights: new Map(), heads: [], targets: [], error: svg('text', 'total') };
  #shape = '';
  #edges = new Edges([]);
  /** For what everything was last put in its place. */
  #arrangement = '';
  /** @type {Layout | undefined} */
  #layout;
  /** @type {ReturnType<Layout['weights']>} where all weights belong */
  #places = [];

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
      const locked = lock && [...this.#parts.weights.values()].find(({ shapes }) => shapes.lock === lock);
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

  /**
   * Makes the elements of another network, when they are to be seen.
   *
   * @returns {boolean} whether it is another one
   */
  build() {
    const { layers, weights, last, showsNetwork } = this.watch;
    const shape = `${layers} ${weights.length}`;
    if (!showsNetwork || shape === this.#shape) return false;
    this.#shape = shape;
    this.#arrangement = '';
    this.#layout = undefined;
    const units = layers.map((count, layer) =>
      Array.from({ length: count }, (_, unit) => this.#unit(layer, unit)),
    );
    this.#parts.units = units.flat();
    this.#parts.weights = new Map();
    this.#edges = new Edges(weights);
    this.#columns = units.flatMap((column, layer) => (layer === 0 ? [column] : [[], column]));
    this.#parts.heads = layers.map(() => svg('text', 'head'));
    this.#parts.targets = Array.from({ length: layers[last] ?? 0 }, () => svg('text', 'target'));
    const { heads, targets, error } = this.#parts;
    const groups = this.#parts.units.map(({ group }) => group);
    this.root.replaceChildren(...heads, this.#edges.group, ...groups, ...targets, error);
    const [first] = this.#parts.units;
    if (first) this.#rove(first);
    return true;
  }

  /**
   * Makes the elements of the weights that are things of their own, and drops those that are no longer.
   *
   * @param {ReturnType<typeof lights>} lit
   */
  #sortOut(lit) {
    const { watch } = this;
    const { units, weights, error, targets: [behind = error] } = this.#parts;
    const wanted = new Set(this.#edges.standingOut(watch, lit));
    const gone = [...weights.keys()].filter((index) => !wanted.has(index));
    const fresh = [...wanted].filter((index) => !weights.has(index));
    if (!gone.length && !fresh.length) return;
    for (const index of gone) {
      const { layer = 0, unit = 0 } = watch.weights[index] ?? {};
      const item = weights.get(index);
      const end = units[watch.place(layer, unit)];
      // Whoever was there with a key is where it leads to.
      if (end && item?.button.getAttribute('tabindex') === '0') this.#rove(end);
      if (end && item?.button === document.activeElement) end.button.focus();
      item?.group.remove();
      weights.delete(index);
    }
    for (const index of fresh) {
      const [weight, place] = [watch.weights[index], this.#places[index]];
      if (!weight || !place) continue;
      const item = this.#weight(weight);
      weights.set(index, item);
      arrangeWeight(item, place, this.#layout?.em ?? 0);
      behind.before(item.group);
    }
    const sorted = [...weights].sort(([one], [other]) => one - other);
    watch.layers.forEach((_, layer) => {
      if (layer === 0) return;
      const column = sorted.filter(([index]) => watch.weights[index]?.layer === layer);
      this.#columns[2 * layer - 1] = column.map(([, item]) => item);
    });
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
    const arrangement = `${this.#shape} ${watch.session.info.bias} ${width} ${height} ${em}`;
    if (arrangement === this.#arrangement) return;
    this.#arrangement = arrangement;
    const layout = new Layout(watch.layers, watch.session.info.bias, width, height, em);
    this.#layout = layout;
    setAttribute(root, 'viewBox', `0 0 ${width} ${height}`);
    arrange(this.#parts, layout, watch);
    this.#places = layout.weights(watch.weights);
    this.#edges.arrange(layout, this.#places);
    for (const [index, item] of this.#parts.weights) {
      const place = this.#places[index];
      if (place) arrangeWeight(item, place, em);
    }
  }

  /** All of it at once, for whoever takes it as it stands. */
  showWhole() {
    this.build();
    this.arrange();
    this.show();
  }

  /** Writes the numbers of the shown step and lights what the stage uses. */
  show() {
    const { watch, notation } = this;
    if (!this.#layout || !watch.showsNetwork) return;
    const lit = lights(watch);
    this.#sortOut(lit);
    this.#edges.write(watch.numbers.weights, lit, this.#parts.weights);
    writeDiagram(this.#parts, { layout: this.#layout, watch, notation, lit });
  }
}
