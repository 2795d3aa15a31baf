// A text in a field, with a button that copies it.

import { element, setText } from '../dom.js';
import { t } from '../locale.js';

export class Copying {
  #said = element('span', 'copied');

  /**
   * @param {HTMLInputElement | HTMLTextAreaElement} field
   */
  constructor(field) {
    this.field = field;
    field.readOnly = true;
    field.spellcheck = false;
    this.button = element('button', 'plain');
    this.button.type = 'button';
    this.#said.setAttribute('role', 'status');
    this.element = element('div', 'copying', field, this.button, this.#said);
    field.addEventListener('focus', () => field.select());
    this.button.addEventListener('click', async () => {
      const isCopied = await copied(field);
      setText(this.#said, t(isCopied ? 'share.copied' : 'share.by-hand'));
    });
  }

  /** @param {string} text */
  set text(text) {
    if (this.field.value === text) return;
    this.field.value = text;
    setText(this.#said, '');
  }

  /**
   * @param {string} label of the field
   * @param {string} action of the button
   */
  name(label, action) {
    this.field.setAttribute('aria-label', label);
    setText(this.button, action);
    setText(this.#said, '');
  }
}

/**
 * In a frame the page around it may not allow it; then the text is selected, for the reader to do it.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 */
async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand('copy');
  }
}
