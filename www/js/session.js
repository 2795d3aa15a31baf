// The state of the page: the experiment on the bench, its run, and the step that is shown. All
// mathematics is the laboratory's; this only asks for it and tells when something has changed.

import { Lab } from '../pkg/downhill_web.js';
import { Company } from './beside/company.js';
import { on, publish } from './frames.js';
import { Judge } from './judging/judge.js';
import { t } from './locale.js';
import { focusPicture } from './network/look.js';
import { isRefusal, tell } from './notice.js';
import { PORTION, Training } from './training.js';

/** @import { Info, LinkParts, PlaneName, PresentRule, StepState, Verdict } from '../pkg/downhill_web.js' */
/** @import { Starts } from './beside/company.js' */
/** @import { Lesson } from './lessons.js' */

/** @typedef {NonNullable<LinkParts['mode']>} Mode */
/**
 * All that a session is made of again.
 *
 * @typedef {object} State
 * @property {Lesson} lesson
 * @property {number} beat
 * @property {boolean} onBeat
 * @property {boolean} isOwn
 * @property {boolean} isTold
 * @property {object} document of the experiment
 * @property {number} wanted
 * @property {Mode} mode
 * @property {boolean} relief
 * @property {PlaneName} plane
 * @property {number} seed
 * @property {number[] | undefined} through the weights that a random plane was drawn through
 * @property {number[] | undefined} ranges how far a plane is shown
 * @property {(object | undefined)[]} pins
 * @property {Starts | undefined} starts
 * @property {[number, number] | undefined} rates from where to where rates rise above a weight
 */

/**
 * Whether a mode is one of a picture with rates upwards.
 *
 * @param {Mode} mode
 */
export const isOfRates = (mode) => mode.startsWith('rates');

export class Session {
  /** @type {{ step: number, state: StepState } | undefined} what was read last in this frame */
  #read;
  /** @type {PresentRule | undefined} by which the run descends, once it has been asked for */
  #rule;
  /** Whether it took as long to open the experiment as a frame may. */
  #isHeavy = false;
  /** Of runs that take longer than a frame to judge. */
  #judge;
  /** Of the present run. */
  #training = new Training();

  /** @param {Lesson} lesson the one to begin with */
  constructor(lesson) {
    this.lesson = lesson;
    /** Where its demonstration stands: the beat's index, or -1 before the first. */
    this.beat = -1;
    /** Whether the experiment still is what the beat made it. */
    this.onBeat = false;
    /** Whether the problem is the reader's own, and no longer the lesson's. */
    this.isOwn = false;
    /** Runs beside the present one. */
    this.company = new Company();
    /** How often the run was begun anew. */
    this.restarts = 0;
    this.lab = this.#laboratory(lesson.beats[0]?.document);
    /** @type {Info} */
    this.info = this.lab.info();
    /**
     * The step that was asked for. Asking for the last one means the last one of every run to
     * come: whoever watches the end keeps watching it while the start is dragged.
     */
    this.wanted = beginning(lesson);
    /** Whether the verdict of a beat that asks has been asked for. */
    this.isTold = false;
    /** Whether the reader guesses first how the run ends: nothing tells it meanwhile. */
    this.isSecret = false;
    /** @type {Mode} what the picture of two axes shows, and whether that of one has rates upwards */
    this.mode = 'surface';
    /** Whether a picture of two axes stands up in three dimensions. */
    this.relief = false;
    /** @type {[number, number] | undefined} those rates, where they are not as at first */
    this.rates = undefined;
    /** @type {PlaneName} what it lies on */
    this.plane = 'view';
    /** Whether it is to lie on the run's path when that has ended. */
    this.isAwaitingPath = false;
    /** Whether a plane is shown nearer or farther than it was made. */
    this.isZoomed = false;
    /** @type {number[] | undefined} how far the next plane is to be shown */
    this.rangesToCome = undefined;
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
    on(['lesson', 'run'], () => {
      // What took a frame's time to open is trained from the next frame on.
      if (this.#isHeavy) publish('run');
      else this.#train();
      this.#isHeavy = false;
    }, 'compute');
    on(['lesson', 'run', 'cursor', 'axes'], () => (this.#read = undefined), 'compute');
    on(['lesson', 'run', 'mode'], () => this.lab.set_secret(this.isSecret), 'compute');
    publish('lesson');
  }

  /** What the picture shows: rates rise above one weight only, and maps of two lie on two. */
  get picture() {
    const isCurve = this.info.view.length === 1;
    return isCurve === isOfRates(this.mode) ? this.mode : 'surface';
  }

  /** Whether learning rates rise above one weight in the picture. */
  get isOfRates() {
    return isOfRates(this.picture);
  }

  /** Whether the picture stands up in three dimensions: one of two axes can. */
  get isRelief() {
    return this.relief && this.info.view.length === 2;
  }

  /** The last step that has been computed. */
  get last() {
    return this.lab.steps_done;
  }

  /** The shown step, 0 being the start. */
  get step() {
    return Math.min(this.wanted, this.last);
  }

  /** The rule by which the run descends, the same wherever it starts: a drag asks for it often. */
  get rule() {
    this.#rule ??= this.lab.rule();
    return this.#rule;
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
    return this.isSecret || this.onBeat && !this.isTold && this.lesson.beats[this.beat]?.asks === true;
  }

  /** Tells the verdict of a beat that asks. */
  tell() {
    this.isTold = true;
    publish('cursor');
  }

  /** @param {boolean} isSecret whether nothing is to tell how the run ends; then its start is shown */
  keepSecret(isSecret) {
    this.isSecret = isSecret;
    if (isSecret) this.wanted = 0;
    publish('mode', 'cursor');
  }

  /**
   * Puts a lesson's experiment on the bench, as its author left it.
   *
   * @param {Lesson} lesson
   * @param {number} [beat] the beat of its demonstration, or -1 before the first
   */
  open(lesson, beat = -1) {
    const begun = performance.now();
    const lab = this.#laboratory((lesson.beats[beat] ?? lesson.beats[0])?.document);
    this.#isHeavy = performance.now() - begun > PORTION;
    this.lab.free();
    this.lab = lab;
    // Other lessons have starts of their own.
    if (lesson !== this.lesson && this.company.starts) this.company.setStarts(undefined);
    if (lesson !== this.lesson) this.relief = false;
    this.rates = undefined;
    this.lesson = lesson;
    this.beat = beat;
    this.onBeat = lesson.beats[beat] !== undefined;
    this.isOwn = false;
    this.isTold = false;
    // What a picture shows belongs to its beat: no caption stands over another beat's map.
    this.mode = focusPicture(lesson.beats[beat]?.focus);
    this.plane = 'view';
    this.isAwaitingPath = false;
    this.rangesToCome = undefined;
    this.info = lab.info();
    this.#show();
    this.wanted = beginning(lesson, beat);
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
    const lab = this.#laboratory(document);
    this.lab.free();
    this.lab = lab;
    this.plane = 'view';
    this.info = lab.info();
    this.#show();
    this.onBeat = false;
    this.wanted = step;
    this.#restart('run');
    publish('axes');
  }

  /**
   * Puts the reader's own problem on the bench, in place of the lesson's.
   *
   * @param {object} document
   */
  make(document) {
    this.replace(document);
    this.isOwn = true;
  }

  /**
   * How long a run takes, as far as the present one tells.
   *
   * @param {number} work weights × samples × steps
   */
  seconds(work) {
    const { weight_count: weights, samples } = this.info;
    return this.#training.seconds(work / (weights * samples));
  }

  /**
   * Takes up a state.
   *
   * @param {State} state
   */
  resume(state) {
    const { lesson, beat, onBeat, isOwn, isTold, document, wanted } = state;
    const { mode, relief, plane, seed, through, ranges, rates, pins, starts } = state;
    this.open(lesson, beat);
    this.company.resume(pins, starts);
    if (rates) {
      this.lab.set_rates(...rates);
      this.rates = rates;
    }
    this.mode = mode;
    this.relief = relief;
    this.replace(document, wanted);
    this.onBeat = onBeat;
    this.isOwn = isOwn;
    this.isTold = isTold;
    this.rangesToCome = ranges;
    if (plane === 'random') this.setPlane(plane, seed, through);
    // That of a path waits for its run.
    this.isAwaitingPath = plane === 'path';
  }

  /** @param {Mode} mode */
  setMode(mode) {
    this.mode = mode;
    this.#show();
    publish('mode');
  }

  /** @param {boolean} wanted whether the picture stands up in three dimensions */
  setRelief(wanted) {
    this.relief = wanted;
    publish('mode');
  }

  /** Tells the laboratory what the picture shows. */
  #show() {
    if (this.rates) this.lab.set_rates(...this.rates);
    this.lab.set_shown(this.picture);
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
    this.#show();
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
    if (this.isOfRates && ranges.length === 4) {
      this.rates = [ranges[2] ?? NaN, ranges[3] ?? NaN];
    }
    this.info = this.lab.info();
    this.isZoomed = this.plane !== 'view';
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
   * @param {number[]} [through] weights that it was drawn through; the start where none
   * @returns {boolean} whether there is such a plane
   */
  setPlane(plane, seed = this.seed, through) {
    const isThere = through
      ? this.lab.set_plane_through(seed, new Float64Array(through))
      : this.lab.set_plane(plane, seed);
    if (!isThere) return false;
    this.plane = plane;
    this.seed = seed;
    this.isPlaneOld = through !== undefined;
    this.isZoomed = false;
    if (this.rangesToCome) this.tryRanges(this.rangesToCome);
    this.rangesToCome = undefined;
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

  /**
   * Another rule, loss or batch: as in a document, or undefined for what holds without one.
   *
   * @param {'rule' | 'loss' | 'batch'} key
   * @param {unknown} value
   */
  setMethod(key, value) {
    this.lab.set_method(key, value);
    this.#rule = undefined;
    this.info = this.lab.info();
    this.#restart('run');
    if (key === 'loss') publish('axes');
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

  /** @param {object | undefined} document */
  #laboratory(document) {
    const lab = new Lab(document);
    this.#rule = undefined;
    lab.set_beside(this.company.handle);
    return lab;
  }

  /** @param {'lesson' | 'run'} topic */
  #restart(topic) {
    this.restarts += 1;
    this.#read = undefined;
    if (topic === 'run') this.onBeat = false;
    this.isPlaneOld = true;
    this.#training = new Training();
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
    const isOver = this.#training.advance(this.lab);
    if (!isOver) publish('run');
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
export const beginning = ({ beats }, beat = 0) =>
  (beats[beat] ?? beats[0])?.at_end === false ? 0 : Infinity;
