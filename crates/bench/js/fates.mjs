// A map of fates by the page's own compiled facade in worker threads, as many as the name says:
// fact F, each worker taking the next band of rows when it has done one. What is counted are
// starts; in place of the error stands a sum over all verdicts, which must be the same for any
// number of workers.

import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

const SIDE = 32;
const BAND = 2;

export default async function make(_, name) {
  const file = new URL('../../lessons/facts/f.json', import.meta.url);
  const document_ = JSON.parse(readFileSync(file, 'utf8'));
  const workers = Array.from({ length: Number(name) }, () => {
    const workerData = { document: document_, side: SIDE };
    return new Worker(new URL('fates-worker.mjs', import.meta.url), { workerData });
  });
  // The process ends when its input does.
  for (const worker of workers) worker.unref();

  const run = async () => {
    let next = 0;
    let sum = 0;
    await Promise.all(
      workers.map(async (worker) => {
        while (next < SIDE) {
          const from = next;
          next += BAND;
          worker.postMessage({ from, to: from + BAND });
          const part = await new Promise((resolve, reject) => {
            worker.once('message', resolve);
            worker.once('error', reject);
          });
          worker.removeAllListeners('error');
          sum += part;
        }
      }),
    );
    return sum;
  };
  // The finest pass leaves out what coarser ones have: a quarter.
  return { steps: 0.75 * SIDE * SIDE, run, threads: 1 + workers.length };
}
