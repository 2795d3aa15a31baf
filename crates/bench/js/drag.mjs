// The time of a drag, in the real page in a headless Chromium that chromedriver drives: a mouse
// drags the start about, and every move is timed, whole and in parts. `node drag.mjs` prints a
// line a part: `name median 99th-percentile`, in milliseconds and with tabs between.
//
// CHROMEDRIVER_URL, DOWNHILL_URL and DOWNHILL_CHROMIUM say where these are.

import { withPage } from './webdriver.mjs';

const MOVES = 200;
/** Moves before the first that counts: the engine compiles meanwhile. */
const WARM_UP = 50;
/** Between two moves, in milliseconds: enough for everything that a move begins. */
const PAUSE = 60;

const moves = await withPage(async (page) => {
  const { x, y, size } = await page.run(prepare, 'xor', 2000);
  const path = Array.from({ length: WARM_UP + MOVES }, (_, move) => {
    const angle = (move / 25) * 2 * Math.PI;
    return [x + 0.3 * size * Math.cos(angle), y + 0.3 * size * Math.sin(angle)].map(Math.round);
  });
  const to = ([x, y]) => ({ type: 'pointerMove', duration: 0, x, y });
  await page.mouse([
    to(path[0]),
    { type: 'pointerDown', button: 0 },
    ...path.flatMap((point) => [to(point), { type: 'pause', duration: PAUSE }]),
    { type: 'pointerUp', button: 0 },
  ]);
  return page.run(() => window.moves);
});
if (moves.length < WARM_UP + MOVES) throw new Error(`only ${moves.length} moves arrived`);
// On a machine that does something else meanwhile, a move may come before the run of the last is over.
const counted = moves.slice(-MOVES).filter(({ judged }) => judged === 'shown');
if (counted.length < MOVES / 2) throw new Error(`only ${counted.length} runs were over in time`);
for (const { weights, steps } of counted) {
  if (weights !== 9 || steps !== 2000) throw new Error(`${weights} weights, ${steps} steps`);
}

print('2000 steps, record kept', ({ train }) => train);
print('verdict', ({ judge }) => judge);
print('path and timeline', ({ path }) => path);
print('ground through the new weights: lines', ({ lines }) => lines);
print('ground through the new weights: heat map', ({ heat }) => heat);
print('words and numbers', ({ frame, lines, heat, path, judge, inFrame }) => {
  return frame - lines - heat - path - judge - inFrame;
});
print('a move: all of these', ({ start, frame }) => start + frame);
print('finer ground, in later frames', ({ later }) => later);
print('a move with its later frames', ({ start, frame, later }) => start + frame + later);

function print(name, time) {
  const times = counted.map(time).sort((a, b) => a - b);
  const quantile = (part) => times[Math.ceil(part * times.length) - 1];
  console.log(`${name}\t${quantile(0.5)}\t${quantile(0.99)}`);
}

/**
 * Runs in the page: opens a lesson with a number of steps, and from then on writes down the times
 * of every move in `window.moves`. Answers with the middle and the size of the picture.
 */
async function prepare(lesson, steps) {
  const rest = async () => {
    do await new Promise((go) => setTimeout(go, 100));
    while (document.getElementById('main').dataset.busy !== 'false');
  };
  const choose = async (id, value) => {
    const control = document.getElementById(id);
    control.value = value;
    control.dispatchEvent(new Event('change'));
    await rest();
  };
  await rest();
  await choose('lesson', lesson);
  await choose('steps', String(steps));

  const { Lab } = await import('/pkg/downhill_web.js');
  window.moves = [];
  let move = null;
  let inFrame = false;
  addEventListener(
    'pointermove',
    () => {
      move = { start: 0, frame: 0, later: 0, train: 0, inFrame: 0 };
      Object.assign(move, { judge: 0, path: 0, lines: 0, heat: 0 });
      window.moves.push(move);
    },
    { capture: true },
  );
  const time = (name, part) => {
    const method = Lab.prototype[name];
    // Not every revision has all of them.
    if (!method) return;
    Lab.prototype[name] = function (...args) {
      const begin = performance.now();
      const result = method.apply(this, args);
      const took = performance.now() - begin;
      if (!move || move.judged === 'shown') return result;
      move[part] += took;
      if (part === 'train') move[inFrame ? 'inFrame' : 'start'] += took;
      if (name === 'verdict' && result) {
        move.judged = true;
        move.steps = this.steps_done;
        move.weights = this.info().weight_count;
      }
      return result;
    };
  };
  time('set_start', 'train');
  time('advance', 'train');
  time('verdict', 'judge');
  time('draw_path', 'path');
  time('draw_timeline', 'path');
  time('draw_timeline_cursor', 'path');
  time('draw_base', 'lines');
  time('draw_raster', 'heat');

  const request = window.requestAnimationFrame;
  window.requestAnimationFrame = (frame) =>
    request.call(window, (now) => {
      const begin = performance.now();
      inFrame = true;
      frame(now);
      inFrame = false;
      if (!move) return;
      move[move.judged === 'shown' ? 'later' : 'frame'] += performance.now() - begin;
      // The frame in which the run ends shows it, too.
      if (move.judged) move.judged = 'shown';
    });

  const { left, top, width, height } = document.getElementById('plot').getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2, size: Math.min(width, height) };
}
