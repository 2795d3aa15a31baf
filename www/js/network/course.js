// The way through one update and on to the next, as the transport's buttons go it.

/** @import { Course } from '../playing.js' */
/** @import { Session } from '../session.js' */
/** @import { Watch } from './watch.js' */

/** Time to read a stage while playing, in milliseconds. */
const READING = 2400;

/**
 * The stages of an update, and then those of the next one.
 *
 * @param {Session} session
 * @param {Watch} watch
 * @returns {Course}
 */
export function walkCourse(session, watch) {
  /** @type {number | undefined} */
  let playing;
  const end = () => watch.stages.length - 1;
  /**
   * @param {number} step
   * @param {number} stage
   */
  const go = (step, stage) => {
    session.show(step);
    watch.go(stage);
  };
  /** @type {Course} */
  const course = {
    get isAtStart() {
      return watch.stage === 0 && session.step === 0;
    },
    get isAtEnd() {
      return watch.stage === end() && session.step === session.last;
    },
    first: () => go(0, 0),
    last: () => go(session.last, end()),
    back() {
      if (watch.stage > 0) watch.go(watch.stage - 1);
      else if (!course.isAtStart) go(session.step - 1, end());
    },
    forward() {
      if (watch.stage < end()) watch.go(watch.stage + 1);
      else if (!course.isAtEnd) go(session.step + 1, 0);
    },
    play(ended) {
      if (course.isAtEnd) course.first();
      playing = setInterval(() => {
        course.forward();
        if (course.isAtEnd) ended();
      }, READING);
    },
    pause: () => clearInterval(playing),
  };
  return course;
}
