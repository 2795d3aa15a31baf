// How long the lecture has lasted. It outlasts a reload of its window.

import { button, element, setText } from '../dom.js';
import { t } from '../locale.js';

const STORED = 'downhill.clock';
/** How often it is looked at, in milliseconds. */
const PACE = 250;

export class Clock {
  element = element('div', 'clock');
  #time = element('output', 'clock-time');
  #toggle = button('clock-toggle', 'plain', () => this.#set(this.#since ? 0 : Date.now(), this.#elapsed));
  #reset = button('clock-reset', 'plain', () => this.#set(this.#since && Date.now(), 0));
  /** When it was started, or 0 where it stands. */
  #since = 0;
  /** What had passed by then, in milliseconds. */
  #passed = 0;

  constructor() {
    const [since = 0, passed = 0] = (read() ?? '').split(' ').map(Number);
    this.#since = since || 0;
    this.#passed = passed || 0;
    this.#time.setAttribute('role', 'timer');
    this.element.append(this.#time, this.#toggle, this.#reset);
    setInterval(() => this.#show(), PACE);
  }

  /** In the language that is spoken. */
  speak() {
    this.#time.setAttribute('aria-label', t('notes.elapsed'));
    setText(this.#reset, t('notes.reset'));
    this.#show();
  }

  get #elapsed() {
    return this.#passed + (this.#since ? Date.now() - this.#since : 0);
  }

  /**
   * @param {number} since
   * @param {number} passed
   */
  #set(since, passed) {
    this.#since = since;
    this.#passed = passed;
    write(`${since} ${passed}`);
    this.#show();
  }

  #show() {
    const seconds = Math.floor(this.#elapsed / 1000);
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    const parts = [hours, minutes, seconds % 60].map((part) => String(part).padStart(2, '0'));
    setText(this.#time, parts.join(':').replace(/^00:/, ''));
    setText(this.#toggle, this.#since ? t('notes.pause') : t('notes.start'));
  }
}

/** Storage may be forbidden; then a reload begins anew. */
function read() {
  try {
    return sessionStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** @param {string} text */
function write(text) {
  try {
    sessionStorage.setItem(STORED, text);
  } catch {
    // The clock goes on without.
  }
}
