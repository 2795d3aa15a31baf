// What is on the page, as files, and files onto the page.

import { alone } from '../carried.js';
import { Dialog } from '../dialog.js';
import { button, element, setText } from '../dom.js';
import { on } from '../frames.js';
import { t } from '../locale.js';
import { Notation } from '../network/notation.js';
import { AnimationSection } from './animation.js';
import { openFile } from './opening.js';
import { pathTable } from './path.js';
import { fileName, pictures, png, svg } from './pictures.js';

/** @import { Key } from '../locale.js' */
/** @import { Watch } from '../network/watch.js' */
/** @import { Picture } from './pictures.js' */

/** Pixels of an image for each of the page. */
const TIMES = [1, 2, 3, 4];
/** @type {Record<Picture, Key>} */
const NAMES = {
  error: 'view.picture',
  timeline: 'files.timeline',
  outputs: 'view.outputs',
  network: 'view.network',
};

/** @type {Panel | undefined} */
let panel;

/** @param {Watch} watch */
export function openPanel(watch) {
  panel ??= new Panel(watch);
  panel.open();
}

class Panel {
  #experiment = element('h3', '');
  #about = element('p', 'files-about');
  #input = element('input', 'visually-hidden');
  #openWords = element('span', '');
  #save = button('save-experiment', 'plain', () => this.#saveExperiment());
  #path = element('h3', '');
  #pathAbout = element('p', 'files-about');
  #savePath = button('save-path', 'plain', () => this.#saveTable());
  #picture = element('h3', '');
  #which = element('select', '');
  #times = element('select', '');
  #svg = button('save-svg', 'plain', () => this.#saveSvg());
  #png = button('save-png', 'plain', () => this.#savePng());
  #said = element('p', 'files-said');
  #animation;
  #page = element('h3', '');
  #pageAbout = element('p', 'files-about');
  #takeAlong = element('a', 'plain');

  /** @param {Watch} watch */
  constructor(watch) {
    this.watch = watch;
    this.notation = new Notation(watch);
    this.#animation = new AnimationSection(watch, save);
    this.#input.type = 'file';
    this.#input.id = 'open-file';
    this.#input.accept = '.json,.csv,.tsv,.txt,application/json,text/csv,text/plain';
    this.#input.addEventListener('change', () => {
      const [file] = this.#input.files ?? [];
      this.#input.value = '';
      this.dialog.close();
      if (file) openFile(watch, file);
    });
    this.#which.id = 'save-picture';
    this.#times.id = 'save-times';
    this.#said.setAttribute('role', 'status');
    const open = element('label', 'plain file', this.#input, this.#openWords);
    const experiment = element('div', 'files-row', open, this.#save);
    const picture = element('div', 'files-row', this.#which, this.#svg, this.#png, this.#times);
    const page = element(
      'section',
      '',
      this.#page,
      this.#pageAbout,
      element('div', 'files-row', this.#takeAlong),
    );
    page.hidden = alone() === undefined;
    this.#takeAlong.href = alone() ?? '';
    this.#takeAlong.download = '';
    this.dialog = new Dialog(
      'files',
      'files.heading',
      element('section', '', this.#experiment, this.#about, experiment),
      element('section', '', this.#path, this.#pathAbout, element('div', 'files-row', this.#savePath)),
      element('section', '', this.#picture, picture, this.#said),
      this.#animation.element,
      page,
    );
    const { element: dialog } = this.dialog;
    dialog.addEventListener('cancel', (event) => {
      if (!this.#animation.isRunning) return;
      // Escape stops what is being made, and the next one closes the panel.
      event.preventDefault();
      this.#animation.cancel();
    });
    dialog.addEventListener('close', () => this.#animation.cancel());
    on(['words'], () => this.#speak());
  }

  open() {
    const known = pictures(this.watch);
    this.#which.replaceChildren(...known.map((picture) => choice(picture)));
    this.#times.replaceChildren(...TIMES.map((times) => choice(String(times))));
    this.#times.value = '2';
    const { view, showsNetwork } = this.watch;
    const shown = showsNetwork ? 'network' : 'outputs';
    if ((showsNetwork || view === 'outputs') && known.includes(shown)) this.#which.value = shown;
    setText(this.#said, '');
    this.#animation.open();
    this.#speak();
    this.dialog.open();
  }

  #saveExperiment() {
    const text = JSON.stringify(this.watch.session.lab.document(), null, 1);
    save('experiment.json', new Blob([`${text}\n`], { type: 'application/json' }));
  }

  async #saveTable() {
    const { session, weights } = this.watch;
    const { lab } = session;
    const table = await pathTable(
      session,
      weights,
      (weight) => this.notation.code(weight),
      () => session.lab === lab,
    );
    if (table) save('path.csv', table);
  }

  get #chosen() {
    return /** @type {Picture} */ (this.#which.value);
  }

  #saveSvg() {
    const text = svg(this.watch, this.#chosen);
    save(`${fileName(this.watch, this.#chosen)}.svg`, new Blob([text], { type: 'image/svg+xml' }));
  }

  async #savePng() {
    try {
      const blob = await png(svg(this.watch, this.#chosen), Number(this.#times.value));
      save(`${fileName(this.watch, this.#chosen)}.png`, blob);
    } catch {
      // A canvas has limits, and each browser its own.
      setText(this.#said, t('files.failed'));
    }
  }

  #speak() {
    this.#animation.speak();
    setText(this.#experiment, t('files.experiment'));
    setText(this.#about, t('files.about'));
    setText(this.#openWords, t('files.open'));
    setText(this.#save, t('files.save'));
    setText(this.#path, t('files.path'));
    setText(this.#pathAbout, t('files.path.about'));
    setText(this.#savePath, t('files.path.save'));
    setText(this.#picture, t('files.picture'));
    setText(this.#page, t('files.page'));
    setText(this.#pageAbout, t('files.page.about'));
    setText(this.#takeAlong, t('files.page.save'));
    this.#which.setAttribute('aria-label', t('files.which'));
    this.#times.setAttribute('aria-label', t('files.times'));
    for (const option of this.#which.options) {
      setText(option, t(NAMES[/** @type {Picture} */ (option.value)]));
    }
    for (const option of this.#times.options) setText(option, `${option.value}×`);
    setText(this.#svg, 'SVG');
    setText(this.#png, 'PNG');
  }
}

/** @param {string} value */
function choice(value) {
  const option = element('option', '');
  option.value = value;
  return option;
}

/**
 * @param {string} name
 * @param {Blob} blob
 */
function save(name, blob) {
  const url = URL.createObjectURL(blob);
  const link = element('a', '');
  link.href = url;
  link.download = `downhill-${name}`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
