// A table of numbers that is typed into as a spreadsheet is. One field goes from cell to cell: however
// many cells there are, one of them can be typed in.

import { read_number } from '../../pkg/downhill_web.js';
import { element, setAttribute, setText } from '../dom.js';
import { plain } from '../numbers.js';

/**
 * @typedef {object} Cell
 * @property {string} text as it was typed
 * @property {number | null} value null where the text is no number
 */

/**
 * @typedef {object} Uses
 * @property {string} message the id of what says what is wrong
 * @property {(row: number, column: number) => string} name what a screen reader says of a cell
 * @property {() => void} changed a cell has another text
 * @property {() => void} [moved] another cell is typed in
 * @property {(text: string) => boolean} paste whether it has taken in what was pasted
 * @property {() => void} leave a key asks for what comes after the table
 * @property {(() => Cell[]) | null} row a new one; null where there are none
 * @property {(cell: HTMLElement, row: number, column: number) => void} [mark] what else a cell shows
 */

/** Letters of a number that a cell shows; typed in, it shows all. */
const FITS = 8;
/** Rows that PageUp and PageDown go. */
const PAGE = 10;

export class Sheet {
  /** @type {Cell[][]} */
  rows = [];
  /** The cell that is typed in. */
  row = 0;
  column = 0;
  #input = element('input', '');
  #body = element('tbody', '');
  #heads = element('tr', '');
  /** Where a row was begun, to which Enter comes back. */
  #begun = /** @type {number | null} */ (null);
  /** What was written into the field, before anything was typed there. */
  #written = '';
  /** @type {(Node | string)[]} */
  #rowHeads = [];

  /** @param {Uses} uses */
  constructor(uses) {
    this.uses = uses;
    this.element = element('table', 'sheet', element('thead', '', this.#heads), this.#body);
    const input = this.#input;
    input.type = 'text';
    // A column is as wide as its numbers.
    input.size = FITS;
    // Not decimal: some keyboards of decimals have no minus.
    input.inputMode = 'text';
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.enterKeyHint = 'next';
    input.autocapitalize = 'none';
    input.setAttribute('aria-describedby', uses.message);
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('change', () => this.#read());
    input.addEventListener('blur', () => this.#read());
    // Whoever comes to a cell types in place of what is there; a second click is for a place in it.
    let isNew = false;
    input.addEventListener('focus', () => {
      isNew = true;
      input.select();
    });
    input.addEventListener('click', () => {
      if (isNew) input.select();
      isNew = false;
    });
    input.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (this.uses.paste(text)) event.preventDefault();
    });
    this.#body.addEventListener('click', ({ target }) => {
      const cell = target instanceof Element ? target.closest('td') : null;
      if (!cell || cell.contains(input)) return;
      this.#begun = null;
      this.go(Number(cell.dataset.row), Number(cell.dataset.column));
    });
  }

  get columns() {
    return this.rows[0]?.length ?? 0;
  }

  /** @returns {Cell | undefined} */
  get cell() {
    return this.rows[this.row]?.[this.column];
  }

  /**
   * @param {Cell[][]} rows
   * @param {{ corner: Node | string, columns: (Node | string)[], rows?: (Node | string)[] }} heads
   *   rows are numbered where they have no names
   * @param {number} [column] to type in
   */
  load(rows, heads, column = this.column) {
    const hadFocus = document.activeElement === this.#input;
    // It is read for the last time when it leaves its cell.
    this.#input.remove();
    this.rows = rows;
    this.column = column;
    this.#rowHeads = heads.rows ?? [];
    const corner = element('td', '', heads.corner);
    const columns = heads.columns.map((head) => {
      const made = element('th', '', head);
      made.scope = 'col';
      return made;
    });
    this.#heads.replaceChildren(corner, ...columns);
    this.#body.replaceChildren(...rows.map((_, row) => this.#line(row)));
    this.row = Math.min(this.row, rows.length - 1);
    this.column = Math.min(this.column, this.columns - 1);
    this.#begun = null;
    this.#enter();
    this.show();
    if (hadFocus) this.#input.focus();
  }

  /** Adds a row at the end. */
  add() {
    const { row } = this.uses;
    if (!row) return;
    this.rows.push(row());
    const at = this.rows.length - 1;
    this.#body.append(this.#line(at));
    this.rows[at]?.forEach((_, column) => this.#draw(at, column));
  }

  /**
   * Fills cells with numbers, from the one that is typed in on.
   *
   * @param {number[][]} rows
   * @returns {boolean} whether there is room for them
   */
  fill(rows) {
    const { row, column } = this;
    const isWide = column + (rows[0]?.length ?? 0) > this.columns;
    if (isWide || (!this.uses.row && row + rows.length > this.rows.length)) return false;
    rows.forEach((values, down) => {
      if (row + down === this.rows.length) this.add();
      const cells = this.rows[row + down];
      values.forEach((value, right) => {
        if (cells) cells[column + right] = cellOf(value);
      });
    });
    this.#write(this.cell?.text ?? '');
    this.show();
    return true;
  }

  /** Writes all cells. */
  show() {
    this.rows.forEach((cells, row) => cells.forEach((_, column) => this.#draw(row, column)));
  }

  /**
   * Types in another cell.
   *
   * @param {number} row
   * @param {number} column
   */
  go(row, column) {
    this.#read();
    const before = this.row;
    const left = this.column;
    this.row = Math.max(0, Math.min(this.rows.length - 1, row));
    this.column = Math.max(0, Math.min(this.columns - 1, column));
    this.#enter();
    this.#draw(before, left);
    this.#input.focus();
    this.#input.select();
    this.#input.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    this.uses.moved?.();
  }

  /** @param {number} row */
  #line(row) {
    const head = element('th', '', this.#rowHeads[row] ?? String(row + 1));
    head.scope = 'row';
    const cells = (this.rows[row] ?? []).map((_, column) => {
      const cell = element('td', '');
      cell.dataset.row = String(row);
      cell.dataset.column = String(column);
      return cell;
    });
    return element('tr', '', head, ...cells);
  }

  /**
   * @param {number} row
   * @param {number} column
   */
  #at(row, column) {
    return this.#body.rows[row]?.cells[column + 1];
  }

  /**
   * @param {number} row
   * @param {number} column
   */
  #draw(row, column) {
    const box = this.#at(row, column);
    const cell = this.rows[row]?.[column];
    if (!box || !cell) return;
    const isWrong = cell.value === null && cell.text.trim() !== '';
    box.toggleAttribute('data-wrong', isWrong);
    if (box.contains(this.#input)) {
      setAttribute(this.#input, 'aria-invalid', String(isWrong));
      // What is being typed stays.
      if (this.#input.value === this.#written) this.#write(cell.text);
    } else setText(box, short(cell));
    this.uses.mark?.(box, row, column);
  }

  /** Puts the field into its cell. */
  #enter() {
    const box = this.#at(this.row, this.column);
    if (!box) return;
    this.#write(this.cell?.text ?? '');
    setAttribute(this.#input, 'aria-label', this.uses.name(this.row, this.column));
    if (!box.contains(this.#input)) box.replaceChildren(this.#input);
    this.#draw(this.row, this.column);
  }

  /** @param {string} text of the cell that is typed in */
  #write(text) {
    this.#written = text;
    if (this.#input.value !== text) this.#input.value = text;
  }

  /** Names the cell in another language. */
  rename() {
    setAttribute(this.#input, 'aria-label', this.uses.name(this.row, this.column));
  }

  /** Takes in what was typed: not in every browser does a button that is pressed take the focus. */
  settle() {
    this.#read();
  }

  #read() {
    const { cell } = this;
    const text = this.#input.value;
    if (!cell || text === cell.text) return;
    cell.text = text;
    this.#written = text;
    cell.value = read_number(text) ?? null;
    this.#draw(this.row, this.column);
    this.uses.changed();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.altKey || event.metaKey) return;
    const way = this.#way(event);
    if (!way) return;
    if (way === 'out') {
      this.#read();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (way === 'leave') this.uses.leave();
    else if (way !== 'stay') this.go(...way);
  }

  /**
   * Where a key leads: to a cell, nowhere, or out of the table.
   *
   * @param {KeyboardEvent} event
   * @returns {[number, number] | 'stay' | 'leave' | 'out' | null}
   */
  #way({ key, shiftKey, ctrlKey }) {
    const { row, column } = this;
    const [lastRow, lastColumn] = [this.rows.length - 1, this.columns - 1];
    if (ctrlKey) {
      if (key === 'Home') return [0, 0];
      return key === 'End' ? [lastRow, lastColumn] : null;
    }
    switch (key) {
      case 'Tab':
        return shiftKey ? this.#before() : this.#after();
      case 'Enter': {
        const back = this.#begun ?? column;
        this.#begun = null;
        if (shiftKey) return [row - 1, back];
        return this.#below(back) ?? 'stay';
      }
      case 'Escape':
        return this.#takeBack() ? 'stay' : 'leave';
    }
    if (shiftKey) return null;
    const { selectionStart: from, selectionEnd: to, value } = this.#input;
    const isAll = from === 0 && to === value.length;
    /** @type {[number, number] | 'stay' | null} */
    let way = null;
    if (key === 'ArrowUp') way = [row - 1, column];
    else if (key === 'ArrowDown') way = this.#below(column) ?? 'stay';
    else if (key === 'PageUp') way = [row - PAGE, column];
    else if (key === 'PageDown') way = [row + PAGE, column];
    else if (key === 'ArrowLeft' && (isAll || to === 0)) way = [row, column - 1];
    else if (key === 'ArrowRight' && (isAll || from === value.length)) way = [row, column + 1];
    if (way) this.#begun = null;
    return way;
  }

  /** @returns {[number, number] | 'out'} */
  #after() {
    this.#begun ??= this.column;
    if (this.column + 1 < this.columns) return [this.row, this.column + 1];
    const [row] = this.#below(0) ?? [];
    return row === undefined ? 'out' : [row, 0];
  }

  /** @returns {[number, number] | 'out'} */
  #before() {
    if (this.column > 0) return [this.row, this.column - 1];
    return this.row > 0 ? [this.row - 1, this.columns - 1] : 'out';
  }

  /**
   * The next row, a new one after the last unless that is empty.
   *
   * @param {number} column
   * @returns {[number, number] | null}
   */
  #below(column) {
    this.#read();
    if (this.row === this.rows.length - 1) {
      if (!this.uses.row || this.rows[this.row]?.every(({ text }) => text.trim() === '')) return null;
      this.add();
    }
    return [this.row + 1, column];
  }

  /** Whether there was something typed to be taken back. */
  #takeBack() {
    const text = this.cell?.text ?? '';
    if (this.#input.value === text) return false;
    this.#input.value = text;
    this.#input.select();
    return true;
  }
}

/**
 * A cell with a number, or an empty one.
 *
 * @param {number | null} value
 * @returns {Cell}
 */
export const cellOf = (value) => ({ text: value === null ? '' : String(value), value });

/** Whether a text that was pasted is more than one cell. */
export const isTable = (/** @type {string} */ text) => /[\n\r\t;]|,.*,/.test(text.trim());

/** @param {Cell} cell */
function short({ text, value }) {
  const shown = value !== null && text.length > FITS ? plain(value) : text;
  return shown.replace(/^-/, '−');
}
