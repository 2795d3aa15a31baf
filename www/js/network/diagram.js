// The network as a diagram: units with what they put out and send back, edges as thick as their
// weights. Everything in it can be chosen, by pointer or keys.

import { byId, setAttribute } from '../dom.js';
import { on, publish } from '../frames.js';
import { t } from '../locale.js';
import { brief } from '../numbers.js';
import { Layout } from './layout.js';
import { lights } from './lights.js';
import { makeLock, placeLock } from './lock.js';
import { Notation } from './notation.js';
import { turnLock } from './weight.js';

/** @import { WeightInfo } from '../../pkg/downhill_web.js' */
/** @import { Chosen } from './look.js' */
/** @import { Watch } from './watch.js' */

/** Edges of a layer that carry their numbers without being lit. */
const NUMBERED = 9;
/** Letters that fit beside the output units. */
const FITS = 12;
/** Weights whose elements are made in one frame: each has six. */
const PORTION = 400;
/** Of more weights than this, only the lit ones tell their numbers. */
const MANY = 200;
/** A unit of this radius, in type sizes, holds a number. */
const ROOMY = 1.6;
/** The size of that number at most, and how much of a unit it may fill: digits are about half as wide
    as they are high. */
const LARGEST = 0.925;
const FILLED = 3.3;

/**
 * @param {string} tag
 * @param {string} name
 * @param {...Node} children
 */
function svg(tag, name, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  if (name) made.setAttribute('class', name);
  made.append(...children);
  return made;
}

/**
 * @param {Element} element
 * @param {Record<string, number>} values
 */
function place(element, values) {
  for (const [name, value] of Object.entries(values)) setAttribute(element, name, value.toFixed(1));
}

/**
 * Numbers in SVG have their exponents raised by hand.
 *
 * @param {Element} text
 * @param {string} words
 */
function write(text, words) {
  const pieces = words.split(/\^(−?\d+)/);
  if (text.textContent === pieces.join('')) return;
  text.replaceChildren(
    ...pieces.map((piece, index) => {
      const raised = index % 2 === 1;
      const span = svg('tspan', raised ? 'power' : '');
      // Not every browser knows baseline-shift.
      if (piece) span.setAttribute('dy', raised ? '-0.5em' : index ? '0.375em' : '0');
      span.textContent = piece;
      return span;
    }),
  );
}

/** A thing that can be chosen: a button with its shapes, and beside it the numbers. */
class Item {
  /**
   * @param {string} kind
   * @param {string} id
   * @param {Chosen} chosen
   * @param {Record<string, Element>} shapes
   */
  constructor(kind, id, chosen, shapes) {
    this.chosen = chosen;
    this.shapes = shapes;
    const all = Object.values(shapes);
    const texts = all.filter((shape) => shape.tagName === 'text');
    this.button = svg('g', '', ...all.filter((shape) => !texts.includes(shape)));
    this.button.id = id;
    this.button.setAttribute('role', 'button');
    this.button.setAttribute('tabindex', '-1');
    const numbers = svg('g', 'numbers', ...texts);
    // They are in the button's name, with what they mean.
    numbers.setAttribute('aria-hidden', 'true');
    this.group = svg('g', kind, this.button, numbers);
  }

  /**
   * @param {string} name
   * @param {string} words
   */
  write(name, words) {
    const shape = this.shapes[name];
    if (shape) write(shape, words);
  }

  /**
   * @param {string} name
   * @param {number} size of its type, in that of the diagram
   */
  size(name, size) {
    const shape = this.shapes[name];
    if (shape instanceof SVGElement) shape.style.fontSize = `${size.toFixed(3)}em`;
  }

  /**
   * @param {string} name
   * @param {Record<string, number>} values
   */
  place(name, values) {
    const shape = this.shapes[name];
    if (shape) place(shape, values);
  }
}

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
  /** @type {Item[]} */
  #units = [];
  /** @type {Item[]} */
  #weights = [];
  /** @type {Element[]} */
  #heads = [];
  /** @type {Element[]} */
  #targets = [];
  #shape = '';
  #error = svg('text', 'total');
  /** @type {Layout | undefined} */
  #layout;

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
      const locked = lock && this.#weights.find(({ shapes }) => shapes.lock === lock);
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

  /**
   * The lock of a weight that is kept, and an open one at the chosen weight.
   *
   * @param {Item} item
   * @param {boolean} isKept
   * @param {boolean} isChosen
   */
  #lock(item, isKept, isChosen) {
    const { shapes, group } = item;
    const isSeen = isChosen || (isKept && this.watch.weights.length <= MANY);
    if (!shapes.lock && !isSeen) return;
    if (!shapes.lock) {
      shapes.lock = makeLock();
      group.append(shapes.lock);
    }
    shapes.lock.toggleAttribute('hidden', !isSeen);
    group.toggleAttribute('data-kept', isKept);
    const em = this.#layout?.em ?? 0;
    if (shapes.line) placeLock(shapes.lock, shapes.line, { isKept, isBias: shapes.dot !== undefined, em });
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
    const shape = `${layers} ${weights.length}`;
    if (shape === this.#shape || !showsNetwork) return;
    this.#shape = shape;
    /** @type {Item[][]} */
    const units = layers.map((count, layer) =>
      Array.from({ length: count }, (_, unit) => this.#unit(layer, unit)),
    );
    this.#units = units.flat();
    this.#weights = [];
    this.#columns = units.flatMap((column, layer) => (layer === 0 ? [column] : [[], column]));
    this.#heads = layers.map(() => svg('text', 'head'));
    this.#targets = Array.from({ length: layers[last] ?? 0 }, () => svg('text', 'target'));
    const groups = this.#units.map(({ group }) => group);
    this.root.replaceChildren(...this.#heads, ...groups, ...this.#targets, this.#error);
    const [first] = this.#units;
    if (first) this.#rove(first);
    this.grow();
  }

  /** Makes the elements of some more weights, and of the rest in the frames that follow. */
  grow() {
    const { weights } = this.watch;
    const begun = this.#weights.length;
    const [behind = this.#error] = this.#targets;
    for (const weight of weights.slice(begun, begun + PORTION)) {
      const item = this.#weight(weight);
      this.#weights.push(item);
      this.#columns[2 * weight.layer - 1]?.push(item);
      behind.before(item.group);
    }
    if (this.#weights.length < weights.length) publish('diagram');
    else this.arrange();
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
    const { width, height } = this.root.getBoundingClientRect();
    if (!width || !height || !this.#units.length) return;
    const em = parseFloat(getComputedStyle(this.root).fontSize);
    const layout = new Layout(this.watch.layers, this.watch.session.info.bias, width, height, em);
    this.#layout = layout;
    setAttribute(this.root, 'viewBox', `0 0 ${width} ${height}`);
    const { radius } = layout;
    for (const item of this.#units) {
      if (item.chosen.kind !== 'unit') continue;
      const { x, y } = layout.unit(item.chosen.layer, item.chosen.unit);
      item.place('body', { cx: x, cy: y, r: radius });
      item.place('output', { x, y });
      item.place('input', { x, y: y - radius - (radius < ROOMY * em ? 0.5 : 1.6) * em });
      item.place('delta', { x: x + layout.delta.x, y: y + layout.delta.y });
      if (item.shapes.delta) setAttribute(item.shapes.delta, 'text-anchor', layout.delta.anchor);
    }
    layout.weights(this.watch.weights).forEach(({ line, label, anchor, dot }, index) => {
      const item = this.#weights[index];
      item?.place('hit', line);
      item?.place('line', line);
      item?.place('value', label);
      item?.place('slope', { x: label.x, y: label.y + 1.25 * em });
      for (const name of ['value', 'slope']) {
        if (item?.shapes[name]) setAttribute(item.shapes[name], 'text-anchor', anchor);
      }
      if (dot) item?.place('dot', dot);
    });
    this.#heads.forEach((head, layer) => {
      // Where the columns are narrow only the ends have names, written towards where there is room.
      const named = layer === 0 || layer === this.watch.last;
      const tight = layer === 0 && layout.column(0) < 3 * em;
      const start = named && layout.roomForEnds && (tight || !layout.roomForWords);
      // Where nothing stands beside the output unit, its name ends at the edge.
      const end = layer === this.watch.last && layout.targetBelow;
      setAttribute(head, 'text-anchor', end ? 'end' : start ? 'start' : 'middle');
      const x = layout.column(layer) - (start ? radius : 0);
      place(head, { x: end ? layout.width - 2 : x, y: em });
    });
    this.#targets.forEach((target, unit) => {
      const { x, y } = layout.unit(this.watch.last, unit);
      const isBelow = layout.targetBelow;
      setAttribute(target, 'text-anchor', isBelow ? 'end' : 'start');
      const beside = { x: x + radius + 0.75 * em, y };
      const below = { x: layout.width - 2, y: y + radius + 3 * em };
      place(target, isBelow ? below : beside);
    });
    this.show();
  }

  /** Writes the numbers of the shown step and lights what the stage uses. */
  show() {
    const { watch, notation } = this;
    const layout = this.#layout;
    if (!layout || !watch.showsNetwork) return;
    const { pass, sum, weights, next } = watch.numbers;
    const lit = lights(watch);
    const roomy = layout.radius >= ROOMY * layout.em;
    const slope = watch.session.verdict?.smallest_factor;
    const cause = watch.session.verdict?.kind === 'vanishing-gradient' ? slope : undefined;

    for (const item of this.#units) {
      const { chosen, group } = item;
      if (chosen.kind !== 'unit') continue;
      const { layer, unit } = chosen;
      const at = watch.place(layer, unit);
      const isChosen = same(watch.chosen, chosen);
      const known = pass && watch.knows('output', layer);
      const delta = layer > 0 && watch.knows('delta', layer) ? (pass ?? sum).delta[at] : undefined;
      const output = known ? brief(pass.output[at] ?? null) : '';
      item.write('output', roomy ? output : '');
      // The longest numbers are set smaller: none is wider than its unit.
      const room = (FILLED * layout.radius) / (layout.em * Math.max(1, output.length));
      item.size('output', Math.min(LARGEST, room));
      const sign = pass ? 'δ' : 'Σδ';
      const back = delta === undefined ? '' : `${sign} = ${brief(delta)}`;
      // On a phone its colour says what it is.
      const shown = layout.narrow && delta !== undefined ? brief(delta) : back;
      const spacious = layout.roomForWords && watch.view === 'network';
      const used = watch.now.kind !== 'update' || pass;
      let input = '';
      if (isChosen && known) {
        // In a small unit the one number that the stage is about has to do.
        if (!roomy) input = back ? '' : `o = ${output}`;
        else if (layer > 0) input = `x = ${brief(pass.net_input[at] ?? null)}`;
      }
      item.write('input', input);
      item.write('delta', isChosen || (roomy && spacious && used) ? shown : '');
      const words = [notation.unitName(layer, unit), output && `o = ${output}`, back];
      setAttribute(item.button, 'aria-label', speak(words));
      this.#mark(item, isChosen, lit.units.has(at), lit.quiet);
      const saturated = cause?.layer === layer && cause.unit === unit;
      group.toggleAttribute('data-saturated', saturated);
    }

    watch.weights.forEach((weight, index) => {
      const item = this.#weights[index];
      if (!item) return;
      const value = weights[index] ?? 0;
      const isChosen = watch.weight === weight;
      const isLit = lit.weights.has(index);
      const crowd = (watch.layers[weight.layer] ?? 0) * (watch.layers[weight.layer - 1] ?? 0);
      const update = watch.now.kind === 'update' && watch.chosen.kind === 'weight';
      const gradient = (update || !pass ? sum : pass).gradient[index] ?? 0;
      const back = watch.knows('delta', weight.layer);
      // On a phone two numbers on each weight would lie on each other.
      const room = layout.roomForNumbers && crowd <= NUMBERED && !(layout.narrow && back);
      const detail = room && (isLit || !lit.quiet);
      item.write('value', detail || isChosen ? brief(value) : '');
      let second = back && (isLit || isChosen) ? brief(gradient) : '';
      if (watch.view === 'layers') second = '';
      else if (update && weight.free) second = `→ ${brief(next[index] ?? null)}`;
      item.write('slope', detail || isChosen ? second : '');
      const told = isLit || watch.weights.length <= MANY;
      const label = told
        ? speak([
            `${notation.words(weight)} = ${brief(value)}`,
            notation.weightPlace(weight),
            back ? `∂E/∂w = ${brief(gradient)}` : '',
            weight.free ? '' : t('weight.kept'),
          ])
        : notation.words(weight);
      setAttribute(item.button, 'aria-label', label);
      item.group.toggleAttribute('data-negative', value < 0);
      const thick = Math.min(7, 0.75 + 1.1 * Math.abs(value)) / 16;
      const line = item.shapes.line;
      if (line) setAttribute(line, 'stroke-width', (thick * layout.em).toFixed(2));
      this.#mark(item, isChosen, isLit, lit.quiet);
      this.#lock(item, !weight.free, isChosen);
    });

    this.#heads.forEach((head, layer) => {
      const end = layout.roomForEnds && (layer === 0 || layer === watch.last);
      const named = layout.roomForWords || end;
      write(head, named ? notation.name(layer) : String(notation.number(layer)));
    });
    const reached = watch.now.kind !== 'forward' || watch.chosen.kind === 'weight';
    this.#targets.forEach((target, unit) => {
      write(target, pass ? `d = ${brief(pass.target[unit] ?? null)}` : '');
      target.toggleAttribute('data-quiet', lit.quiet && !lit.error);
    });
    const total = (pass ?? sum).error;
    const words = reached ? `E = ${brief(total)}` : '';
    write(this.#error, words);
    // Beside the unit where it fits, else as far to the right as can be.
    const atEdge = layout.narrow || words.length > FITS;
    setAttribute(this.#error, 'text-anchor', atEdge ? 'end' : 'start');
    const corner = layout.unit(watch.last, this.#targets.length - 1);
    const { radius, em } = layout;
    const lines = watch.session.info.bias ? 3.5 : 1.2;
    const below = radius + (layout.targetBelow ? 4.7 : lines) * em;
    const beside = this.#targets.length === 1 && !atEdge;
    place(this.#error, {
      x: atEdge ? layout.width - 2 : corner.x + radius + 0.75 * em,
      y: Math.min(layout.height - 2, corner.y + (beside ? 1.5 * em : below)),
    });
    this.#error.toggleAttribute('data-quiet', lit.quiet && !lit.error);
  }

  /**
   * @param {Item} item
   * @param {boolean} chosen
   * @param {boolean} lit
   * @param {boolean} quiet whether what is not lit is to be quiet
   */
  #mark({ group, button }, chosen, lit, quiet) {
    setAttribute(button, 'aria-pressed', String(chosen));
    group.toggleAttribute('data-chosen', chosen);
    group.toggleAttribute('data-lit', lit);
    group.toggleAttribute('data-quiet', quiet && !lit && !chosen);
  }
}

/**
 * @param {Chosen} a
 * @param {Chosen} b
 */
const same = (a, b) =>
  a.kind === 'unit' && b.kind === 'unit' && a.layer === b.layer && a.unit === b.unit;

/** @param {string[]} words of which some are empty */
const speak = (words) =>
  words.filter((word) => word !== '').join(t('chain.and')).replace(/\^/g, '');
