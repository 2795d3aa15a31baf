// One guess, from the start that is asked about to the end that is told.

import { on } from '../frames.js';
import { calm, playedStep } from '../playing.js';
import { count } from './tally.js';

/** @import { Session } from '../session.js' */
/** @import { Choices } from './questions.js' */
/** @import { VerdictKind } from '../../pkg/downhill_web.js' */

/** @typedef {VerdictKind | 'not'} Answer `not`: anything but converged */
/** @typedef {'asked' | 'running' | 'told'} Stage */

/** How long a run takes from its start to its end, however many steps it has, in milliseconds. */
const DURATION = 2000;

export class Round {
  /** @type {Stage | undefined} none where nobody is asked */
  stage;
  /** @type {Answer | undefined} */
  answer;
  /** Whether the start is the reader's own. */
  isOwn = false;
  /** @type {Choices} */
  choices = 'fates';
  /** The run that the question is about. */
  #restarts = 0;

  /**
   * @param {Session} session
   * @param {() => void} changed what follows when the stage has changed
   */
  constructor(session, changed) {
    this.session = session;
    this.changed = changed;
    on(['lesson', 'run'], (published) => {
      if (!this.stage) return;
      if (published.has('lesson')) this.end();
      // Whoever moves the start asks about another run.
      else if (session.restarts !== this.#restarts) this.ask();
    }, 'compute');
  }

  /** Whether the answer was right, once it is told. */
  get isRight() {
    const { answer, session } = this;
    const isConverged = session.verdict?.kind === 'converged';
    return answer === 'not' ? !isConverged : answer === session.verdict?.kind;
  }

  /**
   * Asks about the start of a document, or about the present one.
   *
   * @param {object} [document]
   * @param {Choices} [choices]
   */
  ask(document, choices = 'fates') {
    const { session } = this;
    if (document) session.replace(document, 0);
    this.isOwn = !document;
    this.choices = choices;
    this.answer = undefined;
    session.keepSecret(true);
    session.setMode('surface');
    this.#restarts = session.restarts;
    this.#enter('asked');
  }

  /**
   * Takes the answer, and lets the run go to its end.
   *
   * @param {Answer} answer
   */
  give(answer) {
    if (this.stage !== 'asked') return;
    this.answer = answer;
    this.#enter('running');
    const begun = performance.now();
    const tick = () => {
      if (this.stage !== 'running') return;
      const { session } = this;
      // Whoever asks for less motion sees the end.
      const part = calm.matches ? 1 : Math.min(1, (performance.now() - begun) / DURATION);
      // Most of a descent happens in its first steps.
      session.show(part < 1 ? playedStep(part, session.last, 1) : Infinity);
      if (part === 1 && session.verdict) this.#tell();
      else requestAnimationFrame(tick);
    };
    tick();
  }

  /** Nobody is asked any more; the run that was asked about stays. */
  end() {
    this.session.keepSecret(false);
    this.#enter(undefined);
  }

  #tell() {
    count(this.isRight);
    this.session.keepSecret(false);
    this.#enter('told');
  }

  /** @param {Stage | undefined} stage */
  #enter(stage) {
    this.stage = stage;
    this.changed();
  }
}
