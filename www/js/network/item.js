// What a diagram consists of: shapes, numbers, and things that can be chosen.

import { setAttribute } from '../dom.js';

/** @import { Chosen } from './look.js' */

/**
 * @param {string} tag
 * @param {string} name
 * @param {...Node} children
 */
export function svg(tag, name, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  if (name) made.setAttribute('class', name);
  made.append(...children);
  return made;
}

/**
 * @param {Element} element
 * @param {Record<string, number>} values
 */
export function place(element, values) {
  for (const [name, value] of Object.entries(values)) setAttribute(element, name, value.toFixed(1));
}

/**
 * Numbers in SVG have their exponents raised by hand.
 *
 * @param {Element} text
 * @param {string} words
 */
export function write(text, words) {
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
export class Item {
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
    /** What it holds is in the button's name, too, with what it means. */
    this.numbers = svg('g', 'numbers', ...texts);
    this.numbers.setAttribute('aria-hidden', 'true');
    this.group = svg('g', kind, this.button);
  }

  /**
   * @param {string} name
   * @param {string} words
   */
  write(name, words) {
    const shape = this.shapes[name];
    if (!shape) return;
    write(shape, words);
    // Texts without words would cost a browser as much as any others.
    if (words && !this.numbers.parentNode) this.group.append(this.numbers);
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

/**
 * All that a diagram shows. `weights`: by their indices, those that are things of their own; `heads`: the
 * names of the layers; `targets`: one beside each output unit.
 *
 * @typedef {{ units: Item[], weights: Map<number, Item>, heads: Element[], targets: Element[], error: Element }} Parts
 */
