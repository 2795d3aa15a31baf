// Why a verdict is what it is: in sentences, and the numbers that it rests on, a row each.

import { byId, element, setHidden, setText, showNumber } from '../dom.js';
import { t } from '../locale.js';
import { math } from '../mathml.js';
import { showProse } from '../prose.js';
import { PIECES } from './rows.js';

/** @import { Quantities } from './quantities.js' */
/** @import { Piece } from './rows.js' */
/** @import { Story } from './stories.js' */
/** @import { Verdict } from '../../pkg/downhill_web.js' */

export class Evidence {
  #why = byId('evidence-why', HTMLElement);
  #rows;

  constructor() {
    const list = byId('evidence-rows', HTMLElement);
    this.#rows = Object.entries(PIECES).map(([name, piece]) => new Row(list, name, piece));
  }

  /**
   * @param {Story} story
   * @param {Verdict} verdict
   * @param {Quantities} values
   */
  show(story, verdict, values) {
    const reasons = story.why(verdict).flatMap((key) => (key ? [t(key, values)] : []));
    while (this.#why.children.length < reasons.length) this.#why.append(element('p', ''));
    while (this.#why.children.length > reasons.length) this.#why.lastElementChild?.remove();
    reasons.forEach((words, index) => {
      showProse(/** @type {HTMLElement} */ (this.#why.children[index]), words);
    });
    const shown = story.rows(verdict);
    for (const row of this.#rows) {
      row.show(shown.some((name) => name === row.name), verdict, values);
    }
  }
}

class Row {
  #piece;
  #box;
  #label = element('span', 'row-label');
  #value = element('dd', 'row-value');
  #note = element('dd', 'row-note');

  /**
   * @param {HTMLElement} list
   * @param {string} name
   * @param {Piece} piece
   */
  constructor(list, name, piece) {
    this.name = name;
    this.#piece = piece;
    const symbol = element('span', 'row-symbol', ...(piece.symbol ? [math(piece.symbol())] : []));
    const term = element('dt', 'row-term', symbol, this.#label);
    this.#box = element('div', 'row', term, this.#value, this.#note);
    list.append(this.#box);
  }

  /**
   * @param {boolean} isAsked whether it says something about this verdict
   * @param {Verdict} verdict
   * @param {Quantities} values
   */
  show(isAsked, verdict, values) {
    const { label, value, note } = this.#piece;
    const shown = isAsked ? value(values, verdict) : undefined;
    setHidden(this.#box, shown === undefined);
    if (shown === undefined) return;
    setText(this.#label, t(label));
    showNumber(this.#value, String(shown));
    showProse(this.#note, note ? t(note, values) : '');
    setHidden(this.#note, !note);
  }
}
