// A link as a QR code: black on white with its quiet zone, whatever the page's theme.

import init, { Code } from '../../qr/downhill_qr.js';
import { compiledModule } from '../laboratory.js';

/** Modules that have to stay white around a code. */
const QUIET = 4;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} text
 * @returns {Promise<SVGSVGElement | undefined>} undefined where no code that can be read says as much
 */
export async function codeOf(text) {
  await init({ module_or_path: await compiledModule('qr/downhill_qr_bg.wasm') });
  const code = Code.of(text);
  if (!code) return undefined;
  const side = code.size + 2 * QUIET;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `${-QUIET} ${-QUIET} ${side} ${side}`);
  svg.setAttribute('role', 'img');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', code.path());
  svg.append(path);
  code.free();
  return svg;
}
