// A sample of a verdict, or of one of its basins, for a legend, as its picture shows it.

import { colors, isDark, pictureScale } from '../appearance.js';
import { element } from '../dom.js';
import { draw_swatch } from '../../pkg/downhill_web.js';

/** @import { VerdictKind } from '../../pkg/downhill_web.js' */

/** Its size in pixels of the page. */
const SIZE = { width: 26, height: 16 };
const NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * @param {VerdictKind} kind
 * @param {number} variant which of its basins' looks
 * @param {boolean} isStrip whether the picture is a strip, which has a colour and a mark; a map is tinted
 *   and hatched
 */
export const swatch = (kind, variant, isStrip) =>
  isStrip ? ofStrip(kind, variant) : ofMap(kind, variant);

/**
 * @param {VerdictKind} kind
 * @param {number} variant
 */
function ofMap(kind, variant) {
  const sample = element('canvas', '');
  sample.width = SIZE.width * devicePixelRatio;
  sample.height = SIZE.height * devicePixelRatio;
  draw_swatch(sample, kind, variant, pictureScale(), isDark());
  return sample;
}

/**
 * @param {VerdictKind} kind
 * @param {number} variant
 */
function ofStrip(kind, variant) {
  const { paper, verdicts } = colors();
  const { color, path } = verdicts[kind].basins[variant] ?? verdicts[kind];
  const sample = document.createElementNS(NAMESPACE, 'svg');
  sample.setAttribute('class', 'swatch');
  sample.setAttribute('viewBox', '-2.6 -1.6 5.2 3.2');
  sample.setAttribute('aria-hidden', 'true');
  const ground = document.createElementNS(NAMESPACE, 'rect');
  const place = { x: -2.6, y: -1.6, width: 5.2, height: 3.2, fill: color };
  const mark = document.createElementNS(NAMESPACE, 'path');
  for (const [name, value] of Object.entries(place)) ground.setAttribute(name, String(value));
  mark.setAttribute('d', path);
  mark.setAttribute('fill', paper);
  sample.append(ground, mark);
  return sample;
}
