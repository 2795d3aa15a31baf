// The learning rate and the number of steps. A value that is refused is answered in words beside
// its field; what was computed stays as it was.

import { byId, setAttribute, setText } from './dom.js';
import { on } from './frames.js';
import { t } from './locale.js';
import { isRefusal, words } from './notice.js';
import { plain } from './numbers.js';
import { watchTyping } from './typing.js';

/** @import { Session } from './session.js' */

/** @param {Session} session */
export function mountSettings(session) {
  const slider = byId('rate-slider', HTMLInputElement);
  const rate = new Field('rate', (value) => session.setRate(value), () => session.lab.rate);
  const steps = new Field('steps', (value) => session.setSteps(value), () => session.lab.steps);

  // The slider's own value is the exponent of ten; a hundredth of a decade is three digits.
  slider.addEventListener('input', () => {
    rate.set(Number((10 ** Number(slider.value)).toPrecision(3)));
  });
  on(['lesson', 'run', 'words'], () => {
    rate.show();
    steps.show();
    const exponent = Math.log10(session.lab.rate);
    // While the slider is dragged it already stands where it should, and not a rounding beside it.
    if (Math.abs(Number(slider.value) - exponent) > 0.006) slider.value = String(exponent);
    setAttribute(slider, 'aria-valuetext', `ε = ${plain(session.lab.rate)}`);
  });
}

/** A text field for one number, with a place for words below it. */
export class Field {
  /** What is wrong with the text in the field, as words in the present language. */
  #wrong = /** @type {(() => string) | null} */ (null);

  /**
   * @param {string} id of the field in index.html
   * @param {(value: number) => void} apply throws what the laboratory throws
   * @param {() => number} present the value that is in force
   */
  constructor(id, apply, present) {
    this.input = byId(id, HTMLInputElement);
    this.message = byId(`${id}-error`, HTMLElement);
    this.apply = apply;
    this.present = present;
    this.isTyped = watchTyping(this.input);
    this.input.addEventListener('change', () => {
      const text = this.input.value.trim();
      const value = read(text);
      if (text === '') this.refuse(() => t('field.empty'));
      else if (value === null) this.refuse(() => t('field.number', { found: text }));
      else this.set(value);
    });
    this.input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.accept();
    });
    this.input.addEventListener('blur', () => this.show());
    on(['lesson'], () => this.accept());
  }

  /** @param {number} value */
  set(value) {
    try {
      this.apply(value);
      this.#wrong = null;
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      this.refuse(() => words(thrown));
    }
  }

  /** Forgets what was refused and says what is in force. */
  accept() {
    this.#wrong = null;
    this.input.value = plain(this.present());
    this.show();
  }

  /** @param {() => string} wrong */
  refuse(wrong) {
    this.#wrong = wrong;
    this.show();
  }

  show() {
    setAttribute(this.input, 'aria-invalid', String(this.#wrong !== null));
    setText(this.message, this.#wrong?.() ?? '');
    // Refused text stays, to be corrected, and so does half a number; otherwise the field says what
    // is in force.
    if (this.#wrong || this.isTyped()) return;
    const value = plain(this.present());
    if (this.input.value !== value) this.input.value = value;
  }
}

/**
 * A number as people type it, also with the full-width digits of a Japanese keyboard.
 *
 * @param {string} text
 * @returns {number | null}
 */
export function read(text) {
  const normal = text.normalize('NFKC').replace('−', '-');
  return normal === '' || Number.isNaN(Number(normal)) ? null : Number(normal);
}
