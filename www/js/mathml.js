// MathML, element by element. Numbers are set as one <mn>, their minus as an operator.

import { element } from './dom.js';
import { parts, plain, short } from './numbers.js';

const NAMESPACE = 'http://www.w3.org/1998/Math/MathML';

/**
 * @param {string} tag
 * @param {...(Node | string)} children
 */
function node(tag, ...children) {
  const made = document.createElementNS(NAMESPACE, tag);
  made.append(...children);
  return made;
}

/** @param {...Node} children */
export const math = (...children) => node('math', ...children);

/** @param {...Node} children */
export const row = (...children) => node('mrow', ...children);

/** @param {string} name */
export const variable = (name) => node('mi', name);

/** @param {string} shape */
export const operator = (shape) => node('mo', shape);

/** @param {string} shape of a sign that belongs to the number after it */
export function sign(shape) {
  const made = node('mo', shape);
  made.setAttribute('form', 'prefix');
  return made;
}

/**
 * @param {Node} base
 * @param {Node} power
 */
export const superscript = (base, power) => node('msup', base, power);

/**
 * @param {Node} above
 * @param {Node} below
 */
export const fraction = (above, below) => node('mfrac', above, below);

/**
 * @param {Node} base
 * @param {Node} index
 */
export const subscript = (base, index) => node('msub', base, index);

/**
 * A letter with plain indices, either of which may be empty. The upper one stands in parentheses,
 * lest it be read as a power.
 *
 * @param {Node} base
 * @param {string} below
 * @param {string} above
 */
export function indexed(base, below, above) {
  const index = node(/^\d/.test(below) ? 'mn' : 'mi', below);
  const upper = row(parenthesis('('), value(above), parenthesis(')'));
  if (below && above) return node('msubsup', base, index, upper);
  if (above) return superscript(base, upper);
  return below ? subscript(base, index) : base;
}

/**
 * A letter with its index: digits upright, words too.
 *
 * @param {string} letter
 * @param {...(string | undefined)} indices that are there
 */
export function symbol(letter, ...indices) {
  const parts = indices
    .filter((index) => index !== undefined && index !== '')
    .flatMap((index = '', place) => {
      const made = node(/^\d+$/.test(index) ? 'mn' : 'mtext', index);
      return place === 0 ? [made] : [node('mo', ','), made];
    });
  return parts.length ? subscript(variable(letter), row(...parts)) : variable(letter);
}

/**
 * ∂E/∂w, or ∂E_B/∂w of a batch.
 *
 * @param {Node} weight its symbol
 * @param {boolean} [isOfBatch]
 */
export const slope = (weight, isOfBatch = false) =>
  fraction(row(variable('∂'), symbol('E', isOfBatch ? 'B' : '')), row(variable('∂'), weight));

/**
 * √x
 *
 * @param {Node} inner
 */
export const root = (inner) => node('msqrt', inner);

/**
 * A letter under a hat, as m̂.
 *
 * @param {Node} base
 */
export const hat = (base) => {
  const over = node('mover', base, node('mo', '^'));
  over.setAttribute('accent', 'true');
  return over;
};

/** ‖g‖ */
export const norm = () => row(parenthesis('‖'), variable('g'), parenthesis('‖'));

/**
 * A number to as many significant digits as the page shows.
 *
 * @param {number | null} value
 */
export const number = (value) => set(parts(value));

/**
 * The same without zeros that say nothing.
 *
 * @param {number | null} value
 */
export const shortNumber = (value) => set(short(value));

/** @param {ReturnType<typeof parts>} parts */
function set({ negative, digits, exponent }) {
  const shown = [];
  if (negative) shown.push(operator('−'));
  shown.push(node('mn', digits));
  if (exponent !== null) {
    const power =
      exponent < 0
        ? row(operator('−'), node('mn', String(-exponent)))
        : node('mn', String(exponent));
    shown.push(operator('×'), node('msup', node('mn', '10'), power));
  }
  return row(...shown);
}

/**
 * A factor or a subtrahend: as {@link number}, in parentheses where it is negative.
 *
 * @param {number | null} value
 */
export function factor(value) {
  return value !== null && value < 0 ? row(parenthesis('('), number(value), parenthesis(')')) : number(value);
}

/**
 * As {@link shortNumber}, in parentheses where it is negative.
 *
 * @param {number | null} value
 */
export const shortFactor = (value) =>
  value !== null && value < 0
    ? row(parenthesis('('), shortNumber(value), parenthesis(')'))
    : shortNumber(value);

/**
 * A number that was chosen and not computed, such as the rate.
 *
 * @param {number} value
 */
export const chosen = (value) => node('mn', plain(value));

/** @param {string | Text} digits */
export const value = (digits) => node('mn', digits);

/** @param {string} shape that does not grow with what it encloses */
export function parenthesis(shape) {
  const made = node('mo', shape);
  made.setAttribute('stretchy', 'false');
  // Of bars, which may open, close or stand between, browsers do not know which they do.
  made.setAttribute('lspace', '0');
  made.setAttribute('rspace', '0');
  return made;
}

/** A division sign on the line, without the space of other operators. */
export function slash() {
  const made = node('mo', '/');
  made.setAttribute('lspace', '0.05em');
  made.setAttribute('rspace', '0.05em');
  return made;
}

/**
 * A sign that a text font has raised already; as a superscript it would fly off where no math font
 * is installed.
 *
 * @param {string} shape
 */
export function raised(shape) {
  const made = node('mo', shape);
  made.setAttribute('class', 'raised');
  made.setAttribute('lspace', '0.1em');
  made.setAttribute('rspace', '0');
  return made;
}

/** f′(x) */
export const derivative = () =>
  row(
    variable('f'),
    raised('′'),
    parenthesis('('),
    variable('x'),
    parenthesis(')'),
  );

/**
 * w₁ = 2.252, w₂ = −0.1548
 *
 * @param {Node[]} symbols
 * @param {ArrayLike<number>} values
 */
export function assignments(symbols, values) {
  const list = symbols.flatMap((symbol, index) => {
    const value = number(values[index] ?? null);
    const assignment = row(symbol, operator('='), value);
    return index === 0 ? [assignment] : [operator(','), assignment];
  });
  return math(...list);
}

/**
 * The head of a column: a formula, and its plain text for those who do not see it.
 *
 * @param {string} text
 * @param {...Node} formula
 */
export function head(text, ...formula) {
  const shown = math(...formula);
  shown.setAttribute('aria-hidden', 'true');
  return [element('span', 'visually-hidden', text), shown];
}

/**
 * Aligned lines; a cell holds one element.
 *
 * @param {Node[][]} lines
 */
export const table = (lines) =>
  node(
    'mtable',
    ...lines.map((cells) => node('mtr', ...cells.map((cell) => node('mtd', cell)))),
  );
