// One place decides when things are drawn: whoever changes something publishes its topic, and in
// the next animation frame each listener of it runs once, however often it was published.

/**
 * - `lesson`: another experiment is on the bench, everything is new
 * - `view`: size, theme or type scale of the pictures changed
 * - `ground`: more of the picture's ground can be computed
 * - `run`: the run's record changed: start, rate, steps, or more of it has been computed
 * - `judging`: the judge of a large run is further
 * - `cursor`: the shown step changed
 * - `mode`: the picture shows something else of the same starts
 * - `turn`: the picture in three dimensions is seen from elsewhere
 * - `map`: more of the map of fates is known
 * - `axes`: the same run is seen along other weights
 * - `watch`: something else in the network is looked at
 * - `inspect`: equations lag behind a cursor that plays
 * - `beside`: which runs are beside the present one, or what is known of them
 * - `words`: the language changed
 * - `complete`: what the first picture did without has come
 *
 * @typedef {'lesson' | 'view' | 'ground' | 'run' | 'judging' | 'cursor' | 'mode' | 'turn' | 'map' | 'axes' | 'watch' | 'inspect' | 'beside' | 'words' | 'complete'} Topic
 */

/**
 * Setting type on a canvas makes the browser restyle what has changed in the page, which it does
 * after the frame anyway: pictures are painted before words are written.
 *
 * @typedef {'compute' | 'paint' | 'write'} Stage
 */

/** @type {Stage[]} */
const STAGES = ['compute', 'paint', 'write'];
/** @type {{ topics: Set<Topic>, run: (published: Set<Topic>) => void, stage: number }[]} */
const listeners = [];
/** @type {Set<Topic>} */
let pending = new Set();
let requested = false;
let isHalted = false;
let awaited = 0;
/** @type {(busy: boolean) => void} */
let reportBusy = () => {};

/**
 * Runs `run` in every frame that follows a publication of one of `topics`. Listeners run stage by
 * stage, and in a stage in the order in which they were added.
 *
 * @param {Topic[]} topics
 * @param {(published: Set<Topic>) => void} run
 * @param {Stage} [stage]
 */
export function on(topics, run, stage = 'write') {
  listeners.push({ topics: new Set(topics), run, stage: STAGES.indexOf(stage) });
  listeners.sort((one, other) => one.stage - other.stage);
}

/** Nothing is drawn any more, whatever is published. */
export function halt() {
  isHalted = true;
  pending = new Set();
  reportBusy(false);
}

/** @param {Topic[]} topics */
export function publish(...topics) {
  if (isHalted) return;
  for (const topic of topics) pending.add(topic);
  if (requested) return;
  requested = true;
  reportBusy(true);
  requestAnimationFrame(frame);
}

/**
 * Tells `report` whether anything is still to be computed or drawn.
 *
 * @param {(busy: boolean) => void} report
 */
export function watchBusy(report) {
  reportBusy = report;
}

/**
 * Counts as busy until something has come that a change waits for.
 *
 * @param {Promise<void>} coming
 */
export async function busyWhile(coming) {
  awaited += 1;
  reportBusy(true);
  try {
    await coming;
  } finally {
    awaited -= 1;
    reportIdle();
  }
}

/** Draws at once what would be drawn in the next frame: a printer does not wait for it. */
export function drawNow() {
  if (requested) frame();
}

function frame() {
  const published = pending;
  pending = new Set();
  requested = false;
  for (const { topics, run } of listeners) {
    if (isHalted) return;
    if (!meet(published, topics)) continue;
    try {
      run(published);
    } catch (error) {
      // One part that fails does not take the others with it.
      window.reportError(error);
    }
  }
  reportIdle();
}

/**
 * Whether two sets have anything in common.
 *
 * @param {Set<Topic>} one
 * @param {Set<Topic>} other
 */
function meet(one, other) {
  for (const topic of one) if (other.has(topic)) return true;
  return false;
}

function reportIdle() {
  if (!requested && awaited === 0) reportBusy(false);
}
