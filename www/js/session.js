// The state of the page: the experiment on the bench, its run, and the step that is shown. All
// mathematics is the laboratory's; this only asks for it and tells when something has changed.

import { Lab } from '../pkg/downhill_web.js';
import { on, publish } from './frames.js';

/** @import { Info, PlaneName, Verdict } from '../pkg/downhill_web.js' */
/** @import { Lesson } from './lessons.js' */

/** Time that training may take of one frame, in milliseconds. */
const BUDGET = 8;

export class Session {
  /** @param {Lesson} lesson the one to begin with */
  constructor(lesson) {
    this.lesson = lesson;
    /** Where its demonstration stands: the beat's index, or -1 before the first. */
    this.beat = -1;
    /** Whether the experiment still is what the beat made it. */
    this.onBeat = false;
    this.lab = new Lab(lesson.beats[0]?.document);
    /** @type {Info} */
    this.info = this.lab.info();
    /**
     * The step that was asked for. Asking for the last one means the last one of every run to
     * come: whoever watches the end keeps watching it while the start is dragged.
     */
    this.wanted = Infinity;
    /** @type {PlaneName} what the picture of two axes lies on */
    this.plane = 'view';
    /** Which random plane. */
    this.seed = 1;
    /** Whether the run has changed since the plane was chosen. */
    this.isPlaneOld = false;
    /** @type {Verdict | undefined} undefined until the run is over */
    this.verdict = undefined;
    on(['lesson', 'run'], () => this.#train(), 'compute');
    publish('lesson');
  }

  /** The last step that has been computed. */
  get last() {
    return this.lab.steps_done;
  }

  /** The shown step, 0 being the start. */
  get step() {
    return Math.min(this.wanted, this.last);
  }

  /**
   * Puts a lesson's experiment on the bench, as its author left it.
   *
   * @param {Lesson} lesson
   * @param {number} [beat] the beat of its demonstration, or -1 before the first
   */
  open(lesson, beat = -1) {
    const scene = lesson.beats[beat];
    const lab = new Lab((scene ?? lesson.beats[0])?.document);
    this.lab.free();
    this.lab = lab;
    this.lesson = lesson;
    this.beat = beat;
    this.onBeat = scene !== undefined;
    this.plane = 'view';
    this.info = lab.info();
    this.wanted = scene?.at_end === false ? 0 : Infinity;
    this.#restart('lesson');
  }

  /** Puts the present beat's experiment on the bench again. */
  reset() {
    this.open(this.lesson, this.beat);
  }

  /**
   * Puts another experiment on the bench without leaving the lesson.
   *
   * @param {object} document
   */
  replace(document) {
    const lab = new Lab(document);
    this.lab.free();
    this.lab = lab;
    this.plane = 'view';
    this.info = lab.info();
    this.onBeat = false;
    this.#restart('run');
    publish('axes');
  }

  /** Keeps the state of a beat that is no longer shown as its caption says. */
  leave() {
    this.onBeat = false;
    publish('axes');
  }

  /** @param {number[]} weights one or two that become the axes of the picture */
  setAxes(weights) {
    this.lab.set_axes(new Uint32Array(weights));
    this.plane = 'view';
    this.info = this.lab.info();
    this.onBeat = false;
    publish('axes', 'cursor');
  }

  /**
   * Lays the picture on another plane. The experiment stays what it was.
   *
   * @param {PlaneName} plane
   * @param {number} [seed] of a random one
   * @returns {boolean} whether there is such a plane
   */
  setPlane(plane, seed = this.seed) {
    if (!this.lab.set_plane(plane, seed)) return false;
    this.plane = plane;
    this.seed = seed;
    this.isPlaneOld = false;
    this.info = this.lab.info();
    publish('axes', 'cursor');
    return true;
  }

  /**
   * @param {number} x the start's place along the first axis of the picture
   * @param {number} [y] along the second
   */
  setStart(x, y) {
    this.lab.set_start(x, y);
    this.#restart('run');
  }

  /** @param {number} rate */
  setRate(rate) {
    this.lab.set_rate(rate);
    this.#restart('run');
  }

  /** @param {number} steps */
  setSteps(steps) {
    this.lab.set_steps(steps);
    this.#restart('run');
  }

  /**
   * Shows a step of the run; beyond its ends, the nearest one.
   *
   * @param {number} step
   */
  show(step) {
    const wanted = step >= this.last ? Infinity : Math.max(0, Math.round(step));
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    publish('cursor');
  }

  /** @param {'lesson' | 'run'} topic */
  #restart(topic) {
    if (topic === 'run') this.onBeat = false;
    this.isPlaneOld = true;
    this.verdict = undefined;
    publish(topic, 'cursor');
  }

  /** Trains for a part of a frame, and goes on in the next one until the run is over. */
  #train() {
    if (this.verdict) return;
    const begin = performance.now();
    let elapsed = 0;
    let over = false;
    // Nothing is known of a step's cost beforehand: begin with few, and double while that is quick.
    for (let steps = 8; !over && elapsed < BUDGET; elapsed = performance.now() - begin) {
      over = this.lab.advance(steps);
      if (elapsed < BUDGET / 4) steps *= 2;
    }
    if (over) this.verdict = this.lab.verdict();
    else publish('run');
  }
}
