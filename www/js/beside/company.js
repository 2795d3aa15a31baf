// Runs beside the present one: those that are pinned, and those of thirty starts drawn by lot. Here stands
// which they are; what runs and shows them is fetched when there is one.

import { Beside } from '../../pkg/downhill_web.js';
import { publish } from '../frames.js';

/** @import { BatchInfo, PresentRule, Verdict } from '../../pkg/downhill_web.js' */

/**
 * How thirty starts are drawn: the first by the seed, each other by the next one.
 *
 * @typedef {{ scheme: string, scale: number, seed: number }} Starts
 *
 * What is known of a run that has ended: its verdict, the steps until it has come to the goal, all
 * weights at its start, and what else it was.
 *
 * @typedef {object} Ended
 * @property {Verdict} verdict
 * @property {number | undefined} toGoal
 * @property {number[]} start
 * @property {PresentRule} rule
 * @property {number} rate
 * @property {string} loss
 * @property {BatchInfo | null} batch
 */

/** As many as can be told apart. */
const SLOTS = 6;

export class Company {
  /** What draws them. */
  handle = new Beside();
  /** @type {(object | undefined)[]} the document in each slot */
  pins = Array.from({ length: SLOTS }, () => undefined);
  /** @type {(Ended | undefined)[]} what has become of each */
  ended = Array.from({ length: SLOTS }, () => undefined);
  /** @type {Starts | undefined} */
  starts;
  /** @type {Ended[]} what has become of the thirty so far */
  drawn = [];
  /** @type {object[]} documents that were raced last */
  racers = [];
  /** How often thirty starts were asked for. */
  draws = 0;

  get hasPins() {
    return this.pins.some((pin) => pin !== undefined);
  }

  get isEmpty() {
    return !this.hasPins && !this.starts;
  }

  /**
   * Pins runs into the first free slots.
   *
   * @param {...object} documents
   * @returns {boolean} whether there was room for all; else none is pinned
   */
  pin(...documents) {
    const free = this.pins.flatMap((pin, slot) => (pin === undefined ? [slot] : []));
    if (free.length < documents.length) return false;
    documents.forEach((document, index) => this.#put(free[index] ?? 0, document));
    publish('beside');
    return true;
  }

  /**
   * Pins the runs of a race in place of all others.
   *
   * @param {object[]} racers documents
   */
  race(racers) {
    this.pins.forEach((_, slot) => this.#put(slot, racers[slot]));
    this.racers = racers;
    publish('beside');
  }

  /** Whether what is pinned is a race, at rates that were searched. */
  get isRace() {
    return this.racers.length > 0 && this.racers.every((racer) => this.pins.includes(racer));
  }

  /** @param {number} slot */
  remove(slot) {
    this.#put(slot, undefined);
    publish('beside');
  }

  removeAll() {
    this.pins.forEach((_, slot) => this.#put(slot, undefined));
    publish('beside');
  }

  /** @param {Starts | undefined} starts */
  setStarts(starts) {
    this.starts = starts;
    this.draws += 1;
    this.forgetDrawn();
  }

  /** Another experiment has another fate for each start. */
  forgetDrawn() {
    this.drawn = [];
    this.handle.remove_drawn();
    publish('beside');
  }

  /**
   * Takes up a state.
   *
   * @param {(object | undefined)[]} pins
   * @param {Starts | undefined} starts
   */
  resume(pins, starts) {
    this.pins.forEach((present, slot) => {
      const wanted = pins[slot];
      if (JSON.stringify(present) !== JSON.stringify(wanted)) this.#put(slot, wanted);
    });
    if (JSON.stringify(this.starts) !== JSON.stringify(starts)) this.setStarts(starts);
    publish('beside');
  }

  /**
   * @param {number} slot
   * @param {object | undefined} document
   */
  #put(slot, document) {
    this.pins[slot] = document;
    this.ended[slot] = undefined;
    this.handle.remove_pin(slot);
  }
}
