// One worker of a map of fates.

import { parentPort, workerData } from 'node:worker_threads';
import { fateWorker } from './facade.mjs';

const { document, side } = workerData;
const map = await fateWorker(document, side);

parentPort.on('message', ({ from, to }) => {
  const tile = map.compute(1, from, to);
  parentPort.postMessage(tile.kinds.reduce((sum, kind) => sum + 1 + kind, 0));
  tile.free();
});
