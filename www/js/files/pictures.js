// The pictures that are on the page, as files: SVG, and PNG made of it.

import { colors, isDark, pictureScale } from '../appearance.js';
import { byId } from '../dom.js';
import { shownRelief } from '../relief/relief.js';
import { diagramSvg } from './diagram.js';
import { Drawing } from './drawing.js';

/** @import { Watch } from '../network/watch.js' */
/** @import { Tint } from './drawing.js' */
/** @typedef {'error' | 'timeline' | 'outputs'} Chart */
/** @typedef {Chart | 'network'} Picture */

/**
 * The pictures that have been drawn, and so can be saved.
 *
 * @param {Watch} watch
 * @returns {Picture[]}
 */
export function pictures({ session: { lab }, showsNetwork }) {
  /** @type {Chart[]} */
  const charts = ['error', 'timeline', 'outputs'];
  const drawn = charts.filter((chart) => {
    const { width } = canvasOf(chart);
    return width > 1 && (chart !== 'outputs' || lab.has_outputs) && (chart !== 'error' || lab.plot_rectangle());
  });
  // The diagram has the numbers of the shown step while it is seen.
  return showsNetwork ? [...drawn, 'network'] : drawn;
}

/**
 * What a picture's file is called: the picture of the error by what it shows of the starts.
 *
 * @param {Watch} watch
 * @param {Picture} picture
 */
export function fileName({ session }, picture) {
  if (picture !== 'error') return picture;
  const shown = { surface: 'error', error: 'final-error', norm: 'gradient' }[String(session.picture)] ?? session.picture;
  return shownRelief(session) ? `${shown}-3d` : shown;
}

/** @param {Chart} chart */
const canvasOf = (chart) =>
  byId({ error: 'plot-path', timeline: 'timeline-cursor', outputs: 'output-picture' }[chart], HTMLCanvasElement);

/**
 * A picture as it is shown.
 *
 * @param {Watch} watch
 * @param {Picture} picture
 */
export function svg({ session }, picture) {
  if (picture === 'network') return diagramSvg(byId('diagram', SVGSVGElement), colors().paper);
  const { lab, step } = session;
  const relief = shownRelief(session);
  const { width, height } = canvasOf(picture);
  const [lower, upper] = [new Drawing(width, height), new Drawing(width, height)];
  const [scale, dark] = [pictureScale(), isDark()];
  /** @type {Tint | undefined} */
  let tint;
  if (picture === 'error' && relief) {
    tint = relief.drawOn(upper.canvas);
  } else if (picture === 'error') {
    lab.draw_base(lower.canvas, step, scale, dark);
    lab.draw_path(upper.canvas, step, dark);
    tint = tinted(byId('plot-raster', HTMLCanvasElement), lab.plot_rectangle());
  } else if (picture === 'timeline') {
    lab.draw_timeline(lower.canvas, scale, dark);
    lab.draw_timeline_cursor(upper.canvas, step, dark);
  } else {
    const raster = byId('output-tint', HTMLCanvasElement);
    lab.draw_outputs(lower.canvas, raster, step, scale, dark);
    tint = tinted(raster, lab.output_rectangle());
  }
  return Drawing.document([lower, upper], { paper: colors().paper, tint, ratio: devicePixelRatio });
}

/**
 * @param {HTMLCanvasElement} raster
 * @param {{ left: number, top: number, width: number, height: number } | undefined} box
 */
function tinted(raster, box) {
  return box && !raster.hidden ? { url: raster.toDataURL('image/png'), ...box } : undefined;
}

/**
 * The same in pixels, so many for each of the page.
 *
 * @param {string} source an SVG document
 * @param {number} times
 * @returns {Promise<Blob>}
 */
export async function png(source, times) {
  const url = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(times * image.width);
    canvas.height = Math.round(times * image.height);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
