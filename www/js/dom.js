// Small helpers around the document.

/**
 * The element of index.html with this id.
 *
 * @template {Element} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`index.html has no ${type.name} #${id}`);
  return element;
}

/**
 * Writes only what has changed: most frames of a drag change few words.
 *
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) write(element, text);
}

/**
 * Puts a text in place of what is in an element, in the node that has it where there is one: that is soonest.
 *
 * @param {Element} element
 * @param {string} text
 */
function write(element, text) {
  const { firstChild } = element;
  if (firstChild instanceof Text && firstChild === element.lastChild) firstChild.data = text;
  else element.textContent = text;
}

/**
 * Writes numbers with their exponents raised: fonts draw the ready-made ⁻³ and ⁻⁶ as if they did
 * not belong together.
 *
 * @param {Element} element
 * @param {string} text with powers of ten written as 10^−6
 */
export function showNumber(element, text) {
  const pieces = text.split(/\^(−?[\d.]*\d)/);
  if (element.textContent === pieces.join('')) return;
  if (pieces.length === 1) {
    write(element, text);
    return;
  }
  element.replaceChildren(
    ...pieces.map((piece, index) => {
      if (index % 2 === 0) return piece;
      const exponent = document.createElement('sup');
      exponent.textContent = piece;
      return exponent;
    }),
  );
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
export function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * @param {HTMLElement} element
 * @param {boolean} hidden
 */
export function setHidden(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}

/**
 * An HTML element with children.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(Node | string)} children
 */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * A button of its own, not of a form.
 *
 * @param {string} id
 * @param {string} className
 * @param {() => void} press
 */
export function button(id, className, press) {
  const made = element('button', className);
  made.id = id;
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

/**
 * A use of one of the symbols that index.html defines.
 *
 * @param {string} symbol
 */
export function icon(symbol) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#${symbol}`);
  svg.append(use);
  return svg;
}
