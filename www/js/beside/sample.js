// A sample of a run's line, as pictures draw it: of a pinned one, or of the present one.

import { colors } from '../appearance.js';

const NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
function shape(name, attributes, text = '') {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/** @param {number} [slot] of a pinned run; the present one where there is none */
export function sample(slot) {
  const { accent, paper, pins } = colors();
  const { color, dashes } = (slot === undefined ? undefined : pins[slot]) ?? { color: accent, dashes: [] };
  const svg = shape('svg', { class: 'run-sample', viewBox: '0 0 52 16', 'aria-hidden': 'true' });
  const line = { x1: 1, y1: 8, x2: 36, y2: 8, stroke: color, 'stroke-width': 1.9, 'stroke-linecap': 'round' };
  svg.append(
    shape('line', { ...line, 'stroke-dasharray': dashes.join(' ') || 'none' }),
    shape('circle', { cx: 43, cy: 8, r: 7, fill: color }),
  );
  if (slot !== undefined) {
    const place = { x: 43, y: 8, 'text-anchor': 'middle', 'dominant-baseline': 'central', fill: paper };
    svg.append(shape('text', { ...place, 'font-size': 10.5 }, String(slot + 1)));
  }
  return svg;
}
