// What a map of fates costs in WebAssembly, against the number of its starts, its steps and its
// weights, by the page's own compiled facade, on one thread.
//
// `node costs.mjs` prints a line a map, with tabs between: what it is, weights, steps, starts,
// milliseconds, and nanoseconds for a step of one start. The maps take turns; what counts is the
// median. DOWNHILL_PAGE is the page.

import { fateMap } from './facade.mjs';

const TURNS = 7;

/** XOR with `hidden` hidden units, all weights free, from a seeded start. */
function xor(hidden, steps) {
  return {
    layers: [2, hidden, 1],
    activations: ['logistic', 'logistic'],
    bias: true,
    inputs: [[0, 0], [0, 1], [1, 0], [1, 1]],
    targets: [[0], [1], [1], [0]],
    init: { scheme: 'uniform', scale: 1, seed: 1 },
    rule: { name: 'steepest-descent', rate: 0.5 },
    steps,
    best_error: 0,
    view: [{ weight: 0, from: -4, to: 4 }, { weight: 1, from: -4, to: 4 }],
  };
}

async function map(name, hidden, steps, side) {
  const whole = await fateMap(xor(hidden, steps), side);
  const compute = () => {
    const begin = performance.now();
    whole.compute(0, side).free();
    return performance.now() - begin;
  };
  // The finest pass leaves out what coarser ones have: a quarter.
  return { name, weights: 4 * hidden + 1, steps, starts: 0.75 * side * side, compute, times: [] };
}

const maps = await Promise.all([
  ...[8, 16, 32, 64].map((side) => map('starts', 2, 500, side)),
  ...[250, 1000, 4000].map((steps) => map('steps', 2, steps, 16)),
  ...[1, 2, 4, 8, 16].map((hidden) => map('weights', hidden, 1000, 16)),
]);

for (let turn = 0; turn <= TURNS; turn++) {
  for (const { compute, times } of maps) {
    const time = compute();
    // The engine compiles meanwhile.
    if (turn > 0) times.push(time);
  }
}

for (const { name, weights, steps, starts, times } of maps) {
  times.sort((a, b) => a - b);
  const time = times[Math.floor(times.length / 2)];
  console.log([name, weights, steps, starts, time, (1e6 * time) / (starts * steps)].join('\t'));
}
