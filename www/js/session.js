// The state of the page: the experiment on the bench, its run, and the step that is shown. All
// mathematics is the laboratory's; this only asks for it and tells when something has changed.

import { Lab } from '../pkg/downhill_web.js';
import { on, publish } from './frames.js';
import { Judge } from './judging/judge.js';
import { t } from './locale.js';
import { isRefusal, tell } from './notice.js';

/** @import { Info, PlaneName, StepState, Verdict } from '../pkg/downhill_web.js' */
/** @import { Lesson } from './lessons.js' */

/**
 * All that a session is made of again.
 *
 * @typedef {object} State
 * @property {string} lesson its id
 * @property {number} beat
 * @property {boolean} onBeat
 * @property {boolean} isTold
 * @property {object} document of the experiment
 * @property {number} wanted
 * @property {PlaneName} plane
 * @property {number} seed
 */

/** Time that training may take of one frame, in milliseconds. */
const BUDGET = 8;

export class Session {
  /** @type {{ step: number, state: StepState } | undefined} what was read last in this frame */
  #read;
  /** Of runs that take longer than a frame to judge. */
  #judge;

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
    this.wanted = begin(lesson);
    /** Whether the verdict of a beat that asks has been asked for. */
    this.isTold = false;
    /** @type {PlaneName} what the picture of two axes lies on */
    this.plane = 'view';
    /** Which random plane. */
    this.seed = 1;
    /** Whether the run has changed since the plane was chosen. */
    this.isPlaneOld = false;
    /** @type {Verdict | undefined} undefined until the run is over */
    this.verdict = undefined;
    /** @type {number | undefined} how far the judge is, from 0 to 1; undefined where nothing waits */
    this.judged = undefined;
    this.#judge = new Judge({
      share: (share) => {
        this.judged = share;
        publish('judging');
      },
      bestError: (bestError) => {
        this.lab.set_best_error(bestError);
        publish('run');
      },
      judgement: ({ verdict, flat }) => {
        this.lab.set_flat(new Float64Array(flat ?? []));
        this.#settle(verdict);
        publish('run', 'cursor');
      },
      failure: () => tell(() => t('judging.failed')),
    });
    on(['lesson', 'run'], () => this.#train(), 'compute');
    on(['lesson', 'run', 'cursor', 'axes'], () => (this.#read = undefined), 'compute');
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

  /** The run at the shown step, for whoever writes in a frame: it takes a pass over all samples. */
  get shown() {
    const { step } = this;
    if (this.#read?.step !== step) this.#read = { step, state: this.lab.state(step) };
    return this.#read.state;
  }

  /** Whether the end of the run is shown, or will be as soon as it is there. */
  get isAtEnd() {
    return this.wanted === Infinity || (this.verdict !== undefined && this.step === this.last);
  }

  /** Whether the verdict waits until the reader asks for it: the caption has not told it yet. */
  get isAsking() {
    return this.onBeat && !this.isTold && this.lesson.beats[this.beat]?.asks === true;
  }

  /** Tells the verdict of a beat that asks. */
  tell() {
    this.isTold = true;
    publish('cursor');
  }

  /**
   * Puts a lesson's experiment on the bench, as its author left it.
   *
   * @param {Lesson} lesson
   * @param {number} [beat] the beat of its demonstration, or -1 before the first
   */
  open(lesson, beat = -1) {
    const lab = new Lab((lesson.beats[beat] ?? lesson.beats[0])?.document);
    this.lab.free();
    this.lab = lab;
    this.lesson = lesson;
    this.beat = beat;
    this.onBeat = lesson.beats[beat] !== undefined;
    this.isTold = false;
    this.plane = 'view';
    this.info = lab.info();
    this.wanted = begin(lesson, beat);
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
   * @param {number} [step] to show
   */
  replace(document, step = this.wanted) {
    const lab = new Lab(document);
    this.lab.free();
    this.lab = lab;
    this.plane = 'view';
    this.info = lab.info();
    this.onBeat = false;
    this.wanted = step;
    this.#restart('run');
    publish('axes');
  }

  /**
   * All that it takes to come back to what is shown now.
   *
   * @returns {State}
   */
  snapshot() {
    const { beat, onBeat, isTold, wanted, plane, seed } = this;
    const document = this.lab.document();
    return { lesson: this.lesson.id, beat, onBeat, isTold, document, wanted, plane, seed };
  }

  /**
   * Takes up a state. Of planes it finds a random one again; that of a path waits for its run.
   *
   * @param {Lesson} lesson that of the state
   * @param {State} state
   */
  resume(lesson, { beat, onBeat, isTold, document, wanted, plane, seed }) {
    this.open(lesson, beat);
    this.replace(document, wanted);
    this.onBeat = onBeat;
    this.isTold = isTold;
    if (plane === 'random') this.setPlane(plane, seed);
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
   * Shows another part of weight space: the run and what a caption says of it stay.
   *
   * @param {ArrayLike<number>} ranges a beginning and an end for each axis
   */
  setRanges(ranges) {
    this.lab.set_ranges(Float64Array.from(ranges));
    this.info = this.lab.info();
    publish('axes', 'cursor');
  }

  /**
   * The same as far as numbers go: a hand that comes too near, or too far, stays where it is.
   *
   * @param {ArrayLike<number>} ranges
   */
  tryRanges(ranges) {
    try {
      this.setRanges(ranges);
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
    }
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
    this.#read = undefined;
    if (topic === 'run') this.onBeat = false;
    this.isPlaneOld = true;
    this.#judge.callOff();
    this.#settle(undefined);
    publish(topic, 'cursor');
  }

  /** @param {Verdict | undefined} verdict */
  #settle(verdict) {
    this.verdict = verdict;
    this.judged = undefined;
  }

  /** Trains for a part of a frame, and goes on in the next one until the run is over. */
  #train() {
    if (this.verdict || this.judged !== undefined) return;
    const begin = performance.now();
    let elapsed = 0;
    let over = false;
    // Nothing is known of a step's cost beforehand: begin with one, and double while that is quick.
    for (let steps = 1; !over && elapsed < BUDGET; elapsed = performance.now() - begin) {
      over = this.lab.advance(steps);
      if (elapsed < BUDGET / 4) steps *= 2;
    }
    if (!over) publish('run');
    else if (this.lab.judges_at_once) this.verdict = this.lab.verdict();
    else this.#sendToJudge();
  }

  #sendToJudge() {
    const { lab } = this;
    const ending = lab.ending();
    if (!ending) return;
    this.judged = 0;
    const bestError = lab.best_error;
    this.#judge.judge({ document: lab.document(), bestError, ending, steps: lab.steps_done });
  }
}

/**
 * The step at which a lesson is opened: before its first beat it shows what that shows.
 *
 * @param {Lesson} lesson
 * @param {number} [beat]
 */
const begin = ({ beats }, beat = 0) =>
  (beats[beat] ?? beats[0])?.at_end === false ? 0 : Infinity;
