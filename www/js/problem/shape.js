// The network: its layers, their units and activations, and whether it has biases.

import { activations, limits, read_number } from '../../pkg/downhill_web.js';
import { element, setAttribute, setText } from '../dom.js';
import { on } from '../frames.js';
import { language, t } from '../locale.js';
import { Notation } from '../network/notation.js';
import { carryOut, present } from './change.js';
import { drawOf } from './draw.js';
import { Message, button, chooser, part, say } from './parts.js';

/** @import { Key } from '../locale.js' */
/** @import { Watch } from '../network/watch.js' */
/** @import { Plan } from './change.js' */
/** @import { Size } from './size.js' */

/**
 * @param {HTMLElement} section
 * @param {Watch} watch
 * @param {Size} size
 */
export function mountShape(section, watch, size) {
  const shape = new Shape(watch, size);
  section.append(shape.element);
  on(['lesson', 'axes', 'words', 'watch'], () => {
    if (watch.view === 'problem') shape.show();
  });
}

class Shape {
  #message = new Message('shape-error');
  #rows = element('tbody', '');
  #bias = element('input', '');
  #add = button('layer-add', () => t('shape.add'), () => this.#grow());
  #shown = '';

  /**
   * @param {Watch} watch
   * @param {Size} size
   */
  constructor(watch, size) {
    this.watch = watch;
    this.session = watch.session;
    this.size = size;
    this.notation = new Notation(watch);
    const heads = element('tr', '');
    for (const words of /** @type {const} */ (['layers.layer', 'shape.units', 'layers.activation'])) {
      const head = element('th', '');
      head.scope = 'col';
      say(head, () => t(words));
      heads.append(head);
    }
    heads.append(element('td', ''));
    const table = element('table', 'shape-table', element('thead', '', heads), this.#rows);
    this.#bias.type = 'checkbox';
    this.#bias.id = 'shape-bias';
    this.#bias.addEventListener('change', () =>
      this.#change((plan) => {
        plan.bias = this.#bias.checked;
      }),
    );
    const words = element('span', '');
    say(words, () => t('shape.bias'));
    const tools = element('div', 'tools', this.#add, element('label', 'check', this.#bias, words));
    this.element = part('shape', () => t('shape.heading'), table, tools, this.#message.element);
  }

  /** @param {(plan: Plan) => void} edit */
  #change(edit) {
    const plan = present(this.session);
    edit(plan);
    this.#message.attempt(() => carryOut(this.session, plan, drawOf(this.session)));
    this.size.ask(null);
    this.#shown = '';
    this.show();
  }

  /** One more hidden layer, before the output, as wide as the one before it. */
  #grow() {
    const { info } = this.session;
    const last = info.layers.length - 1;
    if (last > limits().hidden_layers) {
      this.#message.set(() => t('shape.most-layers', { limit: limits().hidden_layers }));
      return;
    }
    this.#change(({ layers }) => {
      const before = last > 1 ? (layers[last - 1]?.units.length ?? 2) : 2;
      const activation = layers[last > 1 ? last - 1 : last]?.activation ?? '';
      const units = Array.from({ length: before }, () => null);
      layers.splice(last, 0, { from: null, units, activation });
    });
  }

  /**
   * @param {number} layer
   * @param {number} count
   */
  #resize(layer, count) {
    this.#change(({ layers }) => {
      const planned = layers[layer];
      if (!planned) return;
      const { units } = planned;
      planned.units = Array.from({ length: count }, (_, unit) => units[unit] ?? null);
    });
  }

  show() {
    const { info } = this.session;
    const names = info.activations.map(({ name }) => name);
    this.#bias.checked = info.bias;
    const called = info.layers.map((_, layer) => this.notation.name(layer));
    const shown = `${info.layers} ${names} ${called} ${language()}`;
    if (shown === this.#shown) return;
    const focused = document.activeElement?.id;
    this.#shown = shown;
    const last = info.layers.length - 1;
    this.#rows.replaceChildren(
      ...info.layers.map((count, layer) => {
        const name = element('th', '', this.notation.name(layer));
        name.scope = 'row';
        const isHidden = layer > 0 && layer < last;
        return element(
          'tr',
          '',
          name,
          element('td', 'units', isHidden ? this.#units(layer, count) : this.#fixed(count)),
          element('td', '', ...(layer ? [this.#activation(layer, names[layer - 1] ?? '')] : [])),
          element('td', '', ...(isHidden ? [this.#remove(layer)] : [])),
        );
      }),
    );
    if (focused?.startsWith('layer-')) document.getElementById(focused)?.focus();
  }

  /** @param {number} count */
  #fixed(count) {
    return element('span', 'from-data', String(count), element('small', '', t('shape.from-data')));
  }

  /**
   * @param {number} layer
   * @param {number} count
   */
  #units(layer, count) {
    const input = element('input', '');
    input.type = 'text';
    input.inputMode = 'numeric';
    input.autocomplete = 'off';
    input.id = `layer-units-${layer}`;
    input.value = String(count);
    const name = this.notation.name(layer);
    setAttribute(input, 'aria-label', t('shape.units-of', { layer: name }));
    setAttribute(input, 'aria-describedby', 'shape-error');
    const most = limits().units;
    const read = () => {
      const value = read_number(input.value);
      return value !== undefined && Number.isInteger(value) && value >= 1 && value <= most ? value : null;
    };
    input.addEventListener('input', () => {
      const units = read();
      if (!units) return this.size.ask(null);
      this.size.ask({ layers: this.session.info.layers.map((n, at) => (at === layer ? units : n)) });
    });
    input.addEventListener('change', () => {
      const units = read();
      setAttribute(input, 'aria-invalid', String(units === null));
      if (units !== null) this.#resize(layer, units);
      else this.#message.set(() => t('shape.most-units', { layer: this.notation.name(layer), limit: most }));
    });
    input.addEventListener('keydown', (event) => {
      const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      const units = (read() ?? count) + (way ?? 0);
      if (!way || units < 1 || units > most) return;
      event.preventDefault();
      this.#resize(layer, units);
    });
    return input;
  }

  /**
   * @param {number} layer
   * @param {string} present
   */
  #activation(layer, present) {
    const names = activations().map(({ name }) => name);
    const select = chooser(
      names,
      (name) => t(/** @type {Key} */ (`activation.${name}`)),
      (name) =>
        this.#change(({ layers }) => {
          const planned = layers[layer];
          if (planned) planned.activation = name;
        }),
    );
    select.id = `layer-activation-${layer}`;
    select.value = present;
    setAttribute(select, 'aria-label', t('shape.activation-of', { layer: this.notation.name(layer) }));
    return select;
  }

  /** @param {number} layer */
  #remove(layer) {
    const remove = element('button', 'quiet');
    remove.type = 'button';
    remove.id = `layer-remove-${layer}`;
    const words = t('shape.remove', { layer: this.notation.name(layer) });
    setAttribute(remove, 'aria-label', words);
    remove.title = words;
    setText(remove, '−');
    remove.addEventListener('click', () => {
      this.#change(({ layers }) => {
        layers.splice(layer, 1);
      });
      this.#add.focus();
    });
    return remove;
  }
}
