// The part of the panel that makes an animation of the run, says how far it is, and stops it.

import { button, element, setHidden, setText } from '../dom.js';
import { timeLeft } from '../fates/progress.js';
import { busyWhile } from '../frames.js';
import { t } from '../locale.js';
import { canBeAnimated } from './diagram-stills.js';
import { Ended, film, pictureCount } from './filming.js';

/** @import { Key } from '../locale.js' */
/** @import { Watch } from '../network/watch.js' */
/** @import { Wish } from './filming.js' */
/** @import { Part } from './frame.js' */

/** @type {{ part: Part, label: Key, usual: boolean }[]} */
const PARTS = [
  { part: 'error', label: 'view.picture', usual: true },
  { part: 'network', label: 'view.network', usual: false },
  { part: 'timeline', label: 'files.timeline', usual: true },
];
const SIZES = ['640 × 360', '1280 × 720', '1920 × 1080'];
const USUAL_SIZE = '1280 × 720';
/** In seconds. */
const LENGTHS = [3, 5, 10, 20];
const USUAL_LENGTH = 5;
/** Pictures a second: a GIF counts in hundredths of one. */
const PACES = [10, 20, 25];
const USUAL_PACE = 20;
/** @type {Record<string, Key>} how its steps are spread over the time */
const COURSES = { slow: 'animation.slow', even: 'animation.even' };
/** @type {Record<'cancelled' | 'changed' | 'failed', Key>} what is said where none comes of it */
const ENDINGS = {
  cancelled: 'animation.cancelled',
  changed: 'animation.changed',
  failed: 'animation.failed',
};
/** Before this part of it is there, nobody knows how long it takes. */
const TELLING = 1 / 50;
/** Bytes of what is called a megabyte. */
const MEGABYTE = 1e6;

export class AnimationSection {
  #heading = element('h3', '');
  #about = element('p', 'files-about');
  #legend = element('legend', 'visually-hidden');
  #boxes = PARTS.map(({ part, usual }) => {
    const box = element('input', '');
    box.type = 'checkbox';
    box.id = `animate-${part}`;
    box.checked = usual;
    box.addEventListener('change', () => this.#look());
    return box;
  });
  #labels = PARTS.map(() => element('span', ''));
  #parts;
  #size = list('animation-size', SIZES, USUAL_SIZE);
  #length = list('animation-length', LENGTHS.map(String), String(USUAL_LENGTH));
  #pace = list('animation-pace', PACES.map(String), String(USUAL_PACE));
  #course = list('animation-course', Object.keys(COURSES), 'slow');
  #save = button('save-animation', 'plain', () => this.#begin());
  #bar = element('progress', '');
  #left = element('span', 'animation-left');
  #cancel = button('cancel-animation', 'plain', () => this.cancel());
  #running = element('div', 'files-row', this.#bar, this.#left, this.#cancel);
  #said = element('p', 'files-said');
  /** What stops the one that is being made; undefined where none is. */
  #stop = /** @type {AbortController | undefined} */ (undefined);
  element;

  /**
   * @param {Watch} watch
   * @param {(name: string, blob: Blob) => void} save
   */
  constructor(watch, save) {
    this.watch = watch;
    this.save = save;
    this.#said.setAttribute('role', 'status');
    this.#bar.id = 'animation-progress';
    this.#running.hidden = true;
    const labels = this.#boxes.map((box, i) => element('label', '', box, this.#labels[i] ?? ''));
    this.#parts = element('fieldset', 'animation-parts boxes', this.#legend, ...labels);
    const choices = element('div', 'files-row', this.#size, this.#length, this.#pace, this.#course, this.#save);
    this.element = element('section', '', this.#heading, this.#about, this.#parts, choices, this.#running, this.#said);
  }

  /** Whether one is being made. */
  get isRunning() {
    return this.#stop !== undefined;
  }

  /** What can be seen of the run may have changed. */
  open() {
    if (this.isRunning) return;
    setText(this.#said, '');
    this.#look();
  }

  cancel() {
    this.#stop?.abort();
  }

  speak() {
    setText(this.#heading, t('animation'));
    setText(this.#about, t('animation.about'));
    setText(this.#legend, t('animation.parts'));
    PARTS.forEach(({ label }, index) => setText(this.#labels[index] ?? this.#legend, t(label)));
    this.#size.setAttribute('aria-label', t('animation.size'));
    this.#length.setAttribute('aria-label', t('animation.length'));
    this.#pace.setAttribute('aria-label', t('animation.pace'));
    for (const option of this.#size.options) setText(option, option.value);
    for (const option of this.#length.options) {
      setText(option, t('animation.seconds', { seconds: Number(option.value) }));
    }
    for (const option of this.#pace.options) {
      setText(option, t('animation.pictures', { count: Number(option.value) }));
    }
    this.#course.setAttribute('aria-label', t('animation.course'));
    for (const option of this.#course.options) setText(option, t(COURSES[option.value] ?? 'animation.slow'));
    setText(this.#save, t('animation.save'));
    setText(this.#cancel, t('animation.cancel'));
    this.#bar.setAttribute('aria-label', t('animation.progress'));
  }

  /** @returns {Wish} */
  get #wish() {
    const [width = 0, height = 0] = this.#size.value.split(' × ').map(Number);
    const parts = PARTS.filter((_, index) => this.#boxes[index]?.checked && !this.#boxes[index].disabled);
    return {
      parts: parts.map(({ part }) => part),
      width,
      height,
      seconds: Number(this.#length.value),
      pace: Number(this.#pace.value),
      isEven: this.#course.value === 'even',
    };
  }

  /** Which parts there are, and whether any is chosen. */
  #look() {
    PARTS.forEach(({ part }, index) => {
      const box = this.#boxes[index];
      if (box) box.disabled = part === 'network' && !canBeAnimated(this.watch);
    });
    this.#save.disabled = this.#wish.parts.length === 0;
  }

  #begin() {
    if (this.isRunning) return;
    this.#stop = new AbortController();
    busyWhile(this.#make(this.#stop.signal));
  }

  /** @param {AbortSignal} signal */
  async #make(signal) {
    const wish = this.#wish;
    this.#show(true);
    this.#tell(0, 0);
    setText(this.#said, '');
    const begun = performance.now();
    try {
      const tell = (/** @type {number} */ share) => this.#tell(share, performance.now() - begun);
      const file = await film(this.watch, wish, { signal, tell });
      this.save('animation.gif', file);
      const megabytes = (file.size / MEGABYTE).toFixed(1);
      setText(this.#said, t('animation.saved', { count: pictureCount(wish), megabytes }));
    } catch (reason) {
      const why = reason instanceof Ended ? reason.why : 'failed';
      setText(this.#said, t(ENDINGS[why]));
    } finally {
      this.#stop = undefined;
      this.#show(false);
    }
  }

  /** @param {boolean} isRunning */
  #show(isRunning) {
    const hadFocus = this.element.contains(document.activeElement);
    setHidden(this.#running, !isRunning);
    for (const choice of [...this.#boxes, this.#size, this.#length, this.#pace, this.#course, this.#save]) {
      choice.disabled = isRunning;
    }
    if (!isRunning) this.#look();
    // What had the keyboard cannot be used any more.
    if (hadFocus) (isRunning ? this.#cancel : this.#save).focus();
  }

  /**
   * @param {number} share that is there
   * @param {number} spent on it, in milliseconds
   */
  #tell(share, spent) {
    this.#bar.value = share;
    const seconds = ((spent / share) * (1 - share)) / 1000;
    setText(this.#left, share < TELLING ? t('map.left.unknown') : timeLeft(seconds));
  }
}

/**
 * @param {string} id
 * @param {string[]} values
 * @param {string} usual
 */
function list(id, values, usual) {
  const options = values.map((value) => {
    const option = element('option', '');
    option.value = value;
    return option;
  });
  const made = element('select', '', ...options);
  made.id = id;
  made.value = usual;
  return made;
}
