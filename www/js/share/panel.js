// What the page shows, to be handed on: as a link, as a QR code, and as a frame in another page.

import { embedded, written } from '../address/state.js';
import { Dialog } from '../dialog.js';
import { element, setText } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { codeOf } from './code.js';
import { Copying } from './copying.js';

/** @import { Key } from '../locale.js' */
/** @import { Watch } from '../network/watch.js' */

/**
 * What a frame can do without, in the order of the page; `usual`: what most will.
 *
 * @type {{ part: string, label: Key, usual: boolean }[]}
 */
const PARTS = [
  { part: 'title', label: 'hide.title', usual: true },
  { part: 'switches', label: 'hide.switches', usual: true },
  { part: 'lessons', label: 'hide.lessons', usual: true },
  { part: 'tabs', label: 'hide.tabs', usual: true },
  { part: 'maps', label: 'hide.maps', usual: false },
  { part: 'timeline', label: 'hide.timeline', usual: false },
  { part: 'transport', label: 'hide.transport', usual: false },
  { part: 'settings', label: 'hide.settings', usual: true },
  { part: 'legend', label: 'hide.legend', usual: false },
  { part: 'verdict', label: 'hide.verdict', usual: false },
  { part: 'details', label: 'hide.details', usual: true },
];

/** @type {Panel | undefined} */
let panel;

/** @param {Watch} watch */
export async function openPanel(watch) {
  const { text } = await written(watch);
  panel ??= new Panel();
  panel.open(text);
}

/** A file's address leads to it on this computer alone. */
const isFile = location.protocol === 'file:';

class Panel {
  #text = '';
  #about = element('p', '');
  #link = new Copying(element('input', ''));
  #code = element('div', 'code');
  #codeNote = element('p', 'code-note');
  #frameHeading = element('h3', '');
  #hides = element('legend', '');
  #boxes = PARTS.map(({ usual }) => {
    const box = element('input', '');
    box.type = 'checkbox';
    box.checked = usual;
    box.addEventListener('change', () => this.#frame());
    return box;
  });
  #labels = PARTS.map(() => element('span', ''));
  #snippet = new Copying(element('textarea', ''));
  /** @type {Key} */
  #codeSays = 'share.code';

  constructor() {
    this.#snippet.field.setAttribute('rows', '4');
    const boxes = this.#boxes.map((box, i) => element('label', '', box, /** @type {Node} */ (this.#labels[i])));
    const parts = element('fieldset', '', this.#hides, element('div', 'boxes', ...boxes));
    const frame = element('section', '', this.#frameHeading, parts, this.#snippet.element);
    const code = element('div', 'share-code', this.#code, this.#codeNote);
    const link = element('section', '', this.#about, this.#link.element);
    code.hidden = isFile;
    frame.hidden = isFile;
    this.dialog = new Dialog('share', 'share.heading', link, code, frame);
    on(['words'], () => this.#speak());
    this.#speak();
  }

  /** @param {string} text of the link */
  open(text) {
    this.#text = text;
    this.#link.text = address(text);
    this.#frame();
    if (!isFile) this.#draw();
    this.dialog.open();
    this.#link.button.focus();
  }

  async #draw() {
    const text = this.#text;
    this.#code.replaceChildren();
    try {
      const code = await codeOf(address(text));
      if (text !== this.#text) return;
      if (code) this.#code.append(code);
      this.#codeSays = code ? 'share.code' : 'share.code.long';
    } catch {
      this.#codeSays = 'share.code.failed';
    }
    this.#speak();
  }

  #frame() {
    const hide = PARTS.filter((_, i) => this.#boxes[i]?.checked).map(({ part }) => part);
    const source = address(embedded(this.#text, hide)).replaceAll('&', '&amp;');
    this.#snippet.text = `<iframe src="${source}" title="Downhill" width="100%" height="640" style="border: 0" allow="clipboard-write"></iframe>`;
  }

  #speak() {
    setText(this.#about, t(isFile ? 'share.about.file' : 'share.about'));
    setText(this.#codeNote, t(this.#codeSays));
    setText(this.#frameHeading, t('share.frame'));
    setText(this.#hides, t('share.hides'));
    PARTS.forEach(({ label }, i) => setText(/** @type {Element} */ (this.#labels[i]), t(label)));
    this.#code.querySelector('svg')?.setAttribute('aria-label', t('share.code.label'));
    this.#link.name(t('share.link'), t('share.copy'));
    this.#snippet.name(t('share.snippet'), t('share.snippet.copy'));
  }
}

/** @param {string} text behind the # */
const address = (text) => `${location.href.split('#')[0]}#${text}`;
