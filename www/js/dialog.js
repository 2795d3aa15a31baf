// A panel over the page, with a heading and a button that closes it.

import { byId, element, icon, setText } from './dom.js';
import { on } from './frames.js';
import { t } from './locale.js';

/** @import { Key } from './locale.js' */

export class Dialog {
  #close = element('button', 'quiet', icon('icon-close'));
  #heading = element('h2', '');

  /**
   * @param {string} name of its class, and what its ids begin with
   * @param {Key} heading
   * @param {...HTMLElement} sections
   */
  constructor(name, heading, ...sections) {
    this.#heading.id = `${name}-heading`;
    this.#close.type = 'button';
    this.#close.addEventListener('click', () => this.close());
    const head = element('div', 'dialog-head', this.#heading, this.#close);
    const inside = element('div', 'dialog-inside', head, ...sections);
    this.element = element('dialog', `dialog ${name}`, inside);
    this.element.setAttribute('aria-labelledby', this.#heading.id);
    // Beside the panel: on what it lies over.
    this.element.addEventListener('click', ({ target }) => {
      if (target === this.element) this.close();
    });
    document.body.append(this.element);
    const speak = () => {
      setText(this.#heading, t(heading));
      for (const attribute of ['aria-label', 'title']) {
        this.#close.setAttribute(attribute, t('notice.close'));
      }
    };
    on(['words'], speak);
    speak();
  }

  open() {
    // After a fault nothing lies over what is said of it.
    if (byId('main', HTMLElement).inert) return;
    this.element.showModal();
  }

  close() {
    this.element.close();
  }
}
