// The error surface in three dimensions: what it is made of, and when it is drawn.

import init, { Relief } from '../../relief/downhill_relief.js';
import { isDark, pictureScale } from '../appearance.js';
import { fill, pixelAt } from '../canvas.js';
import { byId, element, setAttribute } from '../dom.js';
import { on, publish } from '../frames.js';
import { compiledModule } from '../laboratory.js';
import { watchHands } from './hands.js';

/** @import { Topic } from '../frames.js' */
/** @import { Axes } from '../network/axes.js' */
/** @import { Session } from '../session.js' */

/** Pixels of an image for each of the page. */
const SHARP = 2;
/** Frames that take longer than this are drawn roughly while something moves, in milliseconds. */
const SLOW = 30;
/** A pause after which it rests, and one that is no frame of a movement, in milliseconds. */
const PAUSE = 400;
const NO_FRAME = 1000;

/**
 * @param {Session} session
 * @param {Axes} axes
 */
export async function openPicture(session, axes) {
  await init({ module_or_path: await compiledModule('relief/downhill_relief_bg.wasm') });
  return new ReliefPicture(session, axes);
}

export class ReliefPicture {
  #plot = byId('plot', HTMLElement);
  #tint = byId('plot-raster', HTMLCanvasElement);
  #ground = element('canvas', 'relief');
  #words = element('canvas', 'relief');
  #relief;
  /** When it was drawn last, and how long its frames take while it moves. */
  #drawn = -Infinity;
  #pace = 0;
  #resting = 0;

  /**
   * @param {Session} session
   * @param {Axes} axes
   */
  constructor(session, axes) {
    this.session = session;
    this.axes = axes;
    this.#ground.id = 'relief-ground';
    this.#words.id = 'relief-words';
    this.#plot.append(this.#ground, this.#words);
    this.#relief = new Relief(this.#ground, this.#words);
    fill(this.#plot, [this.#ground, this.#words]);
    watchHands(session, this.#plot, this.#words, this.#relief);
    this.#watchContext();
    /** @type {Topic[]} */
    const grounds = ['lesson', 'view', 'mode', 'axes', 'words', 'ground'];
    on([...grounds, 'map', 'run', 'cursor', 'turn'], (published) => {
      if (!session.isRelief) return;
      const has = (/** @type {Topic[]} */ topics) => topics.some((topic) => published.has(topic));
      const isGround = has(grounds) || (session.info.projection && has(['run', 'cursor']));
      if (isGround) this.#takeGround();
      if (isGround || has(['map'])) this.#relief.set_tint(this.#tint);
      if (isGround || has(['run', 'cursor'])) this.#takeRun(isGround || has(['run']));
      this.#move(has(['turn']) || this.#plot.hasAttribute('data-dragging'));
    }, 'paint');
    // Not every browser prints what lies under the uppermost of several canvases.
    addEventListener('beforeprint', () => {
      const pen = this.#words.getContext('2d');
      if (!session.isRelief || !pen || !this.#relief.has_graphics) return;
      pen.save();
      pen.resetTransform();
      pen.globalCompositeOperation = 'destination-over';
      pen.drawImage(this.#ground, 0, 0);
      pen.restore();
    });
  }

  /**
   * The weights of the ground under a pointer; none beside it.
   *
   * @param {MouseEvent} event
   */
  placeAt(event) {
    const { x, y } = pixelAt(this.#words, event);
    return this.#relief.place_at(x, y);
  }

  /** @param {number} factor above 1 to come nearer */
  zoom(factor) {
    this.#relief.zoom(factor);
    publish('turn');
  }

  reset() {
    this.#relief.reset();
    publish('turn');
  }

  /**
   * What it shows, as a file has it: on a drawing its words, under them an image.
   *
   * @param {HTMLCanvasElement} canvas as wide and as high as the picture
   */
  drawOn(canvas) {
    this.#relief.draw_words(canvas);
    if (!this.#relief.has_graphics) return undefined;
    this.#relief.draw_ground(SHARP);
    const url = this.#ground.toDataURL('image/png');
    this.#relief.draw_ground(1);
    return { url, left: 0, top: 0, width: canvas.width, height: canvas.height };
  }

  /**
   * Has something done while it shows a step of the run in another size.
   *
   * @param {number} step
   * @param {{ width: number, height: number, scale: number }} size in pixels; of the type as that of the page's
   * @param {(...layers: HTMLCanvasElement[]) => void} take what it consists of, one upon the other
   */
  showing(step, { width, height, scale }, take) {
    const layers = [this.#ground, this.#words];
    const own = { width: this.#words.width, height: this.#words.height };
    /** @param {{ width: number, height: number }} size */
    const resize = (size) => layers.forEach((layer) => Object.assign(layer, size));
    resize({ width, height });
    this.#takeBall(step);
    this.#relief.draw(scale, isDark(), false);
    take(...(this.#relief.has_graphics ? layers : [this.#words]));
    resize(own);
    this.#takeBall(this.session.step);
    this.#relief.draw(pictureScale(), isDark(), false);
  }

  #takeGround() {
    const { lab, info } = this.session;
    const ranges = info.axes.flatMap(({ from, to }) => [from, to]);
    this.#relief.set_names(this.axes.code(0), this.axes.code(1));
    this.#relief.set_ground(lab.ground_errors(), new Float64Array(ranges));
  }

  /** @param {boolean} isOther whether the path has changed, too */
  #takeRun(isOther) {
    const { lab, step } = this.session;
    if (isOther) {
      const [x = NaN, y = NaN] = lab.start();
      this.#relief.set_path(lab.path_places(), x, y);
    }
    this.#takeBall(step);
  }

  /** @param {number} step */
  #takeBall(step) {
    const { lab, shown } = this.session;
    const { weights, error } = step === this.session.step ? shown : lab.state(step);
    const [x = NaN, y = NaN] = weights;
    this.#relief.set_ball(step, x, y, error ?? NaN);
  }

  /**
   * Draws it; roughly while it moves, where that takes too long.
   *
   * @param {boolean} isMoving
   */
  #move(isMoving) {
    const now = performance.now();
    const gap = now - this.#drawn;
    this.#drawn = now;
    if (isMoving && gap < NO_FRAME) this.#pace += (gap - this.#pace) / 4;
    const isRough = isMoving && this.#pace > SLOW;
    clearTimeout(this.#resting);
    const pause = Math.max(PAUSE, 3 * this.#pace);
    if (isRough) this.#resting = window.setTimeout(() => this.#draw(false), pause);
    this.#draw(isRough);
  }

  /** @param {boolean} isRough */
  #draw(isRough) {
    this.#relief.draw(pictureScale(), isDark(), isRough);
    this.#ground.hidden = !this.#relief.has_graphics;
    // For tests, and for whoever measures.
    setAttribute(this.#plot, 'data-drawn-by', this.#relief.has_graphics ? 'webgl2' : 'plotters');
    setAttribute(this.#plot, 'data-ball', this.#relief.ball().join());
    setAttribute(this.#plot, 'data-camera', this.#relief.camera().join());
  }

  #watchContext() {
    this.#ground.addEventListener('webglcontextlost', (event) => {
      // Else it would not come back.
      event.preventDefault();
      this.#relief.lose_graphics();
      publish('turn');
    });
    this.#ground.addEventListener('webglcontextrestored', () => {
      this.#relief.restore_graphics();
      publish('turn');
    });
  }
}
