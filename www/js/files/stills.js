// The pictures of an animation: what the page shows of the run at any step, in a size of their own. The
// page's own pictures stay as they are.

import { colors, isDark } from '../appearance.js';
import { t } from '../locale.js';
import { format } from '../numbers.js';
import { shownRelief } from '../relief/relief.js';
import { verdictName } from '../verdict/names.js';
import { DiagramStills } from './diagram-stills.js';
import { boxes, typeScale } from './frame.js';

/** @import { Watch } from '../network/watch.js' */
/** @import { Box, Part } from './frame.js' */

/** Type of the line above the pictures, in pixels of the design. */
const TYPE = 14;

export class Stills {
  #frame = document.createElement('canvas');
  #pen;
  #scale;
  #places;
  /** @type {Partial<Record<'base' | 'tint' | 'path' | 'lines' | 'cursor', HTMLCanvasElement>>} */
  #layers = {};
  /** @type {Box | undefined} where the tint lies in the picture of the error */
  #tinted;
  /** @type {DiagramStills | undefined} */
  #diagram;
  #isGrounded = false;

  /**
   * @param {Watch} watch
   * @param {{ parts: Part[], width: number, height: number }} wish
   * @param {() => void} check throws where no more are wanted
   */
  constructor(watch, { parts, width, height }, check) {
    this.watch = watch;
    this.lab = watch.session.lab;
    this.check = check;
    this.#frame.width = width;
    this.#frame.height = height;
    const pen = this.#frame.getContext('2d', { willReadFrequently: true });
    if (!pen) throw new Error('no canvas');
    this.#pen = pen;
    this.#scale = typeScale(height);
    const isSurface = watch.session.info.axes.length === 2;
    this.#places = boxes(parts, { width, height, isSurface });
    this.lab.begin_animation();
    const { error, timeline, network } = this.#places;
    if (error) Object.assign(this.#layers, { base: sized(error), tint: sized(error), path: sized(error) });
    if (timeline) Object.assign(this.#layers, { lines: sized(timeline), cursor: sized(timeline) });
    if (network) this.#diagram = new DiagramStills(watch, network, this.#scale);
    if (timeline) this.#apart(() => this.lab.draw_timeline(this.#layer('lines'), this.#scale, isDark()));
  }

  /**
   * @param {number} step
   * @returns {Promise<Uint8ClampedArray>} the picture at a step
   */
  async pixels(step) {
    const { width, height } = this.#frame;
    const { error, timeline, network } = this.#places;
    const diagram = network && (await this.#diagram?.image(step));
    this.check();
    if (error && !this.#relief) await this.#drawError(step);
    const pen = this.#pen;
    pen.fillStyle = colors().paper;
    pen.fillRect(0, 0, width, height);
    if (error) this.#putError(error, step);
    if (timeline) {
      this.#apart(() => this.lab.draw_timeline_cursor(this.#layer('cursor'), step, isDark()));
      this.#put(timeline, this.#layer('lines'), this.#layer('cursor'));
    }
    if (network && diagram) this.#put(network, diagram);
    this.#write(step);
    return pen.getImageData(0, 0, width, height).data;
  }

  end() {
    this.#diagram?.end();
    // Another run has pictures of its own, and this one's laboratory is gone.
    if (this.watch.session.lab === this.lab) this.lab.end_animation();
  }

  /** The picture in three dimensions, where that is what is shown and it stays what it is. */
  get #relief() {
    const { session } = this.watch;
    return session.info.projection ? undefined : shownRelief(session);
  }

  /** @param {'base' | 'tint' | 'path' | 'lines' | 'cursor'} name */
  #layer(name) {
    return /** @type {HTMLCanvasElement} */ (this.#layers[name]);
  }

  /**
   * Draws with the laboratory while the page's pictures are put aside.
   *
   * @template T
   * @param {() => T} draw
   */
  #apart(draw) {
    this.lab.swap_pictures();
    try {
      return draw();
    } finally {
      this.lab.swap_pictures();
    }
  }

  /** @param {number} step */
  async #drawError(step) {
    const { lab } = this;
    const base = this.#layer('base');
    // Where more weights are free than shown, the ground moves with those that are not.
    if (!this.#isGrounded || this.watch.session.info.projection) {
      const draw = () => this.#apart(() => lab.draw_base(base, step, this.#scale, isDark()));
      for (let isComplete = draw(); !isComplete; ) {
        await new Promise((resolve) => setTimeout(resolve));
        this.check();
        if (this.#apart(() => lab.refine_ground())) isComplete = draw();
      }
      this.#isGrounded = true;
      this.#tinted = this.#apart(() => {
        lab.draw_raster(this.#layer('tint'), isDark());
        return lab.plot_rectangle();
      });
    }
    this.#apart(() => lab.draw_path(this.#layer('path'), step, isDark()));
  }

  /**
   * @param {Box} box
   * @param {number} step
   */
  #putError(box, step) {
    const relief = this.#relief;
    if (relief) {
      relief.showing(step, { ...box, scale: this.#scale }, (...layers) => this.#put(box, ...layers));
      return;
    }
    const tinted = this.#tinted;
    if (tinted && this.lab.dimensions === 2) {
      const { left, top, width, height } = tinted;
      this.#put({ left: box.left + left, top: box.top + top, width, height }, this.#layer('tint'));
    }
    this.#put(box, this.#layer('base'), this.#layer('path'));
  }

  /**
   * @param {Box} box
   * @param {...CanvasImageSource} images one upon the other
   */
  #put({ left, top, width, height }, ...images) {
    for (const image of images) this.#pen.drawImage(image, left, top, width, height);
  }

  /** @param {number} step */
  #write(step) {
    const { head } = this.#places;
    const pen = this.#pen;
    const { last, verdict, isAsking } = this.watch.session;
    const y = head.top + head.height / 2;
    const write = writing(pen, TYPE * this.#scale);
    pen.fillStyle = colors().ink;
    write([{ words: t('transport.step', { step, last }) }], head.left, y, 0);
    if (step === last && !isAsking) {
      write([{ words: verdictName(verdict), look: 'bold' }], head.left + head.width / 2, y, 0.5);
    }
    const [number = '', power = ''] = format(this.lab.error(step) ?? null).split('^');
    const error = [{ words: 'E', look: 'italic' }, { words: ` = ${number}` }, { words: power, look: 'raised' }];
    write(error, head.left + head.width, y, 1);
  }
}

/**
 * What writes words in the page's type, piece by piece, around a place: with this part of them to its left.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {number} size of the type
 * @returns {(pieces: { words: string, look?: string }[], x: number, y: number, part: number) => void}
 */
function writing(pen, size) {
  const { fontFamily } = getComputedStyle(document.body);
  const serif = getComputedStyle(document.documentElement).getPropertyValue('--serif');
  /** @type {Record<string, string>} */
  const fonts = {
    bold: `600 ${size}px ${fontFamily}`,
    italic: `italic ${1.1 * size}px ${serif}`,
    raised: `${0.75 * size}px ${fontFamily}`,
  };
  pen.textBaseline = 'middle';
  return (pieces, x, y, part) => {
    const set = pieces.map(({ words, look = '' }) => {
      pen.font = fonts[look] ?? `${size}px ${fontFamily}`;
      return { words, font: pen.font, width: pen.measureText(words).width, up: look === 'raised' ? 0.35 * size : 0 };
    });
    let at = x - part * set.reduce((sum, { width }) => sum + width, 0);
    for (const { words, font, width, up } of set) {
      pen.font = font;
      pen.fillText(words, at, y - up);
      at += width;
    }
  };
}

/** @param {Box} box */
function sized({ width, height }) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}
