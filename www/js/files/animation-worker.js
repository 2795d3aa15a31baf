// Makes a GIF of pictures, away from the page. It answers each message when it is ready for the next.

import { Animation, initSync } from '../../animation/downhill_animation.js';

/**
 * What it is told, in this order; pixels are those of canvases. `samples`: some of the pictures to come, one
 * behind the other, whose colours it takes.
 *
 * @typedef {{ module: WebAssembly.Module, width: number, height: number, samples: Uint8ClampedArray }} Beginning
 * @typedef {{ pixels: Uint8ClampedArray, delay: number }} Still `delay`: in hundredths of a second
 * @typedef {{ ends: true }} End
 * @typedef {Beginning | Still | End} Order
 * @typedef {{ file?: Uint8Array<ArrayBuffer> }} Answer with the file, at the end
 */

/** @type {Animation | undefined} */
let animation;

/** @param {Answer} answer */
const tell = (answer) => postMessage(answer);

addEventListener('message', (/** @type {MessageEvent<Order>} */ { data }) => {
  if ('module' in data) {
    const { module, width, height, samples } = data;
    initSync({ module });
    animation = new Animation(width, height, new Uint8Array(samples.buffer));
    tell({});
  } else if ('pixels' in data) {
    animation?.add(new Uint8Array(data.pixels.buffer), data.delay);
    tell({});
  } else {
    const file = animation?.finish();
    // What comes from the module's memory is a copy of it.
    tell(file ? { file: /** @type {Uint8Array<ArrayBuffer>} */ (file) } : {});
  }
});
