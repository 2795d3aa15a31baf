// The diagram of the network as a document of its own: what style sheets say of it is written into it.

/** What that can be. */
const SAID = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
];
/** What only the page has a use for. */
const PAGE_ONLY = ['id', 'class', 'style', 'role', 'tabindex'];

/**
 * @param {SVGSVGElement} diagram as it is shown
 * @param {string} paper
 */
export function diagramSvg(diagram, paper) {
  const copy = copied(diagram);
  const { width, height } = diagram.viewBox.baseVal;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const ground = document.createElementNS(copy.namespaceURI, 'rect');
  for (const [name, value] of [['width', '100%'], ['height', '100%'], ['fill', paper]]) {
    ground.setAttribute(/** @type {string} */ (name), /** @type {string} */ (value));
  }
  copy.prepend(ground);
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}

/**
 * @param {Element} element that can be seen, or has children that can
 * @param {CSSStyleDeclaration} [around] what holds around it
 */
function copied(element, around) {
  const copy = /** @type {Element} */ (element.cloneNode(false));
  for (const { name } of [...copy.attributes]) {
    if (PAGE_ONLY.includes(name) || /^(aria-|data-)/.test(name)) copy.removeAttribute(name);
  }
  const style = getComputedStyle(element);
  for (const name of SAID) {
    const value = style.getPropertyValue(name);
    // All but this one is handed down.
    const usual = name === 'opacity' ? '1' : around?.getPropertyValue(name);
    if (value !== usual) copy.setAttribute(name, value);
  }
  for (const child of element.childNodes) {
    if (!(child instanceof Element)) copy.append(child.cloneNode());
    else if (isSeen(child)) copy.append(copied(child, style));
  }
  return copy;
}

/** @param {Element} element */
function isSeen(element) {
  const { display, fill, stroke } = getComputedStyle(element);
  if (display === 'none') return false;
  if (element.tagName === 'text') return element.textContent !== '';
  return element.children.length > 0 || element.tagName === 'tspan' || ![fill, stroke].every(isClear);
}

/** @param {string} color */
const isClear = (color) => color === 'none' || /^rgba\(.*, 0\)$/.test(color);
