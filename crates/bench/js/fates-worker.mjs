// One worker of a map of fates.

import { parentPort, workerData } from 'node:worker_threads';
import { fateMap } from './facade.mjs';

const { document, side } = workerData;
const map = await fateMap(document, side);

parentPort.on('message', ({ from, to }) => {
  const tile = map.compute(from, to);
  parentPort.postMessage(tile.kinds.reduce((sum, kind) => sum + 1 + kind, 0));
  tile.free();
});
