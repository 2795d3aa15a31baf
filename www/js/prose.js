// The sentences of a lesson: text, and between backticks formulas such as `w_new = w_old`.

import { math, operator, symbol, value } from './mathml.js';

/** A letter with an index, a number, or any other sign. */
const TOKEN = /(?<letter>\p{L})(?:_(?<index>[\p{L}\p{N}]+))?|(?<digits>[\d.]*\d)|(?<sign>\S)/gu;

/**
 * @param {string} text
 * @returns {(string | Element)[]}
 */
export function prose(text) {
  return text.split('`').map((part, index) => (index % 2 === 0 ? part : formula(part)));
}

/** @param {string} notation */
function formula(notation) {
  const nodes = [...notation.matchAll(TOKEN)].map(({ groups = {} }) => {
    const { letter, index, digits, sign = '' } = groups;
    if (letter) return symbol(letter, index);
    if (digits) return value(digits);
    return operator(sign === '-' ? '−' : sign);
  });
  return math(...nodes);
}
