// How far a map is: a bar, the time that is left, and a button that stops it and lets it go on.

import { byId, setText } from '../dom.js';
import { t } from '../locale.js';

/** Before this part of a map is there, nobody knows how long its parts take. */
const TELLING = 1 / 200;
/** From here on the time is told in minutes, in seconds. */
const LONG = 100;
/** Below, it is told to the second. */
const SHORT = 10;

export class Progress {
  #box = byId('map-running', HTMLElement);
  #bar = byId('map-progress', HTMLProgressElement);
  #time = byId('map-left', HTMLElement);
  #button = byId('map-stop', HTMLButtonElement);
  #all = 1;
  #left = 0;
  #isStopped = false;
  /** Milliseconds that were spent on what is there, without the pauses. */
  #spent = 0;
  #since = 0;

  /** @param {(isStopped: boolean) => void} onStop told when the reader stops the map or lets it go on */
  constructor(onStop) {
    this.#button.addEventListener('click', () => {
      if (this.#isStopped) this.#since = performance.now();
      else this.#spent = this.#elapsed;
      this.#isStopped = !this.#isStopped;
      onStop(this.#isStopped);
      this.show();
    });
  }

  /** @param {number} all pixels of a map that begins */
  begin(all) {
    this.#all = this.#left = all;
    this.#isStopped = false;
    this.#spent = 0;
    this.#since = performance.now();
  }

  /** @param {number} left pixels still to come */
  set left(left) {
    this.#left = left;
    if (left === 0) this.#box.hidden = true;
  }

  /** Nothing more will come. */
  end() {
    this.left = 0;
  }

  get #elapsed() {
    return this.#isStopped ? this.#spent : this.#spent + performance.now() - this.#since;
  }

  show() {
    this.#box.hidden = this.#left === 0;
    this.#bar.max = this.#all;
    this.#bar.value = this.#all - this.#left;
    setText(this.#button, t(this.#isStopped ? 'map.go-on' : 'map.stop'));
    setText(this.#time, this.#isStopped ? t('map.stopped') : this.#words());
  }

  #words() {
    const done = this.#all - this.#left;
    if (done < TELLING * this.#all) return t('map.left.unknown');
    return timeLeft(((this.#elapsed / done) * this.#left) / 1000);
  }
}

/** @param {number} exact in seconds */
export function timeLeft(exact) {
  const seconds = Math.ceil(exact);
  if (seconds > LONG) return t('map.left.minutes', { minutes: Math.round(seconds / 60) });
  return t('map.left.seconds', { seconds: seconds < SHORT ? seconds : 5 * Math.round(seconds / 5) });
}
