// The samples: a table that is typed, pasted, opened or dropped, or one that is ready to use.

import { limits } from '../../pkg/downhill_web.js';
import { element, setAttribute } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { format } from '../numbers.js';
import { carryOut, present } from './change.js';
import { drawOf } from './draw.js';
import { Message, button, group, part, say } from './parts.js';
import { mountReady } from './ready.js';
import { Sheet, cellOf, isTable } from './sheet.js';
import { readFile, readTable } from './table.js';

/** @import { Lab } from '../../pkg/downhill_web.js' */
/** @import { Watch } from '../network/watch.js' */
/** @import { Session } from '../session.js' */
/** @import { Key } from '../locale.js' */
/** @import { Cell } from './sheet.js' */

/**
 * @param {HTMLElement} section
 * @param {Watch} watch
 */
export function mountData(section, watch) {
  const data = new Data(watch.session);
  section.append(data.element);
  let isNew = true;
  on(['lesson', 'run', 'axes', 'view', 'watch'], (published) => {
    isNew ||= published.has('lesson');
    if (watch.view !== 'problem') return;
    data.follow(isNew);
    isNew = false;
  });
  on(['words'], () => data.rename());
  return data;
}

class Data {
  #message = new Message('data-error');
  #told = new Message('data-told');
  /** @type {Lab | undefined} the one that was looked at last */
  #lab;
  /** The samples that were put on the bench or found there last. */
  #applied = '';
  /** Units of the present network that the columns belong to, or null for new columns. */
  #inputs = /** @type {(number | null)[]} */ ([]);
  #targets = /** @type {(number | null)[]} */ ([]);
  /** Names of the columns, where their table had some. */
  #names = /** @type {string[]} */ ([]);

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    this.sheet = new Sheet({
      message: 'data-error',
      name: (row, column) => t('data.cell', { row: row + 1, column: this.#name(column) }),
      changed: () => this.#apply(),
      moved: () => this.#check(),
      paste: (text) => this.#paste(text),
      leave: () => this.#rowTools[0]?.focus(),
      row: () => this.#blank(this.sheet.columns),
    });
    setAttribute(this.sheet.element, 'aria-describedby', 'data-hint');
    const box = element('div', 'sheet-box', this.sheet.element);
    const hint = element('p', 'part-hint');
    hint.id = 'data-hint';
    say(hint, () => t('data.hint'));
    // Whatever stands in the table is done with.
    const ready = mountReady(session, () => (this.#applied = ''));
    const empty = button('data-empty', () => t('data.empty'), () => this.#empty());
    ready.append(this.#open(), empty);
    this.element = part(
      'data',
      () => t('problem.data'),
      ready,
      box,
      this.#message.element,
      element(
        'div',
        'tools',
        group(() => t('data.row'), this.#rowTools),
        group(() => t('data.column'), this.#columnTools),
        this.#standardiser,
      ),
      this.#told.element,
      hint,
    );
  }

  #rowTools = [
    this.#tool('row-add', 'data.add', () => this.#addRow()),
    this.#tool('row-remove', 'data.remove', () => this.#removeRow()),
  ];
  #columnTools = [
    this.#tool('input-add', 'data.input-add', () => this.#addColumn(false)),
    this.#tool('target-add', 'data.target-add', () => this.#addColumn(true)),
    this.#tool('column-turn', 'data.turn', () => this.#turnColumn()),
    this.#tool('column-remove', 'data.remove', () => this.#removeColumn()),
  ];
  #standardiser = this.#tool('standardise', 'data.standardise', () => this.#standardise());

  /**
   * A button that changes the table as it is typed.
   *
   * @param {string} id
   * @param {Key} words
   * @param {() => void} change
   */
  #tool(id, words, change) {
    return button(id, () => t(words), () => {
      this.sheet.settle();
      change();
    });
  }

  #open() {
    const input = element('input', 'visually-hidden');
    input.type = 'file';
    input.id = 'data-file';
    input.accept = '.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain';
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      input.value = '';
      if (file) this.take(file);
    });
    const words = element('span', '');
    say(words, () => t('data.open'));
    return element('label', 'plain file', input, words);
  }

  /**
   * Shows the samples of the bench, if these are others than those that were typed here: what is
   * still wrong in the table stays when something else changes.
   *
   * @param {boolean} isNew whether another problem is on the bench
   */
  follow(isNew) {
    const { session } = this;
    if (session.lab === this.#lab && !isNew) return;
    this.#lab = session.lab;
    const { inputs, targets } = present(session);
    if (!isNew && JSON.stringify([inputs, targets]) === this.#applied) return;
    this.#names = [];
    this.#told.set(null);
    this.#fill(inputs, targets);
  }

  /**
   * @param {number[][]} inputs
   * @param {number[][]} targets
   */
  #fill(inputs, targets) {
    this.#applied = JSON.stringify([inputs, targets]);
    this.#inputs = inputs[0]?.map((_, at) => at) ?? [];
    this.#targets = targets[0]?.map((_, at) => at) ?? [];
    this.#load(inputs.map((row, at) => [...row, ...(targets[at] ?? [])].map(cellOf)));
    this.#message.set(null);
  }

  /**
   * @param {Cell[][]} rows
   * @param {number} [column] to type in
   */
  #load(rows, column) {
    const columns = this.#inputs.length + this.#targets.length;
    const heads = Array.from({ length: columns }, (_, column) => this.#head(column));
    this.sheet.load(rows, { corner: '', columns: heads }, column);
  }

  /** @param {number} column */
  #head(column) {
    const name = element('span', '', this.#name(column));
    const own = this.#names[column];
    return own ? element('span', 'named', name, element('small', '', own)) : name;
  }

  /** @param {number} column */
  #name(column) {
    const inputs = this.#inputs.length;
    return column < inputs
      ? t('data.input', { number: column + 1 })
      : t('data.target', { number: column - inputs + 1 });
  }

  rename() {
    this.#load(this.sheet.rows);
  }

  /** @param {number} columns */
  #blank(columns) {
    return Array.from({ length: columns }, () => cellOf(null));
  }

  /**
   * Makes the table's samples those of the experiment, if all of them are numbers.
   *
   * @returns {boolean} whether they are
   */
  #apply() {
    const { sheet, session } = this;
    const rows = sheet.rows.filter((cells) => cells.some(({ text }) => text.trim() !== ''));
    const isWhole = rows.every((cells) => cells.every(({ value }) => value !== null));
    if (!this.#check() || !isWhole || !rows.length) return false;
    const split = this.#inputs.length;
    const numbers = rows.map((cells) => cells.map(({ value }) => value ?? 0));
    const plan = present(session);
    plan.inputs = numbers.map((row) => row.slice(0, split));
    plan.targets = numbers.map((row) => row.slice(split));
    const [input] = plan.layers;
    const output = plan.layers.at(-1);
    if (!input || !output) return false;
    input.units = this.#inputs;
    output.units = this.#targets;
    const done = this.#message.attempt(() => carryOut(session, plan, drawOf(session)));
    if (!done) return false;
    this.#applied = JSON.stringify([plan.inputs, plan.targets]);
    this.#inputs = this.#inputs.map((_, at) => at);
    this.#targets = this.#targets.map((_, at) => at);
    return true;
  }

  /** Says what is wrong in the table; what is still being typed in its row is not. */
  #check() {
    const { sheet } = this;
    for (const [row, cells] of sheet.rows.entries()) {
      if (cells.every(({ text }) => text.trim() === '')) continue;
      for (const [column, { text, value }] of cells.entries()) {
        const isMissing = text.trim() === '';
        if (value !== null || (isMissing && row === sheet.row)) continue;
        const place = () => ({ row: row + 1, column: this.#name(column), found: text.trim() });
        this.#message.set(() => t(isMissing ? 'data.missing' : 'data.no-number', place()));
        return false;
      }
    }
    this.#message.set(null);
    return true;
  }

  #empty() {
    this.#inputs = [null];
    this.#targets = [null];
    this.#names = [];
    this.#told.set(null);
    this.#message.set(null);
    this.#load([this.#blank(2)]);
    this.sheet.go(0, 0);
  }

  #addRow() {
    if (this.sheet.rows.length < limits().samples) this.sheet.add();
    this.sheet.go(this.sheet.rows.length - 1, 0);
  }

  #removeRow() {
    const { sheet } = this;
    const rows = sheet.rows.filter((_, row) => row !== sheet.row);
    this.#load(rows.length ? rows : [this.#blank(sheet.columns)]);
    this.#apply();
  }

  /** @param {boolean} isTarget */
  #addColumn(isTarget) {
    const group = isTarget ? this.#targets : this.#inputs;
    const most = limits().units;
    if (group.length === most) {
      this.#message.set(() => t('data.most-columns', { limit: most }));
      return;
    }
    const at = this.#inputs.length + (isTarget ? this.#targets.length : 0);
    group.push(null);
    this.#names = [];
    this.#load(this.sheet.rows.map((row) => row.toSpliced(at, 0, cellOf(null))));
    this.sheet.go(0, at);
  }

  #removeColumn() {
    const { column } = this.sheet;
    const [group, at] = this.#group(column);
    if (group.length === 1) {
      this.#message.set(() => t('data.least-columns'));
      return;
    }
    group.splice(at, 1);
    this.#names = this.#names.toSpliced(column, 1);
    this.#load(this.sheet.rows.map((row) => row.toSpliced(column, 1)));
    this.#apply();
  }

  /** Makes the last target of an input, or the first input of a target. */
  #turnColumn() {
    const { column, rows } = this.sheet;
    const [group, at] = this.#group(column);
    const isInput = group === this.#inputs;
    const other = isInput ? this.#targets : this.#inputs;
    if (group.length === 1) {
      this.#message.set(() => t('data.least-columns'));
      return;
    }
    if (other.length === limits().units) {
      this.#message.set(() => t('data.most-columns', { limit: limits().units }));
      return;
    }
    group.splice(at, 1);
    other.push(null);
    const to = (isInput ? this.sheet.columns : this.#inputs.length) - 1;
    /** @template T @param {T[]} row */
    const turned = (row) => row.toSpliced(column, 1).toSpliced(to, 0, ...row.slice(column, column + 1));
    if (this.#names.length) this.#names = turned(this.#names);
    this.#load(rows.map(turned), to);
    this.#apply();
  }

  /**
   * @param {number} column
   * @returns {[(number | null)[], number]} inputs or targets, and the place there
   */
  #group(column) {
    const inputs = this.#inputs.length;
    return column < inputs ? [this.#inputs, column] : [this.#targets, column - inputs];
  }

  #standardise() {
    const { session } = this;
    if (!this.#apply()) return;
    const standard = session.lab.standardised();
    if (!standard) return;
    const plan = present(session);
    plan.inputs = standard.inputs;
    if (!this.#message.attempt(() => carryOut(session, plan, drawOf(session)))) return;
    this.#fill(plan.inputs, plan.targets);
    const said = () =>
      standard.columns.map(({ mean, deviation }, column) =>
        t('data.standardised.column', {
          column: this.#name(column),
          mean: format(mean, 4),
          deviation: format(deviation, 4),
        }),
      );
    this.#told.set(() => t('data.standardised', { columns: said().join(t('chain.and')) }));
  }

  /** @param {File} file of samples */
  async take(file) {
    this.#replace(await readFile(file));
  }

  /**
   * A table in place of the present one. What was there stays where it cannot be read or is too much.
   *
   * @param {string} text
   */
  #replace(text) {
    const table = readTable(text, this.#message);
    if (!table) return;
    const { header, rows } = table;
    const width = rows[0]?.length ?? 0;
    if (width < 2) {
      this.#message.set(() => t('data.least-columns'));
      return;
    }
    const most = limits().units;
    if (width > 2 * most) {
      this.#message.set(() => t('data.most-columns', { limit: most }));
      return;
    }
    const before = { rows: this.sheet.rows, inputs: this.#inputs, targets: this.#targets, names: this.#names };
    // As many columns as there were are the same ones; else the last one is the target, with those that
    // are no inputs any more.
    const isSame = width === this.#inputs.length + this.#targets.length;
    if (!isSame) {
      const known = this.session.info.layers[0] ?? 0;
      const inputs = Math.min(width - 1, most);
      this.#inputs = Array.from({ length: inputs }, (_, at) => (at < known ? at : null));
      this.#targets = Array.from({ length: width - inputs }, (_, at) => (at === 0 ? 0 : null));
    }
    this.#names = header ?? [];
    this.#load(rows.map((row) => row.map(cellOf)));
    if (this.#apply()) {
      this.#told.set(header ? () => t('data.header', { names: header.join(t('chain.and')) }) : null);
      return;
    }
    this.#inputs = before.inputs;
    this.#targets = before.targets;
    this.#names = before.names;
    this.#load(before.rows);
  }

  /**
   * More than one cell, pasted: from the first cell on it is another table, else it fills the cells
   * from the one that is typed in.
   *
   * @param {string} text
   */
  #paste(text) {
    if (!isTable(text)) return false;
    const { sheet } = this;
    if (sheet.row === 0 && sheet.column === 0) {
      this.#replace(text);
      return true;
    }
    const table = readTable(text, this.#message);
    if (!table) return true;
    if (!sheet.fill(table.rows)) {
      this.#message.set(() => t('data.too-large'));
      return true;
    }
    this.#apply();
    return true;
  }
}
