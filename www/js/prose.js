// The sentences of a lesson: text, and between backticks formulas such as `w_new = w_old`.

import { element } from './dom.js';
import { math, operator, parenthesis, raised, sign, slash, superscript, symbol, value, variable } from './mathml.js';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const CLOSING = /^[.,;:)。、」]+/u;

/** A letter with an index, a number, raised digits, a power, or any other sign. */
const TOKEN =
  /(?<letter>\p{L})(?:_(?<index>[\p{L}\p{N}]+))?|(?<digits>[\d.]*\d|½)|(?<exponent>[⁻⁰¹²³⁴-⁹]+)|\^(?<power>\p{L}|−?[\d.]*\d)|(?<other>\S)/gu;

/**
 * @param {string} text
 * @returns {(string | Element)[]}
 */
export function prose(text) {
  const parts = text.split('`');
  return parts.map((part, index) => {
    if (index % 2 === 0) return index > 0 ? part.replace(CLOSING, '') : part;
    // No line begins with the sign that follows a formula.
    const closing = CLOSING.exec(parts[index + 1] ?? '')?.[0];
    return closing ? element('span', 'unbroken', formula(part), closing) : formula(part);
  });
}

/**
 * Writes only what has changed.
 *
 * @param {HTMLElement} element
 * @param {string} text as of {@link prose}
 */
export function showProse(element, text) {
  if (element.dataset.words === text) return;
  element.dataset.words = text;
  element.replaceChildren(...prose(text));
}

/** @param {string} notation */
function formula(notation) {
  /** @type {Element[]} */
  const nodes = [];
  /** After these a minus belongs to the number that follows. */
  let opening = true;
  for (const { groups = {} } of notation.matchAll(TOKEN)) {
    const { letter, index, digits, exponent, power, other = '' } = groups;
    const raisedBy = exponent ? integer(exponent) : power;
    if (raisedBy) {
      const base = nodes.pop() ?? value('');
      nodes.push(superscript(base, /^\p{L}$/u.test(raisedBy) ? symbol(raisedBy) : value(raisedBy)));
    } else if (letter) nodes.push(symbol(letter, index));
    else if (digits) nodes.push(value(digits));
    else if (other === '′') nodes.push(raised(other));
    else if (other === '∂') nodes.push(variable(other));
    else if (other === '/') nodes.push(slash());
    else if ('()'.includes(other)) nodes.push(parenthesis(other));
    else nodes.push(opening && other === '−' ? sign(other) : operator(other));
    opening = other !== '' && !')′'.includes(other);
  }
  return math(...nodes);
}

/** @param {string} exponent in raised digits */
const integer = (exponent) =>
  [...exponent].map((digit) => (digit === '⁻' ? '−' : RAISED.indexOf(digit))).join('');
