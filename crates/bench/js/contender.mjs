// A contender in Node: `node contender.mjs NAME`. For each line on standard input, a time in
// milliseconds, it trains for that long and answers with a line `steps seconds error`. Time is the
// processor's, so that what else the machine does counts less; with several threads it is the clock's.
//
// DOWNHILL_MODULES is the folder of npm's packages, DOWNHILL_BENCH the compiled contenders in
// Rust, DOWNHILL_PAGE the page.

import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const experiment = JSON.parse(readFileSync(new URL('../xor-2-4-1.json', import.meta.url), 'utf8'));
const [kind = '', name = ''] = (process.argv[2] ?? '').split(':');
const { default: make } = await import(new URL(`${kind}.mjs`, import.meta.url));
/** Trains once from the start: `steps` steps; answers with the error before the last one, or promises it. */
const { steps, run, threads = 1 } = await make(experiment, name);
const now = () => (threads > 1 ? performance.now() : processorTime());

for await (const line of createInterface({ input: process.stdin })) {
  const slice = Number(line);
  const started = now();
  let done = 0;
  let error;
  let elapsed;
  do {
    error = await run();
    done += steps;
    elapsed = now() - started;
  } while (elapsed < slice);
  console.log(`${done} ${elapsed / 1000} ${error}`);
}

/** In milliseconds. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
