// One worker of a map of fates.

import { parentPort, workerData } from 'node:worker_threads';
import { facade } from './facade.mjs';

const { document, side } = workerData;
const { FateWorker } = await facade();
const map = new FateWorker(document, 0, side, side);

parentPort.on('message', ({ from, to }) => {
  const tile = map.compute(1, from, to);
  parentPort.postMessage(tile.kinds.reduce((sum, kind) => sum + 1 + kind, 0));
  tile.free();
});
