// A formula that stands on one line, such as 1/(1 + e^(−x)), in MathML.

import { fraction, operator, parenthesis, row, sign, superscript, value, variable } from '../mathml.js';

const TOKEN = /[\d.]+|\p{L}+|\S/gu;

/**
 * Numbers, names, + − / ^ > ≤ and lists in parentheses; what stands side by side is multiplied, or a
 * function with its arguments. What is divided, divides or is a power sheds its parentheses.
 *
 * @param {string} line
 * @param {Record<string, () => MathMLElement>} [values] for names: what is then multiplied is numbers,
 *   and has a sign between them
 */
export function formula(line, values = {}) {
  const tokens = line.match(TOKEN) ?? [];
  let at = 0;
  /** @param {string[]} shapes */
  const takes = (...shapes) => (shapes.includes(tokens[at] ?? '') ? tokens[at++] : undefined);

  /** Up to the closing parenthesis, or the end. */
  function list() {
    /** @type {Node[]} */
    const nodes = [];
    let isFactor = false;
    while (at < tokens.length && tokens[at] !== ')') {
      const shape = takes('+', '−', ',', '>', '≤');
      if (shape === undefined) {
        if (isFactor && Object.keys(values).length) nodes.push(operator('×'));
        nodes.push(quotient());
        isFactor = true;
        continue;
      }
      isFactor = false;
      nodes.push(shape === '−' && nodes.length === 0 ? sign(shape) : operator(shape));
    }
    return row(...nodes);
  }

  /** @returns {Node} */
  function quotient() {
    const above = power();
    return takes('/') ? fraction(above.bare, power().bare) : above.whole;
  }

  function power() {
    const base = atom();
    if (!takes('^')) return base;
    const raised = superscript(base.whole, atom().bare);
    return { bare: raised, whole: raised };
  }

  /** Alone, and as it stands among others. */
  function atom() {
    if (takes('(')) {
      const bare = list();
      takes(')');
      return { bare, whole: row(parenthesis('('), bare, parenthesis(')')) };
    }
    const token = tokens[at++] ?? '';
    const named = values[token];
    if (named) return { bare: named(), whole: named() };
    const made = /^[\d.]/.test(token) ? value(token) : variable(token);
    return { bare: made, whole: made };
  }

  return list();
}
