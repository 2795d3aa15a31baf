// What the problem is made of, from top to bottom: data, network, initial values, what it costs.

import { element } from '../dom.js';
import { mountData } from './data.js';
import { mountInitial } from './initial.js';
import { mountShape } from './shape.js';
import { mountSize } from './size.js';

/** @import { Watch } from '../network/watch.js' */

/**
 * @param {HTMLElement} section
 * @param {Watch} watch
 */
export function mountPanel(section, watch) {
  const parts = element('div', 'problem-parts');
  const data = mountData(parts, watch);
  const size = mountSize(watch);
  mountShape(parts, watch, size);
  mountInitial(parts, watch);
  parts.append(size.element);
  section.append(parts);
  return { take: (/** @type {File} */ file) => data.take(file) };
}
