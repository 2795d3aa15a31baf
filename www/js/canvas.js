// Canvases as sharp as the screen: as many canvas pixels as device pixels.

import { publish } from './frames.js';

const paper = matchMedia('print');

/**
 * Keeps the size of a stack of canvases at that of the box they fill, in device pixels; the box is
 * told its shape, for paper.
 *
 * @param {HTMLElement} box positioned; its content box is what the canvases fill
 * @param {HTMLCanvasElement[]} canvases
 */
export function fill(box, canvases) {
  new ResizeObserver((entries) => {
    const entry = entries[entries.length - 1];
    // On paper a picture is the screen's, in another size.
    if (!entry || paper.matches) return;
    const exact = entry.devicePixelContentBoxSize?.[0];
    const content = entry.contentBoxSize[0];
    const width = pixels(content?.inlineSize, exact?.inlineSize);
    const height = pixels(content?.blockSize, exact?.blockSize);
    if (!width || !height) return;
    for (const canvas of canvases) {
      canvas.width = width;
      canvas.height = height;
    }
    box.style.setProperty('--plot-ratio', String(width / height));
    publish('view');
  }).observe(box);
}

/**
 * A length in device pixels. Only the device-pixel box knows how a fractional one was rounded; but
 * not every browser has it, and an emulated screen gives it in CSS pixels.
 *
 * @param {number} [css] in CSS pixels
 * @param {number} [exact] in device pixels, as the browser says
 */
function pixels(css = 0, exact = 0) {
  const rounded = Math.round(css * devicePixelRatio);
  return Math.abs(exact - rounded) <= 1 ? exact : rounded;
}

/**
 * A pointer's place in canvas pixels.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {MouseEvent} event
 */
export function pixelAt(canvas, event) {
  const box = canvas.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) * canvas.width) / box.width,
    y: ((event.clientY - box.top) * canvas.height) / box.height,
  };
}

/** @param {HTMLCanvasElement} canvas that its box has not given a size yet */
export const isUnsized = (canvas) => canvas.width === 0 || canvas.height === 0;
