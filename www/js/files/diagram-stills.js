// The diagram of the network at any step, in a size of its own: a second one, which nobody sees.

import { colors } from '../appearance.js';
import { element } from '../dom.js';
import { Diagram } from '../network/diagram.js';
import { diagramSvg } from './diagram.js';

/** @import { Watch } from '../network/watch.js' */
/** @import { Box } from './frame.js' */

/** Of more weights than this no diagram is drawn again and again: it takes too long, and says too little. */
const MANY = 200;
/** Its type at most, in pixels of the design, and how many times as wide it is that words and numbers have room. */
const TYPE = 13;
const ROOM = 34.5;

/** @param {Watch} watch */
export const canBeAnimated = ({ weights }) => weights.length <= MANY;

export class DiagramStills {
  #root = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  #host = element('div', 'diagram-aside', this.#root);
  #diagram;
  #step = 0;

  /**
   * @param {Watch} watch
   * @param {Box} box
   * @param {number} scale pixels of the picture to one of the design
   */
  constructor(watch, { width, height }, scale) {
    this.#root.id = 'diagram-aside';
    this.#host.inert = true;
    this.#host.style.width = `${width / scale}px`;
    this.#host.style.height = `${height / scale}px`;
    this.#root.style.fontSize = `${Math.min(TYPE, width / scale / ROOM)}px`;
    document.body.append(this.#host);
    this.#diagram = new Diagram(this.#root, this.#still(watch));
  }

  /**
   * @param {number} step
   * @returns {Promise<HTMLImageElement>}
   */
  async image(step) {
    this.#step = step;
    this.#diagram.showWhole();
    // The page's own has these.
    for (const named of this.#root.querySelectorAll('[id]')) named.removeAttribute('id');
    const source = diagramSvg(this.#root, colors().paper);
    const url = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
    try {
      const image = new Image();
      image.src = url;
      await image.decode();
      return image;
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  end() {
    this.#host.remove();
  }

  /**
   * What the page looks at, at the step of this picture. Where the page shows no network, all weights
   * are looked at, and no stage.
   *
   * @param {Watch} watch
   * @returns {Watch}
   */
  #still(watch) {
    let read = { step: NaN, numbers: watch.numbers };
    const numbers = () => {
      if (read.step !== this.#step) read = { step: this.#step, numbers: watch.numbersAt(this.#step) };
      return read.numbers;
    };
    const { lab, info } = watch.session;
    /** @type {PropertyDescriptorMap} */
    const other = {
      // Nothing tells the verdict before the run is at its end.
      session: { value: { lab, info } },
      numbers: { get: numbers },
      place: { value: (/** @type {[number, number]} */ ...at) => watch.place(...at) },
    };
    if (!watch.showsNetwork) {
      other.view = { value: 'layers' };
      // That of the last outputs: E of one sample would stand beside E of all.
      other.stage = { value: watch.last };
      other.chosen = { value: { kind: 'error' } };
    }
    return Object.create(watch, other);
  }
}
