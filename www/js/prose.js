// The sentences of a lesson: text, and between backticks formulas such as `w_new = w_old`.

import { element } from './dom.js';
import { indexed, math, operator, parenthesis, raised, sign, slash, superscript, symbol, value, variable } from './mathml.js';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const CLOSING = /^[.,;:)。、」）：]+/u;

/** A letter with its indices, a number, raised digits, a power, or any other sign. */
const TOKEN =
  /(?<letter>\p{L})(?:_(?<index>[\p{L}\p{N},]+))?(?:\^\((?<layer>\d+)\))?|(?<digits>[\d.]*\d|½)|(?<exponent>[⁻⁰¹²³⁴-⁹]+)|\^(?<power>\p{L}|−?[\d.]*\d)|(?<other>\S)/gu;

/**
 * @param {string} text
 * @returns {ChildNode[]}
 */
export const prose = (text) => pieces(text).map(node);

/** @typedef {{ words?: string, formula?: string, closing?: string }} Piece words or a formula */

/**
 * @param {string} text
 * @returns {Piece[]} words and formulas in turn, words first and last
 */
function pieces(text) {
  const parts = text.split('`');
  return parts.map((part, index) => {
    if (index % 2 === 0) return { words: index > 0 ? part.replace(CLOSING, '') : part };
    // No line begins with the sign that follows a formula.
    return { formula: part, closing: CLOSING.exec(parts[index + 1] ?? '')?.[0] ?? '' };
  });
}

/** @param {Piece} piece */
function node({ words, formula, closing }) {
  if (formula === undefined) return new Text(words);
  return closing ? element('span', 'unbroken', set(formula), closing) : set(formula);
}

/** @type {WeakMap<Element, { text: string, pieces: Piece[], nodes: ChildNode[] }>} */
const written = new WeakMap();

/**
 * Writes only what has changed: in a drag that is a number in a sentence that stays, and a formula
 * is costly to set.
 *
 * @param {HTMLElement} element that nobody else writes into
 * @param {string} text as of {@link prose}
 */
export function showProse(element, text) {
  const before = written.get(element);
  if (before?.text === text) return;
  const now = pieces(text);
  const isAlike = before?.pieces.length === now.length;
  const nodes = now.map((piece, index) => {
    const old = before?.pieces[index];
    const there = isAlike ? before?.nodes[index] : undefined;
    if (!old || !there) return node(piece);
    if (piece.formula === old.formula && piece.closing === old.closing) {
      if (there instanceof Text && piece.words !== old.words) there.data = piece.words ?? '';
      return there;
    }
    const made = node(piece);
    there.replaceWith(made);
    return made;
  });
  if (!isAlike) element.replaceChildren(...nodes);
  written.set(element, { text, pieces: now, nodes });
}

/** @param {string} notation of a formula */
function set(notation) {
  /** @type {Node[]} */
  const nodes = [];
  /** After these a minus belongs to the number that follows. */
  let opening = true;
  for (const { groups = {} } of notation.matchAll(TOKEN)) {
    const { letter, index, layer, digits, exponent, power, other = '' } = groups;
    const raisedBy = exponent ? integer(exponent) : power;
    if (raisedBy) {
      const base = nodes.pop() ?? value('');
      nodes.push(superscript(base, /^\p{L}$/u.test(raisedBy) ? symbol(raisedBy) : value(raisedBy)));
    } else if (letter && layer) nodes.push(indexed(variable(letter), index ?? '', layer));
    else if (letter) nodes.push(symbol(letter, index));
    else if (digits) nodes.push(value(digits));
    else if ('′*'.includes(other)) nodes.push(raised(other));
    else if (other === '∂') nodes.push(variable(other));
    else if (other === '/') nodes.push(slash());
    else if ('()‖|'.includes(other)) nodes.push(parenthesis(other));
    else nodes.push(opening && other === '−' ? sign(other) : operator(other));
    opening = other !== '' && !')′*‖|'.includes(other);
  }
  return math(...nodes);
}

/** @param {string} exponent in raised digits */
const integer = (exponent) =>
  [...exponent].map((digit) => (digit === '⁻' ? '−' : RAISED.indexOf(digit))).join('');
