// A picture as SVG, drawn by what draws it on the page: a drawing takes the place of a canvas, and writes
// down what is drawn on it.

/** @typedef {{ url: string, left: number, top: number, width: number, height: number }} Tint */

/**
 * What the laboratory asks of a canvas and of its context.
 */
export class Drawing {
  /** @type {string[]} */
  #shapes = [];
  #path = '';
  /** The canvas's unit in the picture. */
  #unit = 1;
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  lineCap = 'butt';
  lineJoin = 'miter';
  font = '';
  textAlign = 'left';
  textBaseline = 'middle';

  /**
   * @param {number} width
   * @param {number} height
   */
  constructor(width, height) {
    this.width = width;
    this.height = height;
  }

  /** The drawing where the laboratory wants a canvas. */
  get canvas() {
    return /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ (this));
  }

  getContext() {
    return this;
  }

  clearRect() {
    this.#shapes = [];
  }

  /** @param {number} scale as all that the laboratory sets: nothing is turned or moved */
  setTransform(scale) {
    this.#unit = scale;
  }

  beginPath() {
    this.#path = '';
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  moveTo(x, y) {
    this.#path += `M${this.#at(x)} ${this.#at(y)}`;
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  lineTo(x, y) {
    this.#path += `L${this.#at(x)} ${this.#at(y)}`;
  }

  closePath() {
    this.#path += 'Z';
  }

  /**
   * A whole circle, as the laboratory draws them.
   *
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   */
  arc(x, y, radius) {
    const [left, right, middle, r] = [x - radius, x + radius, y, radius].map((length) => this.#at(length));
    this.#path += `M${left} ${middle}A${r} ${r} 0 1 1 ${right} ${middle}A${r} ${r} 0 1 1 ${left} ${middle}Z`;
  }

  stroke() {
    this.#shapes.push(`<path d="${this.#path}" fill="none"${this.#stroked()}/>`);
  }

  fill() {
    this.#shapes.push(`<path d="${this.#path}" fill="${this.fillStyle}"/>`);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  fillRect(x, y, width, height) {
    this.#shapes.push(`<rect${this.#box(x, y, width, height)} fill="${this.fillStyle}"/>`);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  strokeRect(x, y, width, height) {
    this.#shapes.push(`<rect${this.#box(x, y, width, height)} fill="none"${this.#stroked()}/>`);
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   */
  fillText(text, x, y) {
    const [, face = '', size = '', family = ''] = /^(.*?)\s*([\d.]+)px (.*)$/.exec(this.font) ?? [];
    const anchor = { left: 'start', center: 'middle', right: 'end' }[this.textAlign] ?? 'start';
    const italic = /italic|oblique/.test(face) ? ' font-style="italic"' : '';
    this.#shapes.push(
      `<text x="${this.#at(x)}" y="${this.#at(y)}" font-family="${escaped(family)}" ` +
        `font-size="${this.#at(Number(size))}"${italic} text-anchor="${anchor}" ` +
        `dominant-baseline="central" fill="${this.fillStyle}">${escaped(text)}</text>`,
    );
  }

  /**
   * The document: what was drawn on the drawings, one upon the other, on paper.
   *
   * @param {Drawing[]} drawings of one size, the lowest first
   * @param {{ paper: string, tint?: Tint | undefined, ratio: number }} under `ratio`: units of the drawings to a pixel
   */
  static document([lowest, ...others], { paper, tint, ratio }) {
    if (!lowest) return '';
    const { width, height } = lowest;
    const shapes = [lowest, ...others].flatMap((one) => one.#shapes);
    const image = tint
      ? `<image x="${tint.left}" y="${tint.top}" width="${tint.width}" height="${tint.height}" ` +
        `preserveAspectRatio="none" href="${tint.url}"/>\n`
      : '';
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width / ratio}" height="${height / ratio}" ` +
      `viewBox="0 0 ${width} ${height}">\n<rect width="100%" height="100%" fill="${paper}"/>\n` +
      `${image}${shapes.join('\n')}\n</svg>\n`
    );
  }

  /** @param {number} length in the laboratory's units */
  #at(length) {
    // A thousandth of a pixel is nothing.
    return Math.round(1000 * this.#unit * length) / 1000;
  }

  /** @param {...number} box */
  #box(...box) {
    const [x, y, width, height] = box.map((length) => this.#at(length));
    return ` x="${x}" y="${y}" width="${width}" height="${height}"`;
  }

  #stroked() {
    const join = ` stroke-linejoin="${this.lineJoin}" stroke-linecap="${this.lineCap}"`;
    return ` stroke="${this.strokeStyle}" stroke-width="${this.#at(this.lineWidth)}"${join}`;
  }
}

/** @param {string} text */
const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
