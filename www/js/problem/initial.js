// The initial values: drawn from a seed, or typed, layer by layer; and which of them descent moves.

import { read_number, schemes, write_link } from '../../pkg/downhill_web.js';
import { element, setAttribute, setText } from '../dom.js';
import { on } from '../frames.js';
import { language, t } from '../locale.js';
import { math } from '../mathml.js';
import { Notation } from '../network/notation.js';
import { turnLock } from '../network/weight.js';
import { plain } from '../numbers.js';
import { documentOf } from './change.js';
import { drawOf } from './draw.js';
import { Message, button, chooser, field, part, say } from './parts.js';
import { Sheet, isTable } from './sheet.js';
import { readTable } from './table.js';

/** @import { Key } from '../locale.js' */
/** @import { WeightInfo } from '../../pkg/downhill_web.js' */
/** @import { Watch } from '../network/watch.js' */

/**
 * @param {HTMLElement} section
 * @param {Watch} watch
 */
export function mountInitial(section, watch) {
  const initial = new InitialValues(watch);
  section.append(initial.element);
  on(['lesson', 'run', 'axes', 'words', 'watch'], () => {
    if (watch.view === 'problem') initial.show();
  });
}

class InitialValues {
  #message = new Message('initial-error');
  #tables = element('div', 'weights');
  /** @type {{ sheet: Sheet, weights: WeightInfo[][] }[]} one for each layer after the input */
  #layers = [];
  /** The layer that is typed in. */
  #at = 0;
  #scheme = chooser(schemes(), schemeWords, () => this.#choose());
  #scale = number('draw-scale');
  #seed = number('draw-seed');
  #again = button('draw-again', () => t('initial.again'), () => {
    this.#seed.value = String((read_number(this.#seed.value) ?? 0) + 1);
    this.#draw();
  });
  #thirty = button('draw-thirty', () => t('starts.draw'), () => {
    const [scale, seed] = [this.#scale, this.#seed].map(({ value }) => read_number(value) ?? NaN);
    const starts = { scheme: this.#scheme.value, scale: scale ?? NaN, seed: seed ?? NaN };
    this.#message.attempt(() => {
      // Refused here as in a link.
      write_link({ starts: [starts.scheme, starts.scale, starts.seed] });
      this.session.company.setStarts(starts);
      this.watch.show('picture');
    });
  });
  #keep = button('cell-keep', () => this.#lockWords(), () => this.#toggle());
  #biases = button('biases-keep', () => t('initial.keep-biases'), () => this.#keepBiases());
  #all = button('all-free', () => t('initial.free-all'), () => this.#free(this.watch.weights));
  #shown = '';
  /** @param {Watch} watch */
  constructor(watch) {
    this.watch = watch;
    this.session = watch.session;
    this.notation = new Notation(watch);
    this.#scheme.id = 'draw-scheme';
    for (const input of [this.#scale, this.#seed]) {
      input.addEventListener('change', () => this.#draw());
    }
    on(['words'], () => {
      for (const option of this.#scheme.options) option.textContent = schemeWords(option.value);
    });
    const hint = element('p', 'part-hint');
    say(hint, () => t('initial.hint'));
    const draws = element(
      'div',
      'draws',
      field(() => t('initial.scheme'), this.#scheme),
      field(() => t('initial.scale'), this.#scale),
      field(() => t('ready.seed'), this.#seed),
      this.#again,
      this.#thirty,
    );
    const tools = element('div', 'tools', this.#keep, this.#biases, this.#all);
    this.element = part(
      'initial',
      () => t('problem.initial'),
      draws,
      this.#tables,
      this.#message.element,
      tools,
      hint,
    );
  }

  /** Another scheme has a scale of its own: ten times Xavier's values are not Xavier's. */
  #choose() {
    this.#scale.value = '1';
    this.#draw();
  }

  #draw() {
    const [scale, seed] = [this.#scale, this.#seed].map(({ value }) => read_number(value) ?? NaN);
    const { weights: _, best_error, ...document } = documentOf(this.session);
    // What is kept starts elsewhere, and so may the smallest error.
    const best = document.free || best_error === undefined ? {} : { best_error };
    const init = { scheme: this.#scheme.value, scale, seed };
    this.#message.attempt(() => this.session.make({ ...document, ...best, init }));
  }

  show() {
    const { watch, session } = this;
    const { scheme, scale, seed } = drawOf(session);
    if (!this.element.contains(document.activeElement)) {
      this.#scheme.value = scheme;
      this.#scale.value = String(scale);
      this.#seed.value = String(seed);
    }
    const { layers, bias } = session.info;
    const shown = `${layers} ${bias} ${watch.countsFromOutput} ${language()}`;
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#build();
    }
    const start = session.lab.weights_at_step(0);
    this.#layers.forEach(({ sheet, weights }) => {
      weights.forEach((row, unit) =>
        row.forEach((weight, column) => {
          const cell = sheet.rows[unit]?.[column];
          const value = start[weight.index] ?? 0;
          if (!cell || cell.value === value) return;
          Object.assign(cell, { text: plain(value), value });
        }),
      );
      sheet.show();
    });
    this.#name();
  }

  /** A table for each layer: a row for each unit, a column for each source. */
  #build() {
    const { watch, notation } = this;
    const last = watch.layers.length - 1;
    this.#layers = Array.from({ length: last }, (_, at) => this.#layer(at + 1));
    this.#tables.replaceChildren(
      ...this.#layers.map(({ sheet }, at) =>
        element(
          'div',
          'weight-layer',
          element('h4', '', `${notation.name(at)} → ${notation.name(at + 1)}`),
          element('div', 'sheet-box', sheet.element),
        ),
      ),
    );
  }

  /** @param {number} layer */
  #layer(layer) {
    const { watch, notation } = this;
    const units = Array.from({ length: watch.layers[layer] ?? 0 }, (_, unit) => unit);
    const weights = units.map((unit) => watch.incoming(layer, unit));
    const at = layer - 1;
    const sheet = new Sheet({
      message: 'initial-error',
      name: (row, column) => this.#nameOf(this.#layers[at]?.weights[row]?.[column] ?? weights[row]?.[column]),
      changed: () => this.#type(),
      moved: () => {
        this.#at = at;
        this.#name();
      },
      paste: (text) => this.#paste(sheet, text),
      leave: () => this.#keep.focus(),
      row: null,
      mark: (cell, row, column) => {
        const index = weights[row]?.[column]?.index;
        const free = index === undefined || watch.weights[index]?.free;
        cell.toggleAttribute('data-kept', !free);
      },
    });
    const columns = (weights[0] ?? []).map(({ source }) =>
      source === null ? t('initial.bias') : math(notation.unit('o', layer - 1, source)),
    );
    sheet.load(
      weights.map((row) => row.map(() => ({ text: '', value: null }))),
      { corner: '', columns, rows: units.map((unit) => math(notation.unit('x', layer, unit))) },
    );
    sheet.element.addEventListener('focusin', () => {
      this.#at = at;
      this.#name();
    });
    return { sheet, weights };
  }

  /** @param {WeightInfo | undefined} weight */
  #nameOf(weight) {
    if (!weight) return '';
    const { notation } = this;
    const kept = this.watch.weights[weight.index]?.free ? '' : t('weight.kept');
    return [notation.words(weight), notation.weightPlace(weight), kept].filter(Boolean).join(t('chain.and'));
  }

  /** @returns {WeightInfo | undefined} the one that is typed in */
  get #weight() {
    const { sheet, weights } = this.#layers[this.#at] ?? {};
    const index = sheet && weights?.[sheet.row]?.[sheet.column]?.index;
    return index === undefined ? undefined : this.watch.weights[index];
  }

  /** Says whose lock the button turns. */
  #name() {
    setText(this.#keep, this.#lockWords());
  }

  #lockWords() {
    const weight = this.#weight;
    if (!weight) return t('weight.keep');
    const name = this.notation.words(weight);
    return t(weight.free ? 'initial.keep' : 'initial.release', { name });
  }

  /**
   * @param {Sheet} sheet
   * @param {string} text
   */
  #paste(sheet, text) {
    if (!isTable(text)) return false;
    const table = readTable(text, this.#message);
    if (!table) return true;
    if (sheet.fill(table.rows)) this.#type();
    else this.#message.set(() => t('data.too-large'));
    return true;
  }

  /** Starts from what stands in the tables, if all of it is numbers. */
  #type() {
    const cells = this.#layers.flatMap(({ sheet }) => sheet.rows.flat());
    const wrong = cells.find(({ value }) => value === null);
    if (wrong) {
      const { text } = wrong;
      this.#message.set(() => (text.trim() ? t('field.number', { found: text }) : t('field.empty')));
      return;
    }
    const start = cells.map(({ value }) => value ?? 0);
    this.#message.attempt(() => this.session.make(this.session.lab.with_start(new Float64Array(start))));
  }

  #toggle() {
    const weight = this.#weight;
    if (weight) turnLock(this.watch, weight);
  }

  #keepBiases() {
    this.#free(this.watch.weights.filter(({ free, source }) => free && source !== null));
  }

  /** @param {WeightInfo[]} weights that are to move */
  #free(weights) {
    const free = new Uint32Array(weights.map(({ index }) => index));
    this.#message.attempt(() => this.session.make(this.session.lab.with_free(free)));
  }
}

/** @param {string} id */
function number(id) {
  const input = element('input', '');
  input.type = 'text';
  input.inputMode = 'decimal';
  input.autocomplete = 'off';
  input.id = id;
  setAttribute(input, 'aria-describedby', 'initial-error');
  return input;
}

/** @param {string} name in a document */
const schemeWords = (name) => t(/** @type {Key} */ (`scheme.${name}`));
