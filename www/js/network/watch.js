// What is looked at in the network: a sample or the sum, a stage of one update, a unit or weight.
// The step is the session's; so diagram, inspector, cursor and ball always agree.

import { on, publish } from '../frames.js';
import { language } from '../locale.js';
import { remember, remembered } from '../storage.js';
import { chosenAt, focusLook, focusView, stagesOf } from './look.js';

/** @import { Pass, Sum, WeightInfo } from '../../pkg/downhill_web.js' */
/** @import { Focus } from '../lessons.js' */
/** @import { Session } from '../session.js' */
/** @import { Chosen, Look, Stage, View } from './look.js' */
/** @typedef {{ weights: Float64Array, next: Float64Array, sum: Sum, pass: Pass | undefined }} Numbers */

const STORED = 'downhill.numbering';

/**
 * @param {Int32Array} places four numbers each, as the laboratory tells them
 * @returns {WeightInfo[]}
 */
function weightsOf(places) {
  return Array.from({ length: places.length / 4 }, (_, index) => {
    const [layer = 0, unit = 0, source = -1, free = 0] = places.subarray(4 * index, 4 * index + 4);
    return { index, layer, unit, source: source < 0 ? null : source, free: free === 1 };
  });
}

export class Watch {
  /** @type {View} */
  view = 'picture';
  /** @type {number | null} null for the sum over all samples */
  sample = 0;
  stage = 0;
  /** @type {Stage[]} */
  stages = [];
  /** @type {Chosen} */
  chosen = { kind: 'error' };
  /** @type {WeightInfo[]} */
  weights = [];
  /** Places of the layers' first units in lists of all units. */
  #first = /** @type {number[]} */ ([]);
  /** @type {Numbers | undefined} of the present frame */
  #numbers;
  #lesson = '';
  #led = false;

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    const stored = remembered(STORED);
    /** @type {boolean | null} whether layers are counted from the output; null: as the language does */
    this.fromOutput = stored === null ? null : stored === 'output';
    on(['lesson', 'run', 'cursor', 'axes'], (published) => {
      this.#numbers = undefined;
      if (published.has('lesson')) this.#open();
      else if (published.has('axes')) this.#build();
      // Pictures name their axes as it does.
    }, 'compute');
  }

  /** Whether the network is to be seen. */
  get showsNetwork() {
    return this.view === 'network' || this.view === 'layers';
  }

  get layers() {
    return this.session.info.layers;
  }

  /** Number of the output layer. */
  get last() {
    return this.layers.length - 1;
  }

  get now() {
    return /** @type {Stage} */ (this.stages[this.stage]);
  }

  get countsFromOutput() {
    return this.fromOutput ?? language() === 'ja';
  }

  /** The numbers at the shown step. */
  get numbers() {
    this.#numbers ??= this.numbersAt(this.session.step);
    return this.#numbers;
  }

  /**
   * @param {number} step
   * @returns {Numbers}
   */
  numbersAt(step) {
    const { lab } = this.session;
    return {
      weights: lab.weights_at_step(step),
      next: lab.next_weights(step),
      sum: /** @type {Sum} */ (lab.sum(step)),
      pass: this.sample === null ? undefined : lab.pass(step, this.sample),
    };
  }

  /**
   * @param {number} layer
   * @param {number} unit
   * @returns {number} its place in lists of all units
   */
  place(layer, unit) {
    return (this.#first[layer] ?? 0) + unit;
  }

  /**
   * @param {number} layer
   * @param {number} unit
   * @returns {WeightInfo[]} the weights of a unit, its bias last
   */
  incoming(layer, unit) {
    return this.weights.filter((weight) => weight.layer === layer && weight.unit === unit);
  }

  /**
   * @param {number} layer
   * @param {number} unit
   * @returns {WeightInfo[]} the weights that lead on from a unit
   */
  outgoing(layer, unit) {
    return this.weights.filter((weight) => weight.layer === layer + 1 && weight.source === unit);
  }

  /** @returns {WeightInfo | undefined} the chosen weight */
  get weight() {
    return this.chosen.kind === 'weight' ? this.weights[this.chosen.index] : undefined;
  }

  /**
   * Whether a layer's numbers are known at the present stage.
   *
   * @param {'output' | 'delta'} what
   * @param {number} layer
   */
  knows(what, layer) {
    const { kind, layer: at } = this.now;
    if (this.chosen.kind === 'weight' || kind === 'update') return true;
    if (what === 'output') return kind !== 'forward' || layer <= at;
    return kind === 'delta' && layer >= at;
  }

  /** What is looked at where nobody has chosen otherwise. */
  get beginning() {
    return focusLook(this.#focus, { stages: this.stages, weights: this.weights, axis: this.#axis });
  }

  /**
   * Takes up what was looked at.
   *
   * @param {View} view
   * @param {Look} look
   */
  resume(view, look) {
    Object.assign(this, look);
    this.#numbers = undefined;
    this.show(view);
    publish('watch');
  }

  /** @param {View} view */
  show(view) {
    if (view === this.view) return;
    this.view = view;
    publish('watch', 'view');
  }

  /** @param {number} stage */
  go(stage) {
    if (!this.stages[stage]) return;
    this.#leave();
    this.#enter(stage);
    publish('watch');
  }

  /** @param {Chosen} chosen */
  choose(chosen) {
    this.chosen = chosen;
    publish('watch');
  }

  /**
   * Shows a unit with a sample in the network, whatever the stage.
   *
   * @param {{ layer: number, unit: number, sample: number }} place
   */
  look({ layer, unit, sample }) {
    this.take(sample);
    this.#enter(this.stages.findIndex((stage) => stage.kind === 'delta' && stage.layer === layer));
    this.chosen = { kind: 'unit', layer, unit };
    this.show('network');
  }

  /** @param {number | null} sample */
  take(sample) {
    this.sample = sample;
    this.#numbers = undefined;
    this.#leave();
    publish('watch');
  }

  /** @param {boolean} fromOutput */
  count(fromOutput) {
    this.fromOutput = fromOutput;
    remember(STORED, fromOutput ? 'output' : 'input');
    // Every weight has another name.
    publish('watch', 'axes');
  }

  /** A caption speaks of what its beat lights up: whoever looks elsewhere has left it. */
  #leave() {
    if (this.session.onBeat && this.#led) this.session.leave();
  }

  /** @param {number} stage */
  #enter(stage) {
    this.stage = stage;
    // Whoever looks at a weight sees it change.
    if (this.now.kind !== 'update' || !this.weight) this.chosen = chosenAt(this.now, this.#axis);
  }

  /** The weight on the picture's first axis. */
  get #axis() {
    return this.session.info.view[0]?.weight ?? 0;
  }

  /** Learns the shape of the network; what was looked at may not be there any more. */
  #build() {
    const { lab, info } = this.session;
    this.weights = weightsOf(lab.weight_places());
    let place = 0;
    this.#first = info.layers.map((units) => (place += units) - units);
    this.stages = stagesOf(info.layers);
    if ((this.sample ?? 0) >= info.samples) this.sample = 0;
    const { chosen } = this;
    const missing =
      chosen.kind === 'unit'
        ? chosen.unit >= (info.layers[chosen.layer] ?? 0)
        : chosen.kind === 'weight' && !this.weight;
    if (missing || !this.stages[this.stage]) {
      this.chosen = { kind: 'error' };
      this.#enter(Math.min(this.stage, this.stages.length - 1));
    }
  }

  /** Another experiment: its network, and what its beat lights up. */
  #open() {
    this.#build();
    const { lesson } = this.session;
    const focus = this.#focus;
    const another = lesson.id !== this.#lesson;
    this.#lesson = lesson.id;
    if (another) this.sample = 0;
    if (focus && focus.on !== 'picture' && focus.on !== 'rates') this.#follow(focus);
    else {
      // A view chosen by hand stays from beat to beat.
      if (another || this.#led) this.view = 'picture';
      this.#led = false;
      if (another) this.#enter(0);
    }
    publish('watch', 'view');
  }

  /** What the present beat lights up, or the lesson before its first. */
  get #focus() {
    const { lesson, beat } = this.session;
    return (lesson.beats[beat] ?? lesson.beats[0])?.focus;
  }

  /** @param {Exclude<Focus, { on: 'picture' | 'rates' }>} focus */
  #follow(focus) {
    this.#led = true;
    this.view = focusView(focus);
    const { sample, stage, chosen } = this.beginning;
    // All samples have a part in the layers' slopes.
    if (focus.on !== 'layers') this.sample = sample;
    this.stage = stage;
    if (focus.on !== 'layers' || !this.weight) this.chosen = chosen;
  }
}
